import type { Examples, Rule } from '../rule.ts';
import { MONEY } from '../words/other.ts';
import { patternOf } from '../words/pattern.ts';

const BEFORE = patternOf((any) => `(?:[$€£¥₹₩₽৳฿₺₫₪]|${any(MONEY)})[\\s:：=+~≈\\-−*"']{0,4}$`);
const AFTER = patternOf((any) => `^\\s{0,2}(?:[$€£¥₹₩₽৳฿₺₫₪]|${any(MONEY)})`);

/** An amount of money: `₹ 131047`, `Rs. 131,026`, `190 000 ₽`. */
export const rule: Rule = {
  id: 'currency',
  family: 'against',
  weight: -6,
  find({ left, right }) {
    return BEFORE.exec(left)?.[0].trim() ?? AFTER.exec(right)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: ['Rs. ‹131026›', 'Saldo: ‹131047›', '‹131047› INR'],
  no: ['error 131047', '$131047', 'priceless 131047'],
};
