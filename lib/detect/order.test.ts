import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { TextContext } from './hit.ts';

/** Words of several scripts, and short texts of them that hang on a word being known. */
const TEXTS: readonly (readonly [text: string, context?: TextContext])[] = [
  ['Erreur n° 131047'],
  ['erro nº 131047'],
  ['error no. 131047'],
  ['Ошибка 131026'],
  ['код ошибки 190'],
  ['错误码 131047'],
  ['エラーコード：131042'],
  ['رمز الخطأ 131049'],
  ['त्रुटि कोड १३१०४७'],
  ['número do erro: 100'],
  ['Fehlercode 470'],
  ['numer błędu 131047'],
  ['63016', { header: 'Código de error' }],
  ['190', { label: 'N° d’erreur' }],
  ['131047', { header: 'Codice', nearby: 'non consegnato, perché è fuori finestra' }],
  ['n. 131047 WhatsApp'],
];

/** An engine that has read nothing yet. */
async function openEngine() {
  vi.resetModules();
  const { detect } = await import('./detect.ts');
  const { testIndex } = await import('./test-index.ts');
  return ([text, context]: (typeof TEXTS)[number]) => detect(text, testIndex, context);
}

test('what is found does not hang on what was read before', { timeout: 300_000 }, async () => {
  const alone = new Map<unknown, unknown>();
  for (const one of TEXTS) {
    const read = await openEngine();
    alone.set(one, read(one));
  }
  const order = fc.shuffledSubarray([...TEXTS], { minLength: TEXTS.length });
  await fc.assert(
    fc.asyncProperty(order, async (texts) => {
      const read = await openEngine();
      for (const one of texts) expect(read(one), one[0]).toEqual(alone.get(one));
    }),
    { numRuns: 20 },
  );
});
