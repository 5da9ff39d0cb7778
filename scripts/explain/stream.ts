import { chunksOf } from '../../lib/explain/chunks.ts';
import { openDecoder } from '../../lib/explain/decode.ts';
import { type Answer, answer, ofColumn, ofFindings, type Setting } from './answer.ts';
import { type CodeColumn, isColumn, openColumn } from './code-column.ts';

/** A shorter input is a question, answered like an argument. In UTF-16 units. */
const LONGEST_QUESTION = 1 << 16;

/**
 * Answers text of any length as it comes, a short one as if it were an argument. Holds no more of it than a bite, however long
 * its lines are.
 *
 * @param progress Told how many UTF-16 units were read so far, now and then.
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
    // The last part may go on in the next text.
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
