import { isRareForm } from '../form.ts';
import type { Examples, Rule } from '../rule.ts';

/** What a formula of a spreadsheet counts, adds up or looks for. */
const SOUGHT =
  /(?:^|[=+*/(;,-])\s?(?:COUNTIFS?|SUMIFS?|AVERAGEIFS?|FILTER|[XVH]LOOKUP|MATCH|ZÄHLENWENNS?|SUMMEWENNS?|SVERWEIS|CONT\.SES?|SOMASES?|PROCV|CONTAR\.SI(?:\.CONJUNTO)?|BUSCARV|NB\.SI(?:\.ENS)?|RECHERCHEV|CONTA\.SE|CERCA\.VERT)\((?:[^()\n]{0,80}[,;])?\s?["']?$/i;

/** `=COUNTIF(F:F,131026)`: nobody counts how often an amount of six digits came. */
export const rule: Rule = {
  id: 'sheet-formula',
  family: 'place',
  weight: 2.9,
  needs: ['number', 'long', 'left', 'right'],
  find({ form, lineLeft, right }) {
    if (!isRareForm(form) || !/^["']?\s?[,;)]/.test(right)) return null;
    return SOUGHT.exec(lineLeft)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    "=COUNTIF('export'!F:F, ‹131026›)",
    '=COUNTIFS(log!$F:$F,‹131026›,log!$B:$B,">=1")',
    '=ZÄHLENWENN(F:F;"‹131047›")',
  ],
  no: ['=SUM(131026,131047)', '=COUNTIF(F:F,470)', 'COUNTIF of 131026'],
};
