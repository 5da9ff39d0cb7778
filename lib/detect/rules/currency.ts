import type { Examples, Rule } from '../rule.ts';
import { MONEY, MONEY_IN_CAPITALS } from '../words/other.ts';
import { type Cue, cue, words } from '../words/pattern.ts';
import { REASON } from '../words/reason.ts';

const TO_AMOUNT = /^(?!["'”»]\s[-–—])[\s:：=+~≈\-−*"']{0,4}$/;
const FROM_AMOUNT = /^[^\S\n]{0,2}$/;
const BEFORE = [cue(MONEY, { after: TO_AMOUNT }), cue(MONEY_IN_CAPITALS, { after: TO_AMOUNT, exact: true })];
const AFTER = [
  cue(MONEY, { before: FROM_AMOUNT }),
  cue(MONEY_IN_CAPITALS, { before: FROM_AMOUNT, exact: true }),
];
/** What one has, not what it is counted in. */
const FUNDS = cue(
  words(
    'balance, saldo, solde, bakiye, баланс, остаток, الرصيد, رصيد, बैलेंस, ব্যালেন্স, 余额, 餘額, 残高, 잔액, ยอดเงิน, credit, credits, créditos, crédits, crediti, guthaben',
  ),
  { before: FROM_AMOUNT },
);
const GIVEN = cue(REASON, { after: /^\s?[:：]\s?["'`*]{0,2}$/ });
/** `131030 equivale a R$ 131,03`: in cents. */
const WORTH =
  /^["'`*]{0,2}\s(?:is|means|equals|stands for|equivale a|equivalen a|es|é|são|significa|vaut|correspond à|sind|ist|entspricht|vale|berarti|sama dengan)\s(?:R|US|A|C|NZ|HK|S|MX)?[$€£¥₹₩₽৳฿₺₫₪]/iu;
const SIGN_BEFORE = /[$€£¥₹₩₽৳฿₺₫₪][\s:：=+~≈\-−*"']{0,4}$/;
/** `131047 $TOKEN` and a line that begins with a variable name no money; a sign may belong to the next cell. */
const SIGN_AFTER =
  /^(?:[^\S\n]{0,2}(?:[€£¥₹₩₽৳฿₺₫₪]|\$(?![\p{L}_{]))(?!\s?\d)|[^\S\n\t]?[€£¥₹₩₽৳฿₺₫₪$](?=\s?\d))/u;

/** An amount of money: `₹ 131047`, `Rs. 131,026`, `190 000 ₽`. */
export const rule: Rule = {
  id: 'currency',
  family: 'against',
  weight: -6,
  needs: ['beside'],
  find({ left, right, kind }) {
    // `REJECTED_NOT_ENOUGH_CREDITS = "REJECTED_NOT_ENOUGH_CREDITS"`
    if (kind === 'symbol') return null;
    return (
      SIGN_BEFORE.exec(left)?.[0] ??
      wordOf(BEFORE, left) ??
      SIGN_AFTER.exec(right)?.[0] ??
      WORTH.exec(right)?.[0] ??
      // `Reason: 1003 balance too low`
      (FUNDS.in(right) && GIVEN.in(left) ? null : wordOf(AFTER, right))
    );
  },
};

const wordOf = (cues: readonly Cue[], text: string): string | null =>
  cues.map((one) => one.in(text)?.word).find((word) => word !== undefined) ?? null;

export const examples: Examples = {
  yes: [
    'Reason: ‹1003› rupees missing',
    '`‹131030›` equivale a R$ 131,03',
    '‹131026› means $131.03',
    'Total: ‹1003› credits',
    'Rs. ‹131026›',
    'Saldo: ‹131047›',
    'TRY ‹131047›',
    '‹131047› INR',
  ],
  no: [
    'error 131047',
    '$131047',
    'priceless 131047',
    'NOT_ENOUGH_CREDITS = "REJECTED_NOT_ENOUGH_CREDITS"',
    "خطأ 131042\n$TOKEN = ''",
    '131047 $name',
    'What you can try\n\n131047',
    'rejected\t1005\t€0.0000',
    '"Check your wallet balance" - 1003',
    'Reason: 1003 balance too low',
    'Motivo: 1003 saldo insuficiente',
    'สาเหตุ: 1003 ยอดเงินไม่พอ',
  ],
};
