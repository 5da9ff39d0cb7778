import type { Examples, Rule } from '../rule.ts';
import { ERROR, ERROR_CODE } from '../words/error.ts';
import { lastOf } from '../words/letters.ts';
import { cue, words } from '../words/pattern.ts';
import { REASON } from '../words/reason.ts';
import { rule as quantity } from './quantity.ts';

const FIELD = words(`
  column, field, cell, columna, campo, celda, casilla, coluna, célula, colonne, champ, cellule, spalte, feld, zelle, colonna, casella, veld, vak, sütun*, alan*, hücre*,
  kolom, medan, lajur, колонк*, столбец, столбц*, поле, поля, полю, ячейк*, kolumn*, pole, cột, trường, कॉलम, फ़ील्ड, खाने, কলাম, ঘরে, কলামে, کالم, خانے, عمود, العمود, حقل, الحقل, خانة, עמודה, שדה, 欄, 列, 栏, 字段, 열, 칸, 필드, คอลัมน์, ช่อง
`);
/** The name of the field: `the reason column`, `kolom *Alasan*`. */
const NAME = cue([...REASON, ...ERROR, ...ERROR_CODE]);
/** Signs, and a word or two that say it. */
const BETWEEN = /^\s?["'`*_”»」』]{0,3}(?:\s[\p{L}\p{M}]{1,12}){0,3}[\s:：=は是]{0,3}["'`*_“«「]{0,3}$/u;
const BEHIND = cue(FIELD, { after: BETWEEN });
const AHEAD = cue([...REASON, ...ERROR, ...ERROR_CODE], { after: BETWEEN });
const FIELDS = cue(FIELD);
const REACH = 44;

/** `the reason column says 131049`, `kolom *Alasan* berisi 131049`, `理由欄は131049`: what stands in the field for it. */
export const rule: Rule = {
  id: 'reason-field',
  family: 'wording',
  weight: 3.4,
  needs: ['number', 'long', 'left'],
  find(scene) {
    const { lineLeft, structural, cell } = scene;
    if (structural || cell !== null || quantity.find(scene) !== null) return null;
    const before =
      lastOf(lineLeft, REACH)
        .split(/[.!?;]\s|。/)
        .at(-1) ?? '';
    const field = BEHIND.in(before);
    const own = field && NAME.in(before.slice(0, field.start));
    if (own) return own.word;
    const name = AHEAD.in(before);
    return name && FIELDS.in(before.slice(0, name.start)) ? name.word : null;
  },
};

export const examples: Examples = {
  yes: [
    'the reason column says ‹131049› and the wallet was not charged',
    'Spalte Grund zeigt ‹131049›',
    'kolom *Alasan* berisi ‹131049›, saldo tidak terpotong',
    '理由欄は‹131049›となっていました',
    'la colonne « Raison » affiche ‹131049›',
    'कारण कॉलम में ‹131049› लिखा है',
  ],
  no: [
    'the total column says 131049',
    'the reason is plain: 131049 sent',
    'kolom Jumlah berisi 131049',
    'The reason column has 131000 rows',
    'the error column is empty, 131049 rows',
    'из-за ошибки он получил 131049',
  ],
};
