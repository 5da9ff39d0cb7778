import { inLinesAlike } from './alike.ts';
import { FACTS } from './facts.ts';
import { isRareForm } from './form.ts';
import type { Judged, Vouching } from './judged.ts';
import { areKin, areOf, haveRegistry, isThing, isTied } from './kin.ts';
import { areOfOneRegistry } from './registry.ts';
import { entryField } from './rules/map-entry.ts';
import { isPhrase } from './title.ts';

/** `| 131047 | <|fim_middle|> |`: most rows name another system. */
function areForeign(lines: readonly Judged[]): boolean {
  const foreign = lines.filter(({ scene: { reading, lineLeft, lineRight, start } }) =>
    `${lineLeft}${lineRight}`.includes(reading.topicNear('foreign', start, AROUND) ?? '\n'),
  );
  return foreign.length * 2 > lines.length;
}

/** How a candidate leads its line; null where it does not. */
function headOf(one: Judged): string | null {
  const { scene } = one;
  if ((scene.plainFacts & FACTS.head) === 0 || scene.kind === 'symbol') return null;
  if (isThing(one)) return null;
  const { form, code, lineLeft, right } = scene;
  if (lineLeft.length > 30 || /\p{L}|\d/u.test(lineLeft)) return null;
  // `1. calls the driver`: the points of a list.
  if (code.length < 3 && /^[.)]\s/.test(right)) return null;
  if (form === 'http-status' && isUsual(right)) return null;
  // Behind a comment mark any prose may follow; without one the sign behind the code has to be the same.
  const mark = lineLeft.trim();
  if (/^(?:\/\/|\*|#|--)$/.test(mark)) return mark;
  // The last of a list has no comma in front of its comment.
  const sign = /^\s{1,12}(?:\/\/|#)/.test(right)
    ? ', '
    : // `7003A parameter …` among `7001Login …`
      /^[A-Z]\s[a-z]/.test(right)
      ? 'aa'
      : right
          .replace(/^[^\S\n]{2,12}/, ' ')
          .slice(0, 2)
          .replace(/\p{L}/gu, 'a');
  return `${mark}#${sign}`;
}

/** A status among codes, `404: …` between `131026: …` and `131047: …`, unless one list of a provider has both and tells what it means. */
function isServers(sure: Judged, one: Judged): boolean {
  const { form, right, reading } = one.scene;
  if (form !== 'http-status' || /^[A-Z][a-z]/.test(right)) return false;
  // The on-premises client has 500 and 501 beside its 471, each with what it says.
  if (areOnprems(sure, one) && /^["'`]?\s[-–—]\s\p{Lu}\p{L}+\s\p{L}/u.test(right)) return false;
  // On the console of a provider that answers with its own: `401 | Invalid api_key`, `403 | This URL is blocked`.
  const own = reading.console?.provider;
  if (own && own !== 'meta' && [sure, one].every(({ scene }) => areOf(scene.meanings, own))) return false;
  return !isTitled(right) || !haveRegistry(sure, one);
}

const areOnprems = (...both: readonly Judged[]) =>
  both.every(
    ({ scene: { code, meanings } }) => code.length === 3 && meanings.some(({ api }) => api === 'onprem'),
  );

/** What every server says with a status. */
function isUsual(right: string): boolean {
  return isPhrase(/^[^\p{L}\n]{1,6}(\p{L}[^\n|"'`<(]{1,30})/u.exec(right)?.[1] ?? '');
}

/** `410:` and a title beneath; an interface of anybody's describes its statuses. */
function isTitled(right: string): boolean {
  return /title|text|reason|solu|hint/i.test(entryField(right) ?? '');
}

const AROUND = 80;

/** `[131047] = "…", [131048] = "…"` and so on without a gap: the places of an array. */
const areCounted = (lines: readonly Judged[]) =>
  lines.length >= LEAST_COUNTED &&
  lines.every(
    ({ scene }, at) =>
      /^\s*\[$/.test(scene.lineLeft) && Number(scene.code) === Number(lines[0]?.scene.code) + at,
  );
const LEAST_COUNTED = 4;

/** What a column says for its lines. */
export function vouchInColumns({ judged, accepted, add, tie }: Vouching): void {
  for (const lines of inLinesAlike(judged, headOf)) {
    if (areOfOneRegistry(lines) && areWorded(lines) && areAlone(lines))
      for (const one of lines) add(one, 'column', 9.4, lines[0]?.scene.code ?? '');
    if (lines.every(({ scene }) => /^\W*#$/.test(scene.lineLeft)) && !areTold(lines)) continue;
    const kin = areKin(lines) && areWorded(lines) && !areForeign(lines) && !areCounted(lines);
    const sure =
      lines.find((one) => accepted(one) && one.scene.code.length >= 3) ??
      (kin ? lines[0] : firstOf(lines.filter(accepted)));
    if (!sure) {
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
          add(one, 'column', isElement(one) && isTied(sure, one) ? 7.4 : weight, sure.scene.code);
          tie(sure, one);
        }
      }
    };
    join(4.4);
    if (kin)
      for (const one of lines)
        if (one.scene.code.length >= 3 && !isServers(sure, one)) add(one, 'column', 10.4, sure.scene.code);
    // A table of codes: what stands in line with three of them, a long one among them, is one as well.
    const proven = lines.filter(accepted);
    if (proven.length >= 3 && proven.some(({ scene }) => scene.code.length >= 5)) join(6.4);
    else if (proven.length >= 2)
      for (const one of lines)
        if (one.scene.form === 'four-digits' && proven.every((each) => haveRegistry(each, one)))
          add(one, 'column', 6.4, sure.scene.code);
  }
}

/** `1 AbsentSubscriber`, `41 SmscReject`, `61 SessionExpired`: small ones that are known for codes prove the others of their list where they are several. */
const firstOf = (proven: readonly Judged[]) =>
  proven.length >= 3 && proven.every((one) => haveRegistry(proven[0] as Judged, one)) ? proven[0] : undefined;

/** `4, // too many calls`: a list in source tells of each what it means. */
const isElement = ({ scene }: Judged) => /^["'`]?,\s{1,12}(?:\/\/|#)\s\p{L}/u.test(scene.right);

/** No other number leads a line among theirs. */
function areAlone(lines: readonly Judged[]): boolean {
  const [first, last] = [lines[0]?.scene, lines.at(-1)?.scene];
  if (!first || !last) return false;
  const { text } = first.reading;
  const from = Math.max(0, first.start - AROUND);
  const heads =
    `${from === 0 ? '\n' : ''}${text.slice(from, last.end + AROUND)}`.match(
      /\n[^\p{L}\d\n]{0,12}\d{1,7}(?!\d)/gu,
    ) ?? [];
  return heads.length <= lines.length;
}

/** Numbers beside numbers, `131042: 221`, are no list of what codes mean. */
function areWorded(lines: readonly Judged[]): boolean {
  const worded = lines.filter(
    ({ scene: { form, lineRight, right } }) =>
      /\p{L}{2}/u.test(lineRight) || (isRareForm(form) && DEFINED.test(right)),
  );
  return worded.length * 2 > lines.length;
}

/** `#131026 Assigned to Asha`: tickets; a list of codes tells what half of them mean. */
function areTold(lines: readonly Judged[]): boolean {
  const told = lines.filter(({ verdict }) =>
    verdict.found.some(({ evidence }) => evidence.rule.startsWith('title')),
  );
  return told.length * 2 >= lines.length;
}

/** A list of definitions: the number by itself in its line, and below it what it means. */
const DEFINED = /^["'`*:]{0,3}[^\S\n]*\n\s{0,8}:?\s{0,4}["'«„“(]?\p{L}{2}/u;
