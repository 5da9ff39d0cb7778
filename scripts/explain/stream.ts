import { chunksOf } from '../../lib/explain/chunks.ts';
import { openDecoder } from '../../lib/explain/decode.ts';
import { type Answer, answer, ofColumn, ofFindings, type Setting } from './answer.ts';
import { type CodeColumn, isColumn, openColumn } from './code-column.ts';

/** A shorter input is treated as a question, like an argument. In UTF-16 code units. */
const LONGEST_QUESTION = 1 << 16;

/**
 * Answers a stream of any length; a short text is answered like an argument. Memory is limited to one chunk, for lines
 * of any length.
 *
 * @param progress Called occasionally with the number of UTF-16 code units read so far.
 */
export async function answerStream(
  texts: AsyncIterable<string>,
  setting: Setting,
  progress: (read: number) => void = () => undefined,
): Promise<Answer> {
  const { catalogue, provider } = setting;
  const decoder = openDecoder(catalogue, provider ? { provider } : {});
  let column: CodeColumn | null = null;
  let pending = '';
  let read = 0;
  for await (const text of texts) {
    pending += text;
    if (pending.length < LONGEST_QUESTION) continue;
    if (read === 0 && isColumn(pending, catalogue)) column = openColumn();
    // The last part may continue in the next text.
    const parts = [...chunksOf(pending)];
    pending = parts.pop() ?? '';
    for (const part of parts) {
      (column ?? decoder).push(part);
      read += part.length;
    }
    progress(read);
  }
  if (read === 0) return answer(pending.trim(), setting);
  (column ?? decoder).push(pending);
  if (column) return ofColumn(column, setting);
  return { ...ofFindings(decoder.findings(), setting), left: decoder.left() };
}
