import type {
  CatalogueData,
  EntryKey,
  Provider,
  VendorConsole,
} from '../../data/schema.ts';
import { createCodeMap, parseCodeRange } from '../core/code-map.ts';
import { getRegistryId, OWN_CODES_API } from '../core/entry-key.ts';
import { getOrInsert } from '../core/get-or-insert.ts';
import { isLetter } from '../core/letters.ts';
import { getMarkKind, MARK_KINDS, type MarkKind } from '../core/mark-kind.ts';
import { createLiteralFinder } from './literals.ts';

/** The forms in which a registry prints its codes: certain ones, and those that need the provider's name. */
export type PrintForms = readonly [
  registry: string,
  certain: readonly string[],
  ifNamed: readonly string[],
];

/** The fields of an entry that the engine and the page need, without prose. */
export interface Meaning {
  key: EntryKey;
  provider: string;
  api: string;
  code: string;
  /** About its first 40 characters: enough to recognize it. */
  title: string;
  /** The beginning of the message that responses print instead of the title. Empty if they print the title. */
  message: string;
  mark: MarkKind;
  /** True if the code is also an everyday word, which needs evidence next to it. */
  state: boolean;
  success: boolean;
}

/** A meaning without its registry. `words` are the symbols, the subcode and the number that stand for it. */
export type IndexRow = readonly [
  code: string,
  title: string,
  message: string,
  mark: MarkKind,
  flags: number,
  words: readonly string[],
  keySuffix: string,
];
const STATE_FLAG = 1;
const SUCCESS_FLAG = 2;

/** Joins the rows of a registry, to a third less than as JSON. The fields at the end are seldom filled. */
export const packRows = (rows: readonly IndexRow[]): string =>
  rows
    .map(([code, title, message, mark, flags, words, suffix]) =>
      [
        code,
        title,
        MARK_KINDS.indexOf(mark),
        words,
        message,
        flags || '',
        suffix,
      ].join('|'),
    )
    .map((row) => row.replace(/\|{1,4}$/, ''))
    .join('\n');

/** `CodeIndex` as JSON. Built at build time. */
export interface CodeIndexData {
  /** For each registry, its name `provider/api` and its rows, by `packRows`. */
  registries: [string, string][];
  consoles: Pick<
    VendorConsole,
    'hosts' | 'paths' | 'provider' | 'kind' | 'codesOf'
  >[];
  /** For each provider, its names and the words that only it prints. */
  words: [string, string[]][];
  /** For each provider, those whose codes are its: see `getProviderLists`. */
  lists?: [string, string[]][];
  /** The distinctive forms in which registries print their codes. */
  forms?: PrintForms[];
  /** Texts that stand for the team's own codes, which need no other evidence, and the code of each. */
  literals?: [text: string, code: string][];
}

/** The codes of the catalogue, without its prose. */
export type CodeIndex = ReturnType<typeof createCodeIndex>;

/** The source of what responses were seen to print. */
const SEEN_SOURCE = 'field';
const MAX_TITLE_LENGTH = 40;
const truncateTitle = (title: string) =>
  title.length <= MAX_TITLE_LENGTH
    ? title
    : title.slice(0, MAX_TITLE_LENGTH + 1).replace(/\s\S*$/, '');
/** Prefix of the number of an entry that is indexed by its symbol. */
const NUMBER_MARK = '#';

/** Returns the providers whose codes are a provider's: itself, and the one whose codes it passes on. Empty if it has none. */
export const getProviderLists = ({
  id,
  apis,
  passesOn,
}: Pick<Provider, 'id' | 'apis' | 'passesOn'>) => [
  ...(apis.length > 0 ? [id] : []),
  ...(passesOn ? [passesOn] : []),
];

export function createCodeIndexData({
  entries,
  consoles,
  providers,
}: Pick<CatalogueData, 'entries' | 'consoles' | 'providers'>): CodeIndexData {
  const words = providers.flatMap(({ id, words }) =>
    words ? [[id, words] as [string, string[]]] : [],
  );

  const registries = new Map<string, IndexRow[]>();

  for (const entry of entries) {
    const {
      code,
      title,
      state,
      success,
      symbols = [],
      subcode,
      number,
    } = entry;

    const name = getRegistryId(entry);

    const printed =
      /^\d/.test(code) &&
      entry.claims.find(({ source }) => source === SEEN_SOURCE)?.title;

    getOrInsert(registries, name, (): IndexRow[] => []).push([
      code,
      truncateTitle(title),
      truncateTitle(printed || ''),
      getMarkKind(entry),
      (state ? STATE_FLAG : 0) + (success ? SUCCESS_FLAG : 0),
      [
        ...symbols,
        ...(subcode ? [subcode] : []),
        ...(number ? [NUMBER_MARK + number] : []),
      ],
      entry.key.slice(`${name}/${code}`.length),
    ]);
  }

  return {
    registries: [...registries].map(([name, rows]) => [name, packRows(rows)]),
    consoles: consoles.map(({ hosts, paths, provider, kind, codesOf }) => ({
      hosts,
      paths,
      provider,
      kind,
      codesOf,
    })),
    words,
    lists: providers.map((one) => [one.id, getProviderLists(one)]),
    forms: providers.flatMap(({ id, apis }) =>
      apis.flatMap((api): PrintForms[] => {
        const { prints = [], printsIfNamed = [] } = api;
        return prints.length + printsIfNamed.length > 0
          ? [[`${id}/${api.id}`, prints, printsIfNamed]]
          : [];
      }),
    ),
    literals: entries.flatMap(({ code, own }) =>
      own
        ? [code, ...own.wordings]
            .filter(hasLetter)
            .map((text): [string, string] => [text, code])
        : [],
    ),
  };
}

/** A number needs evidence next to it, so it is no literal. */
const hasLetter = (text: string) => /\p{L}/u.test(text);

export function createCodeIndex(data: CodeIndexData) {
  const byCode = createCodeMap<Meaning>();

  for (const [name, rows] of data.registries) {
    const [provider = '', api = ''] = name.split('/');

    for (const row of rows.split('\n')) {
      const [
        code = '',
        title = '',
        kind,
        words = '',
        message = '',
        flags = '',
        suffix = '',
      ] = row.split('|');

      const mark = MARK_KINDS[Number(kind)] ?? 'nobody';
      const hasFlag = (flag: number) => (Number(flags) & flag) !== 0;
      const [state, success] = [hasFlag(STATE_FLAG), hasFlag(SUCCESS_FLAG)];
      const key: EntryKey = `${name}/${code}${suffix}`;
      const meaning = {
        key,
        provider,
        api,
        code,
        title,
        message,
        mark,
      };

      byCode.add(code, words.split(',').filter(Boolean), {
        ...meaning,
        state,
        success,
      });
    }
  }

  const { meaningsOf } = byCode;
  const { literals = [] } = data;
  const lists = new Map(data.lists);
  let counts: Map<number, number> | undefined;

  return {
    /** Returns the meanings of exactly this code or symbol, and of ranges that contain it. Empty if the code is unknown. */
    meaningsOf,
    /** Returns meanings that are indexed by symbol but also have this number, which is too common to index directly. */
    numbered: (code: string) => meaningsOf(NUMBER_MARK + code),
    /** Returns the number of codes with this many digits, including those in ranges. */
    countByDigits(digits: number): number {
      counts ??= countNumbers(byCode.words());
      return counts.get(digits) ?? 0;
    },
    /** Every code that begins with a letter, for the scan. */
    symbols: Array.from(byCode.words()).filter((word) =>
      isLetter(word.charCodeAt(0)),
    ),
    /** Words that are codes only in forms that one list prints: `FAILED` in `session.status`. */
    printedWords: Array.from(byCode.words()).flatMap((word) =>
      word.startsWith(NUMBER_MARK) && isLetter(word.charCodeAt(1))
        ? [word.slice(1)]
        : [],
    ),
    consoles: data.consoles,
    words: data.words,
    /** Returns the providers whose codes a provider's are. Empty if it has none. */
    listsOf: (provider: string): readonly string[] => lists.get(provider) ?? [],
    forms: data.forms ?? [],
    /** Finds the texts of the team's own codes. Null if there are none. */
    findLiterals:
      literals.length > 0
        ? createLiteralFinder(literals.map(([text]) => text))
        : null,
    /** Returns the meanings that such a text stands for. */
    meaningsOfLiteral: (text: string) =>
      literals
        .filter(([literal]) => literal === text)
        .flatMap(([, code]) =>
          meaningsOf(code).filter(
            ({ api }) => api === OWN_CODES_API || code === text,
          ),
        ),
  };
}

function countNumbers(words: Iterable<string>): Map<number, number> {
  const counts = new Map<number, number>();

  for (const word of words) {
    const range = parseCodeRange(word);

    const count = range
      ? range.to - range.from + 1
      : Number(/^\d+$/.test(word));

    const digits = range ? String(range.from).length : word.length;

    if (count > 0) counts.set(digits, (counts.get(digits) ?? 0) + count);
  }

  return counts;
}
