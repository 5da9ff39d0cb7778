import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../build/run.ts';
import type { CorpusLine } from '../corpus.ts';
import { createRandom, hashToNumber } from './random.ts';

/** A text and its page context, with slots in braces. */
type SyntheticForm = { notOfErrors?: boolean } & Partial<
  Record<
    | 'text'
    | 'label'
    | 'below'
    | 'header'
    | 'heading'
    | 'lines'
    | 'row'
    | 'host',
    string
  >
>;

/** What fills the slots of a form. */
export type Slots = Readonly<Record<string, () => string>>;

/** A line to be: where it stands, its form, and what fills its slots. */
export interface Line {
  host: string | null;
  form: SyntheticForm;
  slots: Slots;
}

const MADE: Record<string, string | (string | SyntheticForm)[]> = parse(
  readFileSync(join(ROOT, 'tests/corpus/made.yaml'), 'utf8'),
);
const toForm = (form: string | SyntheticForm) =>
  typeof form === 'string' ? { text: form } : form;
const LISTS = new Map(
  Object.entries(MADE).map(([name, list]) => [
    name,
    (typeof list === 'string' ? list.split(' ') : list).map(toForm),
  ]),
);

/** Returns a list of `made.yaml`. Throws an error if it has none of this name. */
export function getForms(name: string): readonly SyntheticForm[] {
  const forms = LISTS.get(name);
  if (!forms) throw new Error(`made.yaml has no list "${name}"`);
  return forms;
}

export const getWords = (name: string): string[] =>
  getForms(name).map(({ text = '' }) => text);

const SYLLABLES = getWords('syllables').map((script) => script.split(' '));

export type Draws = ReturnType<typeof createDraws>;

/** Creates random draws, the same for the same seed. */
export function createDraws(seed: string, skipped = 1) {
  const random = createRandom(hashToNumber(seed));

  for (let at = 0; at < skipped; at++) random();

  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;

  const pickFrom = (name: string) => pick(getForms(name)).text ?? '';

  /** Fills the slots of a pattern, from left to right; one that has no value, from the list of its name. */
  const fill = (pattern: string, slots: Slots): string =>
    pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
      const slot = slots[name];
      if (slot) return slot();
      return LISTS.has(name) ? fill(pickFrom(name), slots) : '';
    });

  return {
    random,
    pick,
    pickFrom,
    fill,
    pickForm: (name: string) => pick(getForms(name)),
    /** Fills the page context of a form. Undefined if it has none. */
    fillContext(
      { text, host, notOfErrors, ...parts }: SyntheticForm,
      slots: Slots,
    ) {
      const context = Object.entries(parts).map(([part, value]) => [
        part,
        fill(value, slots),
      ]);

      return context.length > 0
        ? (Object.fromEntries(context) as Record<string, string>)
        : undefined;
    },
    /** Returns a number of up to six digits. Small numbers are as frequent as large ones. */
    drawFigure: () => String(Math.floor(10 ** (1 + random() * 5))),
    /** Returns an invented word, for words that no list has. With `like`, one in the same script. */
    drawWord(like = ''): string {
      const known = SYLLABLES.find((all) =>
        all.some((one) => like.toLowerCase().startsWith(one)),
      );

      const syllables =
        known ?? (random() < 0.5 ? (SYLLABLES[0] ?? []) : pick(SYLLABLES));

      const word = Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
        pick(syllables),
      ).join('');

      return word.slice(0, 1).toUpperCase() + word.slice(1);
    },
    drawClock: () =>
      `${10 + Math.floor(random() * 13)}:${10 + Math.floor(random() * 49)}`,
  };
}

/** Marks a code in a text under construction. */
export const markCode = (code: string): string => `‹${code}›`;

/** Returns a text without its marks, the codes between them, and the context without its own marks. */
export function readMarks(marked: string, context?: CorpusLine['context']) {
  const codes: CorpusLine['codes'] = [];
  let text = '';

  for (const part of marked.split(/(‹\d+›)/)) {
    const code = part.startsWith('‹') ? part.slice(1, -1) : null;
    if (code)
      codes.push({ code, start: text.length, end: text.length + code.length });
    text += code ?? part;
  }

  return {
    text,
    codes,
    context:
      context && JSON.parse(JSON.stringify(context).replace(/[‹›]/g, '')),
  };
}
