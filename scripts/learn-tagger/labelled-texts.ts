import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../build/run.ts';
import { parseMaskingCorpus, readPrivateMarks } from '../masking-evaluation.ts';
import type { LabelledText } from './examples.ts';

/** A private part of at least this many words, most of them in lower case, is what somebody said. */
const MIN_SAID_WORDS = 3;
const MIN_SAID_CHARS = 12;

/** Returns the texts of `tests/corpus/private-training.jsonl`. */
export const readLabelledTexts = (): LabelledText[] =>
  parseLabelledTexts(
    readFileSync(join(ROOT, 'tests/corpus/private-training.jsonl'), 'utf8'),
  );

/** Reads lines in the form of `parseMaskingCorpus`. */
export const parseLabelledTexts = (content: string): LabelledText[] =>
  parseMaskingCorpus(content).map(({ text: marked }) => {
    const { text, spans } = readPrivateMarks(marked);

    return {
      text,
      isHeldOut: false,
      private: spans
        .filter(({ isPrivate }) => isPrivate)
        .map(({ start, end }) => ({
          start,
          end,
          isSaid: looksSaid(text.slice(start, end)),
        })),
    };
  });

function looksSaid(written: string): boolean {
  if (/\d{4}|@/.test(written) || written.length < MIN_SAID_CHARS)
    return /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]{6}/u.test(
      written,
    );

  const words = written.split(/\s+/);
  const plain = words.filter((word) => /^[\p{Ll}\p{Lo}'’¿¡]/u.test(word));

  return words.length >= MIN_SAID_WORDS && plain.length >= words.length * 0.6;
}
