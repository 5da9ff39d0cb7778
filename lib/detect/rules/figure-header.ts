import { speaksForItself } from '../leads.ts';
import { stateOfOne } from '../one-message.ts';
import type { Examples, Rule } from '../rule.ts';
import { FIGURE_THINGS, FIGURES } from '../words/other.ts';
import { cue, wordless } from '../words/pattern.ts';
import { isOfErrors } from './header.ts';

const HEADING = cue(FIGURES, { before: wordless(4) });
/** `Recent orders` */
const THINGS = cue(FIGURE_THINGS, { before: /^[^\p{L}\p{N}]{0,4}(?:\p{L}+\s){0,2}$/u, after: wordless(4) });
const ENDING = /[\s_](?:ids?|number|count|rate|amount|limit|cost|time|date)[^\p{L}]*$/iu;
/** `Request (bytes)`, `Latency (ms)`, `Fee (USD)` */
const UNIT =
  /[(（](?:bytes?|字节|байт\w?|[kmg]i?b|ms|secs?|秒|min|км|km|kg|m|%|€|\$|usd|eur|inr|rs|brl|元|円|руб)\.?[)）]\W{0,4}$/iu;

/** `Failed reason`, `Count of error codes`: said of errors. */
const OF_ERROR = /err|c[oó]d[ei]|reason|motivo|grund|fehl/i;

/** `RECIPIENT_NOT_OPTED_IN`: the first row of a table without headings. */
const NAME = /^[^\w]*[A-Z]+(?:_[A-Z]+)+[^\w]*$/;

/** The column or the label is one of amounts, dates, numbers of people. */
export const rule: Rule = {
  id: 'figure-header',
  family: 'against',
  weight: -4.5,
  needs: ['heading'],
  find(scene) {
    const { header, label } = scene;
    if (speaksForItself(scene)) return null;
    if (
      header &&
      header.length <= 40 &&
      !header.includes('`') &&
      (HEADING.in(header) || THINGS.in(header) || ENDING.test(header) || UNIT.test(header)) &&
      !OF_ERROR.test(header) &&
      !NAME.test(header)
    )
      return header;
    if (!label || scene.cell?.leads === false || !HEADING.in(label) || OF_ERROR.test(label)) return null;
    return stateOfOne(scene) || isOfErrors(scene) ? null : label;
  },
};

export const examples: Examples = {
  yes: [
    '| Figure | Amount |\n| --- | --- |\n| Adults | ‹131049› |',
    'Total\t‹131047›',
    '| Phone | Name |\n|---|---|\n| ‹131047› | A |',
    '| 请求(字节) | B |\n|---|---|\n| ‹131049› | A |',
  ],
  no: [
    '- Template has no header of its own, so that none is sent\n- code 131047',
    '| Error Code | A |\n|---|---|\n| 131049 | B |',
    '131047',
    '| Status | Error |\n|---|---|\n| failed | 131049 |',
    '| `RECIPIENT_LIMIT` | A |\n| 131047 | B |',
    '| Customer of ours | refused, error 131050 |',
    'Totally 131047',
  ],
};
