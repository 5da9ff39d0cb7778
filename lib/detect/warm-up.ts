import type { CodeIndex } from './code-index.ts';
import { detect } from './detect.ts';
import { lexiconOf } from './lexicon.ts';

/** Texts that most rules look at, in ASCII and in Latin letters. */
const SAMPLES = ['Error code: 131047 was sent', 'Código de erro: 131047, não enviado'];
const CONTEXT = { header: 'Error code', label: 'Status', nearby: 'failed 131047 Re-engagement message' };

/**
 * Does ahead of time, in pieces of about a millisecond, what the first calls of `detect` would do all at once: makes the
 * lexicon and compiles the patterns. Stop or pause between any two pieces; what is not done is done when it is needed.
 */
export function* warmUp(index: CodeIndex): Generator<undefined, void, undefined> {
  lexiconOf(index);
  yield;
  for (const text of SAMPLES) {
    // Little by little.
    for (const part of ['131047', text.slice(0, -8)]) {
      detect(part, index);
      yield;
    }
    detect(text, index, CONTEXT);
    yield;
  }
}
