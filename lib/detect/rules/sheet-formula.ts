import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** What a formula of a spreadsheet counts, adds up or looks for. */
const SOUGHT =
  /(?:^|[=+*/(;,-])\s?(?:COUNTIFS?|SUMIFS?|AVERAGEIFS?|FILTER|[XVH]LOOKUP|MATCH|ZÄHLENWENNS?|SUMMEWENNS?|SVERWEIS|CONT\.SES?|SOMASES?|PROCV|CONTAR\.SI(?:\.CONJUNTO)?|BUSCARV|NB\.SI(?:\.ENS)?|RECHERCHEV|CONTA\.SE|CERCA\.VERT)\((?:[^()\n]{0,80}[,;])?\s?["']?$/i;

/** `=IFS(D2=131047,"use a template",D2=`: a cell is compared, and a word comes of it. */
const COMPARED = /(?:^|[=(;,])\s?\$?[A-Z]{1,2}\$?\d{0,5}=["']?$/;
const WORD = /^["']?\s?[,;]\s?["'][^"'\n]{0,40}\p{L}{3}/u;
const FORMULA = /=\s?(?:IFS?|SWITCH|WENNS?|SES?|SI|SI\.CONJUNTO)\(/i;

/** `=COUNTIF(F:F,131026)`: nobody counts how often an amount of six digits came. */
export const rule: Rule = {
  id: 'sheet-formula',
  family: 'place',
  weight: 2.9,
  needs: ['number', 'long', 'left', 'right'],
  find({ form, lineLeft, right }) {
    if (!isRareForm(form) || !/^["']?\s?[,;)]/.test(right)) return null;
    if (COMPARED.test(lineLeft) && WORD.test(right)) return FORMULA.exec(lineLeft)?.[0] ?? null;
    return SOUGHT.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    "=COUNTIF('export'!F:F, ‹131026›)",
    '=COUNTIFS(log!$F:$F,‹131026›,log!$B:$B,">=1")',
    '=ZÄHLENWENN(F:F;"‹131047›")',
    '=IFS(D2=‹131047›,"use a template",D2=131026,12)',
  ],
  no: [
    '=SUM(131026,131047)',
    '=IF(D2=131026,1,0)',
    'D2=131026,"sold"',
    '=COUNTIF(F:F,470)',
    'COUNTIF of 131026',
  ],
};
