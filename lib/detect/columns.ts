import { FACTS } from './facts.ts';
import type { Judged, Vouching } from './judged.ts';
import { areKin, haveRegistry } from './kin.ts';
import { entryField } from './rules/map-entry.ts';
import { isPhrase } from './title.ts';

/** Candidates that lead their lines in the same way, in lines that follow each other closely. */
function columnsOf(judged: readonly Judged[]): Judged[][] {
  const open = new Map<string, { last: number; lines: Judged[] }>();
  const columns: Judged[][] = [];
  for (const one of judged) {
    if ((one.scene.plainFacts & FACTS.head) === 0) continue;
    const { start, kind, form, code } = one.scene;
    if (kind === 'symbol') continue;
    const { lineLeft, right } = one.scene;
    if (lineLeft.length > 30 || /\p{L}|\d/u.test(lineLeft)) continue;
    // `1. calls the driver`: the points of a list.
    if (code.length < 3 && /^[.)]\s/.test(right)) continue;
    if (form === 'http-status' && !/^[A-Z][a-z]/.test(right) && !isTitled(right) && !isHeaded(right))
      continue;
    // Behind a comment mark any prose may follow; without one the sign behind the code has to be the same.
    const shape = /^(?:\/\/|\*|#|--)$/.test(lineLeft.trim())
      ? lineLeft.trim()
      : `${lineLeft.trim()}#${right.slice(0, 2).replace(/\p{L}/gu, 'a')}`;
    const before = open.get(shape);
    if (before && start - before.last <= 240) {
      before.lines.push(one);
      before.last = start;
    } else {
      const lines = [one];
      open.set(shape, { last: start, lines });
      columns.push(lines);
    }
  }
  return columns.filter((lines) => lines.length > 1);
}

/** A status among codes of which no list has it: `404 – …` between `131026 – …` and `131047 – …`. */
function isServers(sure: Judged, one: Judged): boolean {
  return one.scene.form === 'http-status' && !/^[A-Z][a-z]/.test(one.scene.right) && !haveRegistry(sure, one);
}

/** `410 – Message expired`, and not what every server says with a status. */
function isHeaded(right: string): boolean {
  return /^\s[–—-]\s\p{Lu}/u.test(right) && !isPhrase(right.replace(/^[\s–—-]+/, '').split('\n', 1)[0] ?? '');
}

/** Statuses that any interface answers with. */
const USUAL = /^(?:20\d|30\d|40[01345]|409|415|422|429|50[0-4])$/;

/** Lines like headings, `408 – …`, of which one list of a provider has every number. */
function sharedRegistry(lines: readonly Judged[]): boolean {
  const [first, ...rest] = lines;
  if (
    !first ||
    lines.length < 3 ||
    !lines.every(({ scene: { code, right } }) => code.length >= 3 && isHeaded(right))
  )
    return false;
  const { reading, start } = first.scene;
  const unusual = lines.filter(({ scene }) => !USUAL.test(scene.code)).length;
  if (
    reading.console
      ? unusual < 2
      : reading.topicNear('whatsapp', start) === null ||
        lines.every(({ scene }) => scene.form === 'http-status')
  )
    return false;
  return first.scene.meanings.some(({ provider, api }) =>
    rest.every(({ scene }) =>
      scene.meanings.some((other) => other.provider === provider && other.api === api),
    ),
  );
}

/** `410:` and a title beneath; an interface of anybody's describes its statuses. */
function isTitled(right: string): boolean {
  return /title|text|reason|solu|hint/i.test(entryField(right) ?? '');
}

/** What a column says for its lines. */
export function vouchInColumns({ judged, accepted, add, tie }: Vouching): void {
  for (const lines of columnsOf(judged)) {
    const kin = areKin(lines) && areWorded(lines);
    const sure =
      lines.find((one) => accepted(one) && one.scene.code.length >= 3) ?? (kin ? lines[0] : undefined);
    if (!sure) {
      if (sharedRegistry(lines)) for (const one of lines) add(one, 'column', 9.4, lines[0]?.scene.code ?? '');
      // Two known codes that lead lines of a console do not meet by chance.
      const known = lines.filter(({ scene }) => scene.form === 'six-digits');
      const strange = lines.some(({ scene }) => scene.form === 'unknown-like');
      if (known.length >= 2 && !strange && known[0]?.scene.reading.console)
        for (const one of known) add(one, 'column', 2, known[0].scene.code);
      continue;
    }
    const join = (weight: number) => {
      for (const one of lines) {
        if ((one !== sure || !accepted(one)) && !isServers(sure, one)) {
          add(one, 'column', weight, sure.scene.code);
          tie(sure, one);
        }
      }
    };
    join(4.4);
    if (kin)
      for (const one of lines) if (one.scene.code.length >= 3) add(one, 'column', 10.4, sure.scene.code);
    // A table of codes: what stands in line with three of them, a long one among them, is one as well.
    const proven = lines.filter(accepted);
    if (proven.length >= 3 && proven.some(({ scene }) => scene.code.length >= 5)) join(6.4);
  }
}

/** Numbers beside numbers, `131042: 221`, are no list of what codes mean. */
function areWorded(lines: readonly Judged[]): boolean {
  const worded = lines.filter(({ scene }) => /\p{L}{2}/u.test(scene.lineRight));
  return worded.length * 2 > lines.length;
}
