import { FACTS } from './facts.ts';
import { isRareForm } from './form.ts';
import type { Judged, Vouching } from './judged.ts';
import { areKin, areOf, haveProvider, isTied } from './kin.ts';
import { areOfOneRegistry } from './registry.ts';
import { rule as codeClass } from './rules/code-class.ts';
import { faultBefore } from './rules/named-error.ts';
import type { Scene } from './scene.ts';

/** `ACCOUNT_BLOCKED = `, `const AccessDenied: u32 = `, `ACCESS_DENIED(`: a name in front of its number; within a line a constant. */
const NAME =
  /(?:^\s*(?:[[@][^\n]{1,60}[\])]\s)?(?:[a-z]{3,9}\s){0,3}[A-Za-z]\w{3,60}(?:\s?:\s?\w{1,12})?\s{0,20}(?:=|:|\()|[,;]\s[A-Z][A-Z\d_]{3,60}\s?=)\s{0,20}["'`]?$/;
/** One of the words of `kMaxBodyLen`; `REPORT` is none. */
const MEASURE = /^(?:max|min|len|length|timeout|ttl|port|width|height|bytes)$/i;
const WORDS = /_|(?<=[a-z])(?=[A-Z])/;
/** `used_memory:131056`, `vertices : 30007`: what is counted, whatever the figures. */
const COUNT =
  /^(?:total|count|used|memory|rss|hits|misses|keys|processed|connected|vertices|faces|normals|rows|records|samples|bytes|size|sum|avg|mean)$/i;
const NEAR = 240;
const LED = FACTS.keyed | FACTS.marked;

/** Lists of errors by name, one in each line, as source has them: known numbers, and next to none besides. */
export function vouchInNames({ judged, accepted, add, tie, drop }: Vouching): void {
  for (const lines of listsOf(judged)) {
    if (lines.filter(({ scene }) => isCount(scene)).length * 2 >= lines.length) continue;
    const sure = lines.find(({ scene }) => isRareForm(scene.form));
    if (!sure) {
      if (areOfOneRegistry(lines))
        for (const one of lines) add(one, 'named', 9.4, lines[0]?.scene.code ?? '');
      continue;
    }
    const kin = areKin(lines, true) || areOfOneOwner(lines) || areOfOneRegistry(lines);
    if (kin && codeClass.find(sure.scene) !== null)
      for (const one of fewDigitsBeside(lines, judged))
        if (haveProvider(sure, one)) add(one, 'named', 10.4, sure.scene.code);
    for (const one of lines) {
      if (!kin && !(accepted(sure) && isTied(sure, one) && isNamedAs(sure, one))) continue;
      add(one, 'named', 10.4, sure.scene.code);
      tie(sure, one);
      // The name of an error in any language is none of a value.
      if (kin) drop(one, 'other-key');
    }
  }
}

/** `ERR_WINDOW = 131047, ERR_TOKEN = 190` */
const PREFIX = /(?:^|[^A-Za-z\d_])(\w{0,12}ERR(?:OR)?S?_)\w{1,40}\s{0,20}[=:(]\s{0,20}["'`]?$/;

/** `TOKEN_EXPIRED: 190` beside one that is known for a code. */
function isNamedAs(sure: Judged, one: Judged): boolean {
  if (faultBefore(one.scene.lineLeft) !== null) return true;
  const prefix = PREFIX.exec(one.scene.lineLeft)?.[1];
  return prefix !== undefined && prefix === PREFIX.exec(sure.scene.lineLeft)?.[1];
}

/** Two rare numbers of a provider, and none that it does not have: `PAIR_RATE = 131056;`, `TOKEN_EXPIRED = 190;` where WhatsApp is named, or on its console. */
function areOfOneOwner(lines: readonly Judged[]): boolean {
  const [first] = lines;
  const rare = new Set(lines.flatMap(({ scene }) => (isRareForm(scene.form) ? [scene.code] : [])));
  if (!first || rare.size < 2) return false;
  const { meanings, reading, start } = first.scene;
  if (!areOf(meanings, reading.console?.provider) && reading.topicNear('whatsapp', start) === null)
    return false;
  return (
    lines.some(({ scene }) => faultBefore(scene.lineLeft) !== null) &&
    lines.every((one) => haveProvider(first, one))
  );
}

/** Errors of six digits may well be named for a limit. */
const isMeasured = ({ code, key }: Scene) => code.length < 5 && hasWord(key, MEASURE);

const isCount = ({ key }: Scene) => hasWord(key, COUNT);

const hasWord = (key: string | null, of: RegExp) => (key ?? '').split(WORDS).some((word) => of.test(word));

/** Told once of the same windows. */
function isNamed(scene: Scene): boolean {
  const { situation } = scene;
  if (!situation) return NAME.test(scene.lineLeft);
  situation.named ??= NAME.test(scene.lineLeft);
  return situation.named;
}

/** `AuthException = 0, PermissionDenied = 10` in an enumeration of codes. */
function fewDigitsBeside(lines: readonly Judged[], judged: readonly Judged[]): Judged[] {
  const from = (lines[0]?.scene.start ?? 0) - NEAR;
  const to = (lines.at(-1)?.scene.end ?? 0) + NEAR;
  return judged.filter(
    ({ scene: { code, kind, start, end }, scene }) =>
      code.length < 3 && kind === 'number' && start >= from && end <= to && codeClass.find(scene) !== null,
  );
}

function listsOf(judged: readonly Judged[]): Judged[][] {
  const lists: Judged[][] = [];
  let last = -1;
  for (const one of judged) {
    const { kind, plainFacts, start, code } = one.scene;
    if (kind !== 'number' || code.length < 3 || (plainFacts & LED) === 0) continue;
    // `MAGIC_131000 = 131000` tells nothing.
    if (!isNamed(one.scene) || one.scene.lineLeft.includes(code) || isMeasured(one.scene)) continue;
    if (last >= 0 && start - last <= NEAR) lists.at(-1)?.push(one);
    else lists.push([one]);
    last = start;
  }
  return lists;
}
