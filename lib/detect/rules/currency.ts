import type { Examples, Rule } from '../rule.ts';
import { MONEY } from '../words/other.ts';
import { cue } from '../words/pattern.ts';

const BEFORE = cue(MONEY, { after: /^(?!["'”»]\s[-–—])[\s:：=+~≈\-−*"']{0,4}$/ });
const AFTER = cue(MONEY, { before: /^[^\S\n]{0,2}$/ });
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
      BEFORE.in(left)?.word ??
      SIGN_AFTER.exec(right)?.[0] ??
      AFTER.in(right)?.word ??
      null
    );
  },
};

export const examples: Examples = {
  yes: ['Rs. ‹131026›', 'Saldo: ‹131047›', '‹131047› INR'],
  no: [
    'error 131047',
    '$131047',
    'priceless 131047',
    'NOT_ENOUGH_CREDITS = "REJECTED_NOT_ENOUGH_CREDITS"',
    "خطأ 131042\n$TOKEN = ''",
    '131047 $name',
    'rejected\t1005\t€0.0000',
    '"Check your wallet balance" - 1003',
  ],
};
