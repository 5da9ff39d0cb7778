import type { Candidate } from './candidates.ts';
import { FACTS } from './facts.ts';
import type { Cell } from './layout.ts';
import type { Reading } from './reading.ts';
import type { TitleMemo } from './title.ts';

const LEFT = 90;
const RIGHT = 120;
/** How far back the object that a value stands in is looked for. */
const OBJECT = 600;

/** How ordinary a number or word of this form is: what has to be outweighed. */
export type Form =
  | 'six-digits'
  | 'seven-digits'
  | 'five-digits'
  | 'five-rare'
  | 'four-digits'
  | 'year'
  | 'round'
  | 'three-digits'
  | 'http-status'
  | 'few-digits'
  | 'zero'
  | 'range'
  | 'symbol'
  | 'word'
  | 'unknown-like'
  | 'unknown';

/** A candidate with its surroundings: all that a rule may look at. Windows are bounded, whatever the text. */
export interface Scene extends Candidate {
  reading: Reading;
  /** Bits of `FACTS`. */
  facts: number;
  form: Form;
  /** Text before and after, tags taken out; at most 90 and 120 characters. */
  left: string;
  right: string;
  /** The same, cut at the ends of the line. */
  lineLeft: string;
  lineRight: string;
  /** Name that the candidate is the value of: `error_code` in `"error_code": 131047`. */
  key: string | null;
  /** The key is written as in data (`"code": `, `code=`), not as in prose (`Code: `). */
  structural: boolean;
  /** The candidate is compared with the key: `code === 131047`. */
  compared: boolean;
  /** Name of the object that the value stands in: `errors` in `"errors":[{"code":…`. */
  owner: string | null;
  header: string | null;
  label: string | null;
  cell: Cell | null;
  titles: TitleMemo;
}

const KEY =
  /([\p{L}_$][\p{L}\p{M}\p{N}_$.-]{0,40})((?:\\{0,3}["'`]|&quot;|%22|\]|\)|\*\*)?)(\s{0,4}(?::|%3A|%3D|=>|={1,3}|!={1,2}|：|→)\s{0,6})((?:\\{0,3}["'`(]|&quot;|%22|\[|\*\*|#){0,3})$/u;

/** Without one of these close by there is no key. */
const SIGN = /[:=：→]|%3/;

export function sceneOf(candidate: Candidate, reading: Reading): Scene {
  const { text, context } = reading;
  const { start, end } = candidate;
  // A value at the head of its own node: the label stands in the node before it.
  const label = start <= 4 && context.label ? `${context.label.slice(-60)} ` : '';
  const left = untagged(label + text.slice(Math.max(0, start - LEFT), start));
  const right = untagged(text.slice(end, end + RIGHT));
  const key = SIGN.test(left.slice(-32)) ? KEY.exec(left) : null;
  const cell = reading.layout.cellAt(start);
  const structural =
    key !== null &&
    (key[2] !== '' ||
      /=|→|%/.test(key[3] ?? '') ||
      key[4] !== '' ||
      /[_A-Z]/.test(key[1]?.slice(1) ?? '') ||
      isDataValue(left, right));
  const header = cell?.header ?? context.header ?? null;
  const ownLabel = cell?.label ?? (text.length - (end - start) <= 24 ? (context.label ?? null) : null);
  return {
    ...candidate,
    reading,
    facts: factsIn(candidate, left, right, structural, header, ownLabel),
    form: formOf(candidate),
    left,
    right,
    lineLeft: left.slice(left.lastIndexOf('\n') + 1),
    lineRight: right.split('\n', 1)[0] ?? '',
    key: key?.[1] ?? null,
    compared: key !== null && /[=!]==?/.test(key[3] ?? ''),
    structural,
    owner: key && structural ? ownerAt(text, start) : null,
    header,
    label: ownLabel,
    cell,
    titles: { matches: new Map(), beside: null, stems: null },
  };
}

function factsIn(
  { kind, code }: Candidate,
  left: string,
  right: string,
  structural: boolean,
  header: string | null,
  label: string | null,
): number {
  let facts = kind === 'number' ? FACTS.number : kind === 'symbol' ? FACTS.symbol : 0;
  if (code.length >= 5) facts |= FACTS.long;
  if (left !== '') facts |= FACTS.left | FACTS.beside;
  if (right !== '') facts |= FACTS.right | FACTS.beside;
  if (structural) facts |= FACTS.value;
  if (header) facts |= FACTS.header | FACTS.heading;
  if (label) facts |= FACTS.label | FACTS.heading;
  return facts;
}

/**
 * What a heading or a label says goes for what leads the cell, and for an everyday word or a small number only where
 * nothing else stands in it: `(#131026) Message undeliverable` under "Error".
 */
export function leadsText({ cell, form, code, kind, start, end, reading: { text } }: Scene): boolean {
  if (cell && !cell.leads) return false;
  if (kind === 'number' && code.length >= 5) return true;
  const before = cell ? '' : text.slice(Math.max(0, start - 40), start);
  if (start > 40 && !cell) return /\n[^\p{L}\p{N}\n]*$/u.test(before);
  if (/[\p{L}\p{N}][^\n]*$/u.test(before)) return false;
  return form !== 'word' || cell !== null || !/^[^\n]*[\p{L}\p{N}]/u.test(text.slice(end, end + 40));
}

/** Words stand before the candidate in its own line: they say what it is, not the heading or the label of the page. */
export function speaksForItself({ cell, start, reading: { text } }: Scene): boolean {
  return cell === null && /\p{L}{2}[^\n]*$/u.test(text.slice(Math.max(0, start - 60), start));
}

/** `code: 131047,` in a console or source: a bare lower-case name, and the value ends there. */
function isDataValue(left: string, right: string): boolean {
  return /(?:^|[{,(\n]|\.)\s*[a-z_$][\w$]*\s?:\s?$/.test(left) && /^\s*(?:[,})\]]|$)/.test(right);
}

function untagged(window: string): string {
  return window.includes('<') ? window.replace(/<\/?[a-zA-Z][^<>]{0,60}>/g, ' ') : window;
}

function formOf({ code, kind, meanings }: Candidate): Form {
  if (kind === 'range') return 'range';
  if (kind === 'symbol') {
    const everyday =
      meanings.every(({ state, code: own }) => state && own === code) || !/[_-]|[a-z][A-Z]/.test(code);
    return everyday ? 'word' : 'symbol';
  }
  if (meanings.length === 0)
    return /^(?:13\d{4}|14\d{4}|2[34589]\d{5})$/.test(code) ? 'unknown-like' : 'unknown';
  const digits = code.replace('-', '').length;
  if (digits >= 7) return 'seven-digits';
  if (digits === 6) return 'six-digits';
  if (/^[1-9]0{3,}$/.test(code)) return 'round';
  if (/^(?:63[01]\d\d|8000[78])$/.test(code)) return 'five-rare';
  if (digits === 5) return 'five-digits';
  if (/^(?:19[89]\d|20[0-4]\d)$/.test(code)) return 'year';
  if (digits === 4) return 'four-digits';
  if (/^0+$/.test(code)) return 'zero';
  if (digits < 3) return 'few-digits';
  return isHttpStatus(code) ? 'http-status' : 'three-digits';
}

export function isHttpStatus(code: string): boolean {
  return /^(?:20[0-6]|30[0-8]|40\d|41[0-8]|42[1-9]|451|50[0-4])$/.test(code);
}

/** The name before the bracket that encloses an offset: `errors` in `"errors":[{"code":`. */
function ownerAt(text: string, offset: number): string | null {
  let depth = 0;
  const stop = Math.max(0, offset - OBJECT);
  for (let at = offset - 1; at >= stop; at--) {
    const sign = text[at];
    if (sign === '}') depth++;
    else if (sign === '{') {
      if (depth === 0) {
        const before = text.slice(Math.max(0, at - 60), at).replace(/[\s[{(]+$/, '');
        // A later element of a list: `errors:[{…},{…}]`; the list's own name lies further back.
        if (before.endsWith(',') || before.endsWith('}')) {
          const list = text
            .slice(Math.max(0, at - OBJECT), at)
            .match(/(\w+)\\*["']?\s*[:=]>?\s*\[\s*\{(?![\s\S]*\])/);
          return list?.[1] ?? null;
        }
        return /([\w$]+)\\*["'`]?\s*(?::|=>?)\s*\\*["'`]?$/.exec(before)?.[1] ?? null;
      }
      depth--;
    }
  }
  return null;
}
