import { isRareForm } from './form.ts';
import type { Scene } from './scene.ts';
import { cue, wordless } from './words/pattern.ts';
import { FAILED, REJECTED } from './words/reason.ts';

/** `Not delivered (131026)`: one message, and why. */
const NOT_ARRIVED =
  /(?<!\p{L})(?:not (?:been )?(?:delivered|sent)|nicht (?:zugestellt|gesendet)|gagal (?:terkirim|dikirim)|tidak terkirim|فشل الإرسال|لم يتم (?:التسليم|الإرسال)|não (?:entregue|enviad[ao])|no (?:entregado|enviado)|non (?:remis|envoyé|consegnato|inviato)|niet (?:bezorgd|verzonden)|не (?:доставлено|отправлено)|iletilemedi|gönderilemedi|teslim edilemedi)\s?[:：–—-]?\s?\(?$/iu;
export const isNotArrived = ({ lineLeft, code }: Scene): boolean =>
  code.length >= 5 && NOT_ARRIVED.test(lineLeft);

const STATE = cue([...FAILED, ...REJECTED], { before: wordless(2), after: wordless(2) });
/** The number that a message went to, in whole or masked, or its id. `+12 %` is neither. */
const ONE = /\+\d[\d\s().xX*•-]{6,}|\d{10}|\d{2}[xX*•]{2}|[xX*•]{3}\d|wamid|\b[SM]M[\da-f]{6}/;

/** What became of one message stands right before a rare number, which says why. Before a count there is no recipient. */
export function stateOfOne({ label, form, reading }: Scene): string | null {
  if (!label || !isRareForm(form) || !STATE.in(label)) return null;
  return ONE.test(reading.nearby()?.text ?? '') ? label : null;
}
