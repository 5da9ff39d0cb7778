import type { StateEffect, StateField } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { memoize } from '../core/get-or-insert.ts';
import { escapeLiteral } from '../detect/literals.ts';
import { explainEntry } from '../explain/explanation.ts';
import { FIELD_SIGN } from '../structure/field-names.ts';
import { findTextTables } from '../structure/text-tables.ts';
import { type Finding, NO_OCCURRENCE } from './finding.ts';

/** Longer texts are logs, whose states nobody asks about. */
const MAX_STATE_TEXT_UNITS = 50_000;
/** In a text this short, a label such as `Status: Paused` needs no other field that shows whose state it is. */
const MAX_LABEL_UNITS = 60;
const MAX_OBJECT_UNITS = 400;

const EFFECTS: readonly StateEffect[] = ['blocked', 'limited', 'works', 'none'];

const normalizeValue = (value: string) => value.toLowerCase().replaceAll(' ', '_');

/** `throughput.level` is the field of an object in a field: `"throughput":{"level":"HIGH"`. */
const toFieldPattern = (field: string) =>
  field.split('.').map(escapeLiteral).join(String.raw`${FIELD_SIGN}\{\s{0,9}["']?`).replaceAll(' ', '[ _]');

function createReader({ fields, labels, near, values }: StateField) {
  const keys = new Map(
    values.flatMap(({ value, also = [], key, effect }) =>
      [value, ...also].map((one) => [normalizeValue(one), { key, effect }] as const),
    ),
  );
  const names = [...fields, ...labels].map(toFieldPattern).join('|');
  const said = [...keys.keys()].map((value) => escapeLiteral(value).replaceAll('_', '[ _]'));
  const longestFirst = said.sort((a, b) => b.length - a.length).join('|');
  // A page prints the value below or beside its label.
  const below = labels.map((label) => String.raw`|${toFieldPattern(label)}\s{0,9}[\n\t|]\s{0,9}`).join('');
  const before = `(?:${names})${FIELD_SIGN}${below}`;
  return {
    pattern: new RegExp(String.raw`(?<![\w-])(?:${before})(${longestFirst})(?![\w-])`, 'gi'),
    /** A value alone, and the column in which it counts. */
    bareValue: new RegExp(String.raw`(?<![\w-])(${longestFirst})(?![\w-])`, 'gi'),
    name: new RegExp(names, 'i'),
    keys,
    /** Matches other fields of the object, if the field alone does not say whose state it is. */
    near: near ? new RegExp(near.map(escapeLiteral).join('|'), 'i') : null,
  };
}

const getReaders = memoize((fields: readonly StateField[]) => fields.map(createReader));

/**
 * Finds known values behind their field or label, or below it in a table, never bare words. What stops sending is
 * first, then what limits it, each state once.
 */
export function findStates(text: string, catalogue: Catalogue): readonly Finding[] {
  const { stateFields } = catalogue;
  if (stateFields.length === 0 || text.length > MAX_STATE_TEXT_UNITS) return [];
  const isLabel = text.trim().length <= MAX_LABEL_UNITS;
  const found = new Map<string, { rank: number; value: string }>();
  const { cellAt } = findTextTables(text);
  const isBelow = (name: RegExp, at: number) => {
    const header = cellAt(at)?.header?.trim() ?? '';
    return header !== '' && name.exec(header)?.[0] === header;
  };
  for (const reader of getReaders(stateFields)) {
    const { pattern, bareValue, name, keys, near } = reader;
    const mayBeTable = text.includes('\n') && name.test(text);
    const cells = mayBeTable ? [...text.matchAll(bareValue)].filter(({ index }) => isBelow(name, index)) : [];
    for (const match of [...text.matchAll(pattern), ...cells]) {
      const [said, value = ''] = match;
      const state = keys.get(normalizeValue(value));
      const start = Math.max(0, match.index - MAX_OBJECT_UNITS);
      const object = text.slice(start, match.index + said.length + MAX_OBJECT_UNITS);
      if (!state || (near && !near.test(object) && !(isLabel && isSole(value, stateFields)))) continue;
      if (!found.has(state.key)) found.set(state.key, { rank: EFFECTS.indexOf(state.effect), value });
    }
  }
  return [...found]
    .sort(([, a], [, b]) => a.rank - b.rank)
    .flatMap(([key, { value }]) => {
      if (!catalogue.byKey.has(key)) return [];
      return [{ ...explainEntry({ code: value, key }, catalogue, {}), others: [], ...NO_OCCURRENCE }];
    });
}

const isSole = (value: string, fields: readonly StateField[]) =>
  fields.filter(({ near, values }) => near && values.some((one) => one.value === value.toUpperCase()))
    .length === 1;

/** Puts states behind the codes of a text, and drops what the engine took for a code in one of them. */
export function addStates(text: string, findings: readonly Finding[], catalogue: Catalogue) {
  const states = findStates(text, catalogue);
  if (states.length === 0) return findings;
  const values = new Set(states.map(({ code }) => code.toLowerCase()));
  const codes = findings.filter(({ code, entry }) => !entry?.state && !values.has(code.toLowerCase()));
  return [...codes, ...states];
}
