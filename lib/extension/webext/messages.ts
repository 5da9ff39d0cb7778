import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import type { CatalogueData, EntryKey } from '../../../data/schema.ts';
import { recordFailure } from '../../core/diagnostics.ts';
import type { Locale } from '../../core/i18n/translate.ts';
import { isString, toRecord } from '../../core/type-guards.ts';
import type { SiteChoice } from '../../settings/changes.ts';
import type { PageState } from '../../settings/settings.ts';
import { siteChoiceSchema } from '../../settings/settings-schema.ts';
import type { WireRequests, WireResults } from '../engine/detect-wire.ts';

/** The messages to the background: the data of each, and what it is answered with. Frames import the types only (`send-message.ts`). */
export interface BackgroundMessages {
  /** Console to background, while its page loads: start the engine. */
  wake(): void;
  /** Page to background: run `annotator.js` in the sender's frame. Returns its settings; false, without running it, if marks are off. */
  loadAnnotator(): PageState | false;
  /** Page to background: run `judge.js` in the sender's frame. */
  loadJudge(): void;
  /** Page to background: whether the sender's host is granted and its tab is not paused. */
  isAllowed(): boolean;
  /** Page to background: run `own-texts.js` in the sender's frame, if there are own codes. */
  loadOwnTexts(): void;
  detect(requests: WireRequests): WireResults;
  /** Page to background: run `card.js` or `masking.js` in the sender's frame. Reject if the host is not granted. */
  loadCard(): void;
  loadMasking(): void;
  loadLocale(): Locale;
  /** Card to background: load the catalogue's entries for these codes, in the user's language. */
  loadEntries(codes: readonly string[]): CatalogueData;
  /** Card to background: whether the line of a position surely gives the code of an entry another meaning. */
  contradictsEntry(said: {
    text: string;
    start: number;
    key: EntryKey;
  }): boolean;
  /** Card to background: translate a text on the device. Null if that is off, or no page of the extension is open. */
  translate(text: string): string | null;
  /** Page to background, and to the popup: the codes of this frame changed, so update the badge. */
  codesChanged(): void;
  openSearch(query: string): void;
  /** Card to background: open the field for the team's note of an entry, or of a code without one. */
  openNote(key: string): void;
  /** Card to background: store a choice. The card does not contain the code that writes settings. */
  saveSiteChoice(choice: SiteChoice): void;
  /** Card to background: confirm a choice in an extension window, because a page around this frame may cover the card. */
  confirmSiteChoice(choice: SiteChoice): void;
}

export type MessageType = keyof BackgroundMessages;
type MessageData<Type extends MessageType> = Parameters<
  BackgroundMessages[Type]
>[0];
export type MessageValue<Type extends MessageType> = ReturnType<
  BackgroundMessages[Type]
>;
/** The answer to a message, as it is sent. JSON omits a value that is undefined. */
export type MessageAnswer<Type extends MessageType> = {
  value?: MessageValue<Type>;
  error?: string;
};

/** More than any text of the catalogue, and than a card reads around a code. */
const MAX_TEXT_CHARACTERS = 5_000;

/** Schemas of the data. The handlers of other messages get none. */
const DATA_SCHEMAS: {
  [Type in MessageType]?: v.GenericSchema<unknown, MessageData<Type>>;
} = {
  detect: v.object({
    texts: v.array(v.string()),
    requests: v.array(v.array(v.number())),
  }),
  loadEntries: v.array(v.string()),
  contradictsEntry: v.object({
    text: v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARACTERS)),
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
    key: v.string(),
  }),
  translate: v.pipe(v.string(), v.maxLength(MAX_TEXT_CHARACTERS)),
  openSearch: v.string(),
  openNote: v.string(),
  saveSiteChoice: siteChoiceSchema,
  confirmSiteChoice: siteChoiceSchema,
};

/** Answers the messages of frames, in the background only. A message of the wrong form gets an error and reaches no handler. */
export function handleMessages(
  handlers: {
    [Type in MessageType]: (
      data: MessageData<Type>,
      sender: Browser.runtime.MessageSender,
    ) => MessageValue<Type> | Promise<MessageValue<Type>>;
  },
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const answer = async () => {
      const { type, data } = toRecord(message);
      if (!isString(type) || !Object.hasOwn(handlers, type))
        throw new Error('Errata has no message of this type.');

      const parsed = parseData(type as MessageType, data);

      return {
        value: await handlers[type as MessageType](parsed as never, sender),
      };
    };

    answer().then(respond, (error) => {
      recordFailure('message', error);
      respond({ error: `${error instanceof Error ? error.message : error}` });
    });

    return true;
  });
}

function parseData(type: MessageType, data: unknown): unknown {
  const schema: v.GenericSchema = DATA_SCHEMAS[type] ?? v.undefined();
  const { issues, output } = v.safeParse(schema, data, { abortEarly: true });

  if (issues)
    throw new Error(
      `The message "${type}" is invalid: ${v.getDotPath(issues[0]) ?? 'data'} must be ${issues[0].expected}.`,
    );

  return output;
}
