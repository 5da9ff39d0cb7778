import type { EntryKey, StateEffect, StateField } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { memoize } from '../core/get-or-insert.ts';
import { escapeLiteral } from '../detect/literals.ts';
import { createExplanation } from '../explain/explanation.ts';
import { FIELD_SIGN } from '../structure/field-names.ts';
import { readTextLines } from '../structure/text-tables.ts';
import { type Finding, NO_OCCURRENCE } from './finding.ts';

/** Longer texts are logs, whose states nobody asks about. */
const MAX_STATE_TEXT_UNITS = 50_000;
const MAX_OBJECT_UNITS = 400;

const EFFECTS: readonly StateEffect[] = ['blocked', 'limited', 'works', 'none'];

/** Returns one form of a name or value: `Quality rating`, `qualityRating`; `Active – Low quality`, `ACTIVE_LOW_QUALITY`. */
const normalize = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '');

const toPattern = (words: string, gap: string) => words.split(/[ _]/).map(escapeLiteral).join(gap);

/** `throughput.level` is in an object: `"throughput":{"level":"HIGH"`. `category=UTILITY` is a field with its value. */
const toFieldPattern = (field: string) =>
  toPattern(field, '[ _]?').replace('=', FIELD_SIGN).replace('\\.', String.raw`${FIELD_SIGN}\{\s{0,9}["']?`);

/** `category&language` are two fields, in any order. */
const toNearPattern = (near: string) =>
  `(?=[^]*(?<![a-z])${toFieldPattern(near).replace('&', ')(?=[^]*(?<![a-z])')})`;

function createReader({ fields, labels, near, values }: StateField) {
  const keys = new Map(
    values.flatMap(({ value, also = [], key, effect }) =>
      [value, ...also].map((said) => [normalize(said), { said, key, effect }] as const),
    ),
  );
  const said = [...keys.values()].map((one) => toPattern(one.said, String.raw`[\s_/–-]{1,3}`));
  const value = `(${said.sort((one, other) => other.length - one.length).join('|')})`;
  const names = [...fields, ...labels].map(toFieldPattern).join('|');
  // A page prints the value below or beside its label.
  const label = `(?:${labels.map(toFieldPattern).join('|') || '(?!)'})`;
  const below = String.raw`|${label}\s{0,9}[\n\t|]\s{0,9}`;
  return {
    pattern: new RegExp(String.raw`(?<![\w-])(?:(?:${names})${FIELD_SIGN}${below})${value}(?![\w-])`, 'gi'),
    /** Matches a text that is only a label and a value, which needs no other field. */
    alone: new RegExp(String.raw`^\s*(?:${label}${FIELD_SIGN}${below})${value}\W*$`, 'i'),
    names: new Set([...fields, ...labels].map(normalize)),
    keys,
    /** Matches other fields of the object, if the field alone does not say whose state it is. */
    near: near && new RegExp(`^(?:${near.map(toNearPattern).join('|')})`, 'i'),
  };
}

const getReaders = memoize((fields: readonly StateField[]) => fields.map(createReader));

interface State {
  key: EntryKey;
  effect: StateEffect;
  /** The entity of `health_status` that is in this state. */
  owner?: string | undefined;
}

const sortByEffect = (states: readonly State[]) =>
  EFFECTS.flatMap((effect) => states.filter((state) => state.effect === effect));

/** Explains each state once. What stops sending is first, then what limits it. */
function explainStates(states: readonly State[], catalogue: Catalogue): readonly Finding[] {
  const sorted = sortByEffect(states);
  return [...new Set(sorted.map(({ key }) => key))].flatMap((key) => {
    const entry = catalogue.byKey.get(key);
    const named = sorted.flatMap(({ key: own, owner }) => (own === key && owner ? owner : []));
    const said = named.length > 0 ? `entity_type: ${[...new Set(named)].join(', ')}` : null;
    return entry ? [{ ...createExplanation(entry.code, { entry, said }), ...NO_OCCURRENCE }] : [];
  });
}

/** Finds the columns whose headers are fields of states, and returns a reader of its rows. */
export function createStateReader(
  headers: readonly string[],
  catalogue: Catalogue,
  rows: readonly (readonly string[])[] = [],
) {
  const named = headers.map(normalize);
  const head = headers.join('\n');
  const isOfMessages = MESSAGE_HEADER.test(head) && !/quality/i.test(head);
  const columns = getReaders(catalogue.stateFields).flatMap(({ names, keys, near }) => {
    const own = named.flatMap((name, at) => (names.has(name) ? [{ at, keys }] : []));
    const known = own.filter(({ at }) => rows.every(({ [at]: cell = '' }) => !hasUnknownNumber(cell, keys)));
    return !isOfMessages && (!near || near.test(head)) ? known : [];
  });
  return {
    columns: columns.map(({ at }) => at),
    /** Returns the states of a row. What stops sending is first. */
    read: (readCell: (at: number) => string) =>
      sortByEffect(columns.flatMap(({ at, keys }) => keys.get(normalize(readCell(at))) ?? [])),
  };
}

/** A header of a table of messages: its status is none of a template or an account. Only numbers and templates have a quality. */
const MESSAGE_HEADER =
  /^(?:error[ _-]?(?:codes?|message|title)|failed[ _-]?at|recipient|to|message[ _-]?(?:id|status)|wamid)$/im;

/** Returns true for a cell with a number that is no state: a column of codes can have the name of a field. */
const hasUnknownNumber = (cell: string, keys: ReadonlyMap<string, unknown>): boolean =>
  /\d{3}/.test(cell) && !keys.has(normalize(cell));

/** The entity before its `can_send_message` in `health_status`. */
const ENTITY = /"entity_type"\s*:\s*"(\w+)"[^{}]*$/;

/** Finds known values behind their field or label, or below it in a table, never bare words. */
export function findStates(text: string, catalogue: Catalogue): readonly Finding[] {
  if (text.length > MAX_STATE_TEXT_UNITS) return [];
  const found: State[] = [];
  let isLabel = false;
  for (const { pattern, alone, keys, near } of getReaders(catalogue.stateFields)) {
    for (const { 0: said, 1: value = '', index } of text.matchAll(pattern)) {
      const state = keys.get(normalize(value));
      const before = text.slice(Math.max(0, index - MAX_OBJECT_UNITS), index);
      const after = text.slice(index, index + said.length + MAX_OBJECT_UNITS);
      isLabel = alone.test(text);
      if (state && (!near || isLabel || near.test(before + after)))
        found.push({ ...state, owner: ENTITY.exec(before)?.[1] });
    }
  }
  const getRowReader = memoize((headers: readonly string[]) => createStateReader(headers, catalogue));
  const isHead = (cells: readonly string[]) => getRowReader(cells).columns.length > 0;
  for (const { line, head, cells } of readTextLines(text, isHead)) {
    const readCell = (at: number) => line.slice(cells[at]?.start, cells[at]?.end);
    if (head) found.push(...getRowReader(head.cells).read(readCell));
  }
  const states = explainStates(found, catalogue);
  const [first, ...more] = states;
  if (!first || !isLabel || more.length === 0) return states;
  // Two kinds of objects have it: `Status: Pending`.
  const others = more.flatMap(({ entry }) => entry ?? []);
  return [{ ...first, others, ambiguous: true, undecided: 'variant' }];
}

/** Puts states behind the codes of a text, and drops what the engine took for a code in one of them. */
export function addStates(states: readonly Finding[], findings: readonly Finding[]) {
  if (states.length === 0) return findings;
  const values = new Set(states.map(({ code }) => code.toLowerCase()));
  const codes = findings.filter(({ code, entry }) => !entry?.state && !values.has(code.toLowerCase()));
  return [...codes, ...states];
}
