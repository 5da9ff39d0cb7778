import { isLongForm } from './form.ts';
import type { Judged, Vouching } from './judged.ts';
import { haveProvider } from './kin.ts';
import type { Scene } from './scene.ts';
import { NUMBERED } from './words/other.ts';
import { cue } from './words/pattern.ts';

/** The same number again, where it was told of nearby or a sign sets it apart; and a long one near a long code. */
export function vouchForRepeats({ judged, open, accepted, add, drop }: Vouching): void {
  const sure = judged.filter(
    (one) => accepted(one) && one.scene.code.length >= 3 && one.scene.kind === 'number',
  );
  const codes = new Set<string>();
  for (const { scene } of sure) codes.add(scene.code);
  let next = 0;
  for (const one of open) {
    // `#131026` of a ticket, whatever the text tells of 131026.
    if (accepted(one) || (isNumbered(one) && isOwnNumber(one)) || isFigure(one)) continue;
    const { code, start, form } = one.scene;
    while (next < sure.length && (sure[next]?.scene.start ?? 0) < start) next++;
    const named = codes.has(code) && isNamedHere(one, sure.slice(Math.max(0, next - AROUND), next + AROUND));
    if (codes.has(code) && (named || isMarked(one))) {
      add(
        one,
        'repeated',
        form === 'five-digits' ? 3.6 : code.length >= 5 ? 3.2 : isPrefix(one) ? 6.4 : 4,
        code,
      );
      // `const WINDOW_CLOSED = 63016`, once the text has told what 63016 is.
      if (named || (code.length >= 5 && !VARIABLE.test(one.scene.key ?? ''))) drop(one, 'other-key');
      if (named) drop(one, 'currency');
      drop(one, 'unplaced');
      // `Veio #131031, todos param` and `the unpaid ones (131042)`, once the text has told what 131031 and 131042 are.
      if (/[#(]$/.test(one.scene.left)) drop(one, 'numbered');
      // `served 131031 requests`
      if (one.verdict.found.some(({ evidence }) => evidence.rule === 'quantity')) drop(one, 'repeated');
    }
    if (!isLongForm(form)) continue;
    const beside = [sure[next - 1], sure[next]].find(
      (other) => other && other.scene.code.length >= 5 && Math.abs(other.scene.start - start) <= 300,
    );
    // 10010 is no code of Meta's.
    if (beside && (form !== 'five-digits' || haveProvider(beside, one)))
      add(one, 'together', 1.6, beside.scene.code);
  }
}

/** `count=131047`, `took: 131047`: a figure of its own, whatever the next line tells of 131047. */
const FIGURE =
  /(?:^|_)(?:count|total|size|bytes|len|length|offset|seq|sequence|lines?|rows?|ts|ms|took|elapsed|duration|latency|uptime|sent|delivered|received|processed|pending|queued?|depth|lag|after|left|remaining|version|phone)$/i;
const isFigure = ({ scene: { key, structural } }: Judged) => structural && FIGURE.test(key ?? '');

/** `'470: Too late'`: a string that begins with the number and says what it means. */
function isPrefix({ scene: { left, right } }: Judged): boolean {
  return /["'`]$/.test(left) && /^(?::|\s[–—-])\s\p{L}{2}/u.test(right);
}

/** `1008 "User is not opted in"` */
const QUOTES = /^:?\s["“]\p{Lu}\p{L}*\s\p{L}/u;

/** `status_code=470` of a test, beside the answer that has it: HTTP has no such status. */
const isStatus = ({ key, form }: Scene) =>
  form !== 'http-status' && /^(?:http_?)?status(?:_?code)?$/i.test(key ?? '');
/** `190, WhatsAppErrorAuth}`: what it is taken for. */
const NAMED = /^,\s{1,2}\w{0,30}Err(?:or)?(?:[A-Z_]\w{1,30})?\s?[},)\]]/;

/** `accountUnit`, and no constant. */
const VARIABLE = /^(?!.*(?:[Cc]od|[Ee]rr|[Mm]eta|[Rr]eason))[a-z]+(?:[A-Z][a-z]+)+$/;
/** `Ticket #131026`, `Broadcast #470`: the word for it stands right before the sign. */
const OWN = cue([...NUMBERED, 'tickets', 'story', 'bug', 'caso', 'contato', 'contacto'], { after: /^\s#$/ });
const isOwnNumber = ({ scene: { lineLeft } }: Judged) =>
  lineLeft.endsWith('#') && OWN.in(lineLeft.slice(-30)) !== null;

/** Farther from it, a number is not what was told just now; and so many others may stand between. */
const NEAR = 160;
const AROUND = 3;
const CONSTANT = /[A-Z][A-Z\d_]{3,40}\s=\s$/;

/** `// Gupshup 1003: no balance`, a break and `NO_BALANCE = 1003`: what was told just now gets a name. */
function isNamedHere({ scene: { left, code, start } }: Judged, near: readonly Judged[]): boolean {
  return (
    CONSTANT.test(left) &&
    near.some(({ scene }) => scene.code === code && Math.abs(scene.start - start) <= NEAR)
  );
}

const isNumbered = ({ verdict: { found } }: Judged) =>
  found.some(({ evidence }) => evidence.rule === 'numbered');

function isMarked(one: Judged): boolean {
  const {
    scene,
    verdict: { found },
  } = one;
  return (
    scene.code.length >= 5 ||
    (scene.code.length >= 3 && (isStatus(scene) || NAMED.test(scene.right))) ||
    (scene.code.length === 4 && QUOTES.test(scene.right)) ||
    (scene.code.length >= 3 && found.some(({ evidence }) => evidence.rule === 'code-cue')) ||
    (/["'`#]$/.test(scene.left) && /^["'`):,\s]/.test(scene.right) && !isOwnNumber(one)) ||
    scene.compared
  );
}
