import type { Catalogue } from '../catalogue/catalogue.ts';
import type { TextContext } from '../detect/hit.ts';
import type { Break } from './broken.ts';
import { chunksOf } from './chunks.ts';
import { contextOfPaste, openDecoder } from './decode.ts';
import type { Finding } from './finding.ts';
import { evenLineEnds } from './line-ends.ts';

/** What a paste holds. */
export interface Report {
  findings: readonly Finding[];
  broken: Break | null;
  /** Failures of further kinds than are kept. */
  left: number;
}

/**
 * Reads a paste in slices, so that its reader can tell how far it is.
 *
 * @yields After each slice: the share of the text that is done (0 to 1), and what was found so far, put together when asked for.
 */
export function* readPaste(
  text: string,
  catalogue: Catalogue,
  context: TextContext = {},
): Generator<{ done: number; report: () => Report }> {
  const decoder = openDecoder(catalogue, contextOfPaste(text, context));
  let read = 0;
  const report = () => ({ findings: decoder.findings(), broken: decoder.broken(), left: decoder.left() });
  for (const chunk of chunksOf(evenLineEnds(text))) {
    decoder.push(chunk);
    read += chunk.length;
    yield { done: text === '' ? 1 : read / text.length, report };
  }
}
