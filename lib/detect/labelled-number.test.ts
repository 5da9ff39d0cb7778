import { expect, it } from 'vitest';
import { getBundledCatalogue } from '../catalogue/bundled-catalogue.ts';
import { getCodeIndex } from '../catalogue/get-code-index.ts';
import { detect, isConfident } from './detect.ts';

const index = getCodeIndex(getBundledCatalogue());
const CONSOLES = [
  { host: 'business.facebook.com', path: '/wa/manage/', isConsole: true },
  { host: 'app.gallabox.com', path: '/', isConsole: true },
];

const countHits = (text: string) =>
  CONSOLES.filter((context) => detect(text, index, context).some(isConfident))
    .length;

it.each([
  'Reach: 131026',
  'Recipients: 131026',
  'Amount spent: 131047',
  'Alcance: 131047',
  'Importe gastado: 131026',
  'Valor gasto: 131026',
  'Reichweite: 131047',
  'Größe: 131049',
  'Portée: 131026',
  'Copertura: 131047',
  'Jangkauan: 131047',
  'Harcanan tutar: 131026',
  'Охват: 131026',
  'المبلغ المنفق: 131026',
  'आकार: 131047',
  '覆盖人数: 131026',
  'サイズ: 131026',
  'Besteed bedrag 131047',
])('marks no number with the label of something else: %s', (text) =>
  expect(countHits(text)).toBe(0),
);

it.each([
  'Error code: 131026',
  'Undelivered: 131026',
  'Código de error: 131047',
  'Fehler: 131047',
  'Kode kesalahan: 131026',
  'Hata kodu: 131026',
  'Ошибка: 131047',
  'رمز الخطأ: 131026',
  'त्रुटि कोड: 131026',
  '错误代码: 131026',
  'エラーコード: 131026',
  // A label that states a failure.
  'મોકલી શકાયું નહીં: 131026',
])('marks the code with the label of an error: %s', (text) =>
  expect(countHits(text)).toBe(CONSOLES.length),
);
