import { areOf } from '../kin.ts';
import { leadsText } from '../leads.ts';
import type { Examples, Rule } from '../rule.ts';
import { cue, wordless, words } from '../words/pattern.ts';

const RESULT = cue(
  words(`
    result, outcome, response, answer, ergebnis, antwort, resultado, respuesta, resposta, résultat, réponse, risultato, risposta, sonuç, yanıt, hasil, jawaban, результат, ответ,
    resultaat, antwoord, النتيجة, परिणाम, 结果, 結果, 결과
  `),
  { before: wordless(4), after: wordless(4) },
);

/** `1005 – Timeout` under "Result", on the console of the provider whose code it is. */
export const rule: Rule = {
  id: 'result-cell',
  family: 'place',
  weight: 4.4,
  needs: ['number', 'console', 'heading'],
  find(scene) {
    const { header, code, meanings, reading, right } = scene;
    const own = reading.console?.provider;
    if (!header || code.length < 3 || own === 'meta' || !areOf(meanings, own)) return null;
    if (!leadsText(scene) || !/^\s?[-–—:]\s\p{Lu}\p{L}/u.test(right)) return null;
    return RESULT.in(header)?.word ?? null;
  },
};

export const examples: Examples = {
  host: 'hub.360dialog.com',
  yes: [
    '| Vorgang | Ergebnis |\n|---|---|\n| Nummer anlegen | ‹1005› – Timeout |',
    '| Step | Result |\n|---|---|\n| Register | ‹1005› - Access denied |',
    'Paso\tResultado\nAlta\t‹1005›: Acceso negado',
  ],
  no: [
    '| Step | Result |\n|---|---|\n| Sent | 1005 |',
    '| Step | Cost |\n|---|---|\n| Sent | 1005 – Euro |',
    '| Step | Result |\n|---|---|\n| Sent | 1005 - to 12 people |',
  ],
};
