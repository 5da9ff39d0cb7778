import { FACTS } from './facts.ts';
import { gistIn, gistOf } from './gists.ts';
import type { Judged, Vouching } from './judged.ts';
import { haveProvider } from './kin.ts';
import type { Scene } from './scene.ts';
import { apart } from './words/letters.ts';

/** Farther from each other, two numbers need not be told of in one breath. */
const REACH = 500;
const LED = FACTS.led | FACTS.keyed;
/** The word before a number, as it is written, with the marks between: `code: `, `WhatsApp `. */
const LEAD = /[\p{L}_][\p{L}\p{M}\p{N}_.]{2,24}["'`*]{0,2}\s{0,2}[:=#：→-]{0,2}>?\s{0,2}["'`(#[*]{0,3}$/u;
/** `WhatsApp paused (#`: two words and the sign. */
const HASHED = /\p{L}{2,20}:?\s\p{L}{2,24}\s\(#$/u;
const OF_CODES =
  /class|retr[yi]|perman|transien|explain|describe|c[oó]d|kod|k[oö]d|err|fa[il]|fehl|falh|falla|meta|graph|whats|twilio|api|reason|motivo|hata|l[ỗo]i|ошиб|код|خط[أا]|رمز|错误|錯誤|エラー|コード|오류|코드|त्रुटि|कोड/iu;

/** A word for codes or errors, and nothing that could be counted. */
const CODE =
  /^(?:code|c[oó]digo|codice|kode|kod|kodu|error|erro|erreur|errore|fehler|hata|код|ошибка)(?![\p{L}])/iu;

/** Small codes beside rare ones of the same provider: where the same word leads up to both, or what stands there is what the code is about. */
export function vouchByLead({ judged, open, accepted, add, tie, drop }: Vouching): void {
  const sure = judged.filter(
    (one) => one.scene.code.length >= 5 && one.scene.kind === 'number' && accepted(one),
  );
  if (sure.length === 0) return;
  let next = 0;
  for (const one of open) {
    if (accepted(one)) continue;
    const { start, code, kind, form } = one.scene;
    if ((code.length > 4 && form !== 'unknown-like') || kind !== 'number') continue;
    while (next < sure.length && (sure[next]?.scene.start ?? 0) < start) next++;
    const beside = [sure[next - 1], sure[next]];
    if (form === 'unknown-like') {
      // `Error 131023?` above `Error 131008?`
      const alike = beside.find((other) => other && isNear(one, other) && isLedAlike(one.scene, other.scene));
      if (!alike) continue;
      add(one, 'led-alike', 3.2, alike.scene.code);
      drop(one, 'unplaced');
      continue;
    }
    const near = beside.find((other) => other && isNear(one, other) && haveProvider(other, one));
    if (!near) continue;
    const gist = gistOf(one.scene) ?? gistByCode(one.scene, sure.slice(Math.max(0, next - 3), next + 2));
    if (gist) {
      add(one, 'gist', 7.6, gist);
      tie(near, one);
    } else if (
      form !== 'http-status' &&
      (isLedAlike(one.scene, near.scene) || areWrapped(one.scene, near.scene))
    ) {
      add(one, 'led-alike', 6.4, near.scene.code);
      tie(near, one);
    }
  }
}

/** What the code around it says, written as it is for rare ones nearby. */
const gistByCode = (scene: Scene, near: readonly Judged[]) =>
  gistOfCall(scene, near) ?? gistOfCase(scene, near);

/** `halt("konto", `: a call with a word in front of the number. */
const CALL = /([A-Za-z_]\w{2,30}\()\s?["'`]([^"'`\n]{2,30})["'`],\s{0,2}["'`]?$/;

/** `halt("token", 190)` near `halt("account", 131031)`: the same call, and what the small code is about. */
function gistOfCall({ plainFacts, lineLeft, code }: Scene, near: readonly Judged[]): string | null {
  if ((plainFacts & FACTS.argument) === 0) return null;
  const [, call, word = ''] = CALL.exec(lineLeft) ?? [];
  if (call === undefined || !near.some(({ scene }) => CALL.exec(scene.lineLeft)?.[1] === call)) return null;
  return gistIn(code, word);
}

const CASE = /(?:^|[^\w.])(?:case|when)\s["'`]?(?:\d{1,7},\s){0,6}$/;

/** `case 190:` and `return ErrTokenExpired` beneath it, near `case 132007:`. */
function gistOfCase({ lineLeft, code, end, reading }: Scene, near: readonly Judged[]): string | null {
  if (!CASE.test(lineLeft) || !near.some(({ scene }) => CASE.test(scene.lineLeft))) return null;
  const [own = ''] = reading.text.slice(end, end + BODY).split(/\b(?:case|when|default|else)\b/);
  return gistIn(code, apart(own));
}
const BODY = 90;

const isNear = (one: Judged, other: Judged) => Math.abs(other.scene.start - one.scene.start) <= REACH;

/** Below three digits only where the word is one for codes, or the call that is made of both: `isRetryable(4)`. */
function isLedAlike(one: Scene, other: Scene): boolean {
  const lead = leadOf(one);
  if (lead === null || lead !== leadOf(other)) return false;
  return one.code.length >= 3 || CODE.test(lead) || (lead.endsWith('(') && !/\s/.test(lead));
}

/** ``(`131056`)`` and ``(`190`)``: both are set in code type in brackets, as nothing is that was counted. */
function areWrapped(one: Scene, other: Scene): boolean {
  return one.code.length >= 3 && isWrapped(one) && isWrapped(other);
}

const isWrapped = ({ left, right }: Scene) => left.endsWith('(`') && right.startsWith('`)');

function leadOf({ plainFacts, lineLeft }: Scene): string | null {
  if ((plainFacts & FACTS.hash) !== 0) return HASHED.exec(lineLeft.slice(-50))?.[0] ?? null;
  if ((plainFacts & LED) === 0) return null;
  const lead = LEAD.exec(lineLeft.slice(-36))?.[0];
  return lead && OF_CODES.test(lead) ? lead : null;
}
