import { answerStream } from '../../lib/answer/answer-stream.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';

/** Returns the known codes of a text with their counts, as `explain --summary` reads it. */
export async function readSoftwareOutput(
  text: string,
  catalogue: Catalogue,
): Promise<Record<string, number>> {
  const texts = (async function* () {
    yield text;
  })();

  const { findings } = await answerStream(texts, { catalogue });
  const counts: Record<string, number> = {};

  for (const { code, count, entry, cause } of findings)
    if (entry && cause === null) counts[code] = (counts[code] ?? 0) + count;

  return counts;
}
