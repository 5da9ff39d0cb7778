import { createStore } from 'zustand/vanilla';
import { getOrInsert } from '../get-or-insert.ts';

/** Translates an English text into the language of the interface. Rejects or returns null if it cannot. */
export type TranslateText = (text: string) => Promise<string | null>;

/** `offer` starts the translation within a user gesture. Null where the browser cannot translate. */
export const autoTranslation = createStore<{
  translate: TranslateText | null;
  offer: (() => Promise<unknown>) | null;
}>(() => ({ translate: null, offer: null }));
const translations = new Map<string, Promise<string | null>>();

/** Sets the translator of texts without a reviewed translation; null switches it off. */
export function setAutoTranslator(translate: TranslateText | null): void {
  translations.clear();
  autoTranslation.setState({ translate });
}

/** Returns what starts the translation; null if it runs, or the browser cannot translate. */
export const getTranslationOffer = (
  { translate, offer } = autoTranslation.getState(),
) => (translate ? null : offer);

const PART = /“[^”]*”|"[^"]*"|[^\s]+/g;
/** Quotes, codes, numbers, placeholders, field names, constants and addresses stay as they are. */
const KEPT = /[\d_{}[\]<>`#@/"“]|[a-z][A-Z]|[A-Z]{2}|\w\.\w/;
const TRAILING_SIGNS = /(?<![.,;:!?)])[.,;:!?)]+$/;
const createPlaceholder = (at: number) => `[[${at}]]`;

/** Translates a text, from memory if it was translated before. Returns null if it cannot, or if a part that must stay is lost. */
export async function translateAutomatically(
  text: string,
): Promise<string | null> {
  const { translate } = autoTranslation.getState();
  if (!translate) return null;

  return getOrInsert(translations, text, () =>
    translateParts(text, translate).catch(() => null),
  );
}

async function translateParts(
  text: string,
  translator: TranslateText,
): Promise<string | null> {
  const kept: string[] = [];

  const masked = text.replace(PART, (part) => {
    if (!KEPT.test(part)) return part;

    const signs = TRAILING_SIGNS.exec(part)?.[0] ?? '';

    return (
      createPlaceholder(
        kept.push(part.slice(0, part.length - signs.length)) - 1,
      ) + signs
    );
  });

  let translated = await translator(masked);

  for (const [at, part] of kept.entries()) {
    const pieces: string[] | undefined = translated?.split(
      createPlaceholder(at),
    );

    if (pieces?.length !== 2) return null;
    translated = pieces.join(part);
  }

  return translated;
}
