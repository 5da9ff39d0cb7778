import type { Meaning } from './code-index.ts';
import { FACTS } from './facts.ts';
import type { Judged } from './judged.ts';

const LEAST_ROWS = 3;
/** The number is all that its cell holds. */
const CELL_BEFORE = /[|\t]\s{0,40}[`"*]{0,2}$/;
const CELL_AFTER = /^[`"*]{0,2}[^\S\n]{0,40}(?:[|\t\n]|$)/;

/**
 * Tables that give the codes of one provider in those of another, `63019 | 400`, `63025 | 1004`: each row begins with a rare code and ends
 * with a small one, and all the small ones are of one registry. A column of counts is not.
 */
export function mappedOf(judged: readonly Judged[], accepted: (one: Judged) => boolean): Judged[] {
  const mapped: Judged[] = [];
  let shared: Set<string> | null = null;
  let rows = 0;
  for (let at = 0; at < judged.length; at++) {
    const first = judged[at];
    if (
      !first ||
      first.scene.code.length < 5 ||
      (first.scene.plainFacts & FACTS.head) === 0 ||
      !accepted(first)
    )
      continue;
    rows++;
    const { text } = first.scene.reading;
    const end = text.indexOf('\n', first.scene.end);
    while (judged[at + 1] && (end < 0 || (judged[at + 1]?.scene.start ?? 0) < end)) at++;
    const last = judged[at];
    if (!last || !isCell(last)) continue;
    const registries = new Set(last.scene.meanings.map(registryOf));
    shared = shared === null ? registries : intersection(shared, registries);
    mapped.push(last);
  }
  return mapped.length >= LEAST_ROWS && mapped.length === rows && shared && shared.size > 0 ? mapped : [];
}

function isCell({ scene: { code, start, end, reading } }: Judged): boolean {
  return (
    (code.length === 3 || code.length === 4) &&
    CELL_BEFORE.test(reading.text.slice(Math.max(0, start - 44), start)) &&
    CELL_AFTER.test(reading.text.slice(end, end + 44))
  );
}

const registryOf = ({ provider, api }: Meaning) => `${provider}/${api}`;

function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter((entry) => other.has(entry)));
}
