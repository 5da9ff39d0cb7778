import { getRegistryId } from '../core/entry-key.ts';
import type { AnalyzedCandidate, AnalyzedText } from './analyzed-text.ts';
import type { Meaning } from './code-index.ts';
import type { LabelKind } from './field-label.ts';
import { createPageOrigin } from './page-origin.ts';
import { findPayloadApis } from './payload-api.ts';
import { isNamedNear } from './printed-codes.ts';
import { dropForeign, rankMeanings } from './rank-meanings.ts';
import { mentionsSubcode } from './subcode.ts';
import { matchTitle } from './title-match.ts';

/** `WhatsApp` is the name of a messenger, not of a provider. */
const META_NAME =
  /\b(?:Meta|Facebook|(?:[Cc]loud|[Gg]raph|[Oo]n-[Pp]remises) API)\b/;
/** A longer field of a row is a sentence, which may name a provider by chance. */
const MAX_FIELD_UNITS = 40;
const MAX_ROW_UNITS = 1_000;

/** Returns the only provider that the heading above a code or a field of its row names. */
function findNamedProvider({
  context,
  index,
  text,
}: AnalyzedText): string | undefined {
  const { heading = '', label = '', row = '' } = context;
  const fields = row.slice(0, MAX_ROW_UNITS).split(/[\t\n|]/);

  const short = fields.filter(
    (field) => field.length <= MAX_FIELD_UNITS && field !== text,
  );

  const names = [heading, label, ...short].join('\n');
  if (!/\p{L}/u.test(names)) return undefined;

  const isNamed = (id: string) =>
    id !== 'meta' && isNamedNear(id, names, 0, index);

  const [other, ...more] = index.words.flatMap(([id]) =>
    isNamed(id) ? id : [],
  );

  if (other) return more.length === 0 ? other : undefined;

  return META_NAME.test(names) ? 'meta' : undefined;
}

/** Ranks the meanings of a code by its origin, the words of one provider, its title and its fields. */
export function scoreMeanings(one: AnalyzedCandidate, subcode: string | null) {
  const { meanings, source, start, end, window } = one;
  if (meanings.length === 0) return [];

  const { context, console: vendorConsole, text, topics, index } = source;
  const isMetas = meanings.some(({ provider }) => provider === 'meta');
  const onPage = `${context.heading ?? ''}\n${context.label ?? ''}`;

  const payload = isMetas
    ? (source.getPayloadApiAt(start, end) ??
      findPayloadApis(onPage)(0, onPage.length))
    : null;

  const origin = createPageOrigin(
    context.provider,
    vendorConsole,
    index.listsOf,
    () => findNamedProvider(source),
  );

  const isNamed = (provider: string) => topics.isNamed(provider, start);
  const namesMeta = isMetas && isNamed('meta');

  const findLabel = (wanted: LabelKind) =>
    one.labels.find(({ kind }) => kind === wanted)?.name ?? null;

  const [key, owner] = [findLabel('key'), findLabel('owner')];

  function scoreFields(meaning: Meaning): number {
    const registry = getRegistryId(meaning);
    const title = matchTitle(meaning, window);

    // A long sentence contains words of many titles, so they are weaker evidence for others if Meta is named.
    const near =
      isNamed(meaning.provider) || !namesMeta || title.near < 0.5
        ? title.near
        : title.near / 2;

    let score = Math.max(
      title.adjacent * 5,
      title.near >= 0.5 ? near * 3.5 : 0,
    );

    if (registry === 'meta/onprem' && owner === 'errors' && payload !== 'graph')
      score += 0.9;

    if (
      registry === 'messagebird/rest' &&
      owner === 'errors' &&
      isMessageBirds(text, start, end)
    )
      score += 3;

    return score + scoreRegistry(owner, key, registry);
  }

  const isSubcode = mentionsSubcode(one);

  const ranked = rankMeanings(one.code, meanings, origin, {
    isNamed,
    payload,
    subcode,
    isSubcode,
    scoreFields,
  });

  return dropForeign(one.code, ranked).map(({ entry, score }) => ({
    ...entry,
    score,
  }));
}

const MAX_ELEMENT_UNITS = 240;

/** MessageBird's REST API has no name in its payload: `{"code":9,"description":"…","parameter":"…"}`. */
function isMessageBirds(text: string, start: number, end: number): boolean {
  const element = text.slice(
    Math.max(0, start - MAX_ELEMENT_UNITS),
    end + MAX_ELEMENT_UNITS,
  );

  return (
    /\bdescription["'\\]{1,4}\s{0,4}[:=]/.test(element) &&
    /\bparameter["'\\]{1,4}\s{0,4}[:=]/.test(element)
  );
}

/** 8x8 uses numbers from 1000 with two meanings: a delivery receipt has `errorCode`, an API response `code`. */
const KEYS_OF_8X8: Readonly<Record<string, string>> = {
  '8x8/rest': 'code',
  '8x8/delivery-receipt': 'errorcode',
};

/** Distinguishes registries of one provider by the name of the object or the key. */
function scoreRegistry(
  owner: string | null,
  key: string | null,
  registry: string,
): number {
  const wanted = KEYS_OF_8X8[registry];
  if (wanted && key) return key.toLowerCase() === wanted ? 1 : -6;

  const name = `${owner} ${key}`;

  const isStatus = /status/i.test(name);
  const isError = /error/i.test(name);

  if (/[/-]status$/.test(registry)) return isError && !isStatus ? -2 : 0;
  if (/\/error-|-error$/.test(registry)) return isStatus && !isError ? -2 : 0;

  return 0;
}
