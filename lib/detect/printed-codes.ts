import { getOrInsert, memoize } from '../core/get-or-insert.ts';
import type { CodeIndex } from './code-index.ts';
import { findConsole } from './find-console.ts';
import type { TextContext } from './hit.ts';
import { escapeLiteral } from './literals.ts';

/** For codes in a form that only one list prints: start offset of the code → registry. */
export type PrintedCodes = ReadonlyMap<number, string>;

/** Matches at most 60 signs between two words of a form, and the prefix that pm2 prints before each log line. */
const SIGNS_BETWEEN_WORDS = String.raw`(?:[^\p{L}\p{N}]|(?<=\n)\d{1,3}\|[\w-]{1,30}\s{0,4}\|){0,60}`;
const SLOTS: Record<string, string> = {
  '{any}': String.raw`[\s\S]{0,400}?`,
  '{phone}': String.raw`\d{8,15}(?![\w:])`,
};
const PRINTED_CODE = String.raw`(?:\d{1,7}|[A-Za-z]\w{0,63})`;
/** What precedes a code with which a form begins: not another field, as in `Delhi|1702|`. */
const START = String.raw`(?<![^\n"',])`;
const MAX_NAME_DISTANCE_UNITS = 500;

const getForms = memoize(compileForms);
const getNamePatterns = memoize<CodeIndex, Map<string, RegExp | null>>(
  () => new Map(),
);

/** Finds codes in forms that only one list prints: `messageStubParameters: ["463"`. The context may name a provider. */
export function findPrintedCodes(
  text: string,
  index: CodeIndex,
  context: TextContext,
): PrintedCodes {
  const named = getProvider(context, index);
  const found = new Map<number, string>();
  const lower = text.toLowerCase();

  for (const { registry, provider, anchor, getPattern, isLiteral } of getForms(
    index,
  )) {
    if (!lower.includes(anchor)) continue;

    const isOfProvider = (start: number) =>
      !provider ||
      provider === named ||
      isNamedNear(provider, text, start, index);

    for (const { 1: lead = '', index: from } of text.matchAll(getPattern())) {
      const start = from + lead.length;
      if (found.has(start) || !isOfProvider(start)) continue;

      const literals = isLiteral ? findNumbers(lead) : [];

      for (const offset of [lead.length, ...literals])
        found.set(from + offset, registry);
    }
  }

  return found;
}

const findNumbers = (text: string): number[] =>
  Array.from(text.matchAll(/\d+/g), ({ index }) => index);

/** Returns the provider that the user set, or that of the console. */
const getProvider = ({ host, path, provider }: TextContext, index: CodeIndex) =>
  provider ?? (host && findConsole(index.consoles, host, path)?.provider);

/** Returns true if the provider's name or one of its words is near an offset. */
export function isNamedNear(
  provider: string,
  text: string,
  at: number,
  index: CodeIndex,
): boolean {
  const names = getOrInsert(getNamePatterns(index), provider, () =>
    createNamePattern(provider, index),
  );

  return (
    names?.test(
      text.slice(
        Math.max(0, at - MAX_NAME_DISTANCE_UNITS),
        at + MAX_NAME_DISTANCE_UNITS,
      ),
    ) ?? false
  );
}

function createNamePattern(
  provider: string,
  { words }: CodeIndex,
): RegExp | null {
  const own = words.find(([id]) => id === provider)?.[1] ?? [];
  if (own.length === 0) return null;

  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${own.map(createWordsPattern).join('|')})(?![\p{L}\p{N}])`,
    'iu',
  );
}

/** A space matches a space, a hyphen, an underscore or nothing: `Evolution API`, `evolution-api`. */
const createWordsPattern = (words: string) =>
  words.split(' ').map(escapeLiteral).join('[\\s_-]?');

function compileForms({ forms }: CodeIndex) {
  return forms.flatMap(([registry, certain, ifNamed]) => {
    const [named = ''] = registry.split('/', 1);

    /** @param provider Null if the form doesn't need the provider's name. */
    const compile = (form: string, provider: string | null) => {
      let pattern: RegExp | undefined;

      return {
        registry,
        provider,
        /** The longest word of the form, in lower case. Searched first, because most texts don't contain it. */
        anchor: findLongestWord(form),
        /** Group 1 is the text before the code. Compiled at first use, because `\p{L}` is slow to compile and few forms are met. */
        getPattern: () => (pattern ??= createFormPattern(form)),
        /** True if numbers before the code belong to the form: the status in `2 UNKNOWN: server returned error 463`. */
        isLiteral: !form.includes('{any}'),
      };
    };

    return [
      ...certain.map((form) => compile(form, null)),
      ...ifNamed.map((form) => compile(form, named)),
    ];
  });
}

function findLongestWord(form: string): string {
  const words = form.toLowerCase().split(/\s*\{[^}]*\}\s*|\s+/);
  return words.reduce((longest, word) =>
    word.length > longest.length ? word : longest,
  );
}

/** Compiles `stream:error code {code}` to a pattern. A space matches the signs between words, `{any}` any text, `{phone}` a phone number. */
function createFormPattern(form: string): RegExp {
  const [before = '', slot = '', after = ''] = form.split(
    /\{(?!any\}|phone\})([^{}]{1,80})\}/,
  );

  const [lead, tail] = [before, after].map((text) =>
    text
      .split(/(\s*\{(?:any|phone)\}\s*|\s+)/)
      .map((part, at) =>
        at % 2 === 0
          ? escapeLiteral(part)
          : (SLOTS[part.trim()] ?? SIGNS_BETWEEN_WORDS),
      )
      .join(''),
  );

  const code =
    slot === 'code' ? PRINTED_CODE : `(?:${slot.replace(/^code:/, '')})`;

  return new RegExp(
    String.raw`(${lead || START})${code}(?![\p{L}\p{N}])${tail && `(?=${tail})`}`,
    'giu',
  );
}
