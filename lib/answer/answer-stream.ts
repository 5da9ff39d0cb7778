import { createPrefixRemover } from '../structure/line-prefix.ts';
import { MAX_HEAD_UNITS } from '../structure/records.ts';
import { type Answer, type AnswerSetting, answerReading } from './answer.ts';
import { answerText } from './answer-text.ts';
import { splitIntoChunks } from './paste/chunks.ts';
import { createDecoder } from './paste/decode-paste.ts';

/** A shorter input is treated as a question, like an argument. In UTF-16 code units. */
const MAX_QUESTION_UNITS = 1 << 16;

/** Blanks before the first word align it with the lines below. */
const LEADING_LINES = /^(?:[^\S\n]*\n)+/;

/**
 * Answers a stream of any length with the memory of one chunk; a short text is answered like an argument.
 *
 * @param progress Called occasionally with the number of UTF-16 code units read so far.
 */
export async function answerStream(
  texts: AsyncIterable<string>,
  setting: AnswerSetting,
  progress: (read: number) => void = () => undefined,
): Promise<Answer> {
  const { catalogue, provider } = setting;
  const removePrefixes = createPrefixRemover();
  let decoder: ReturnType<typeof createDecoder> | null = null;
  let pending = '';
  let read = 0;

  for await (const text of texts) {
    pending += removePrefixes(text, false);
    if (pending.length < MAX_QUESTION_UNITS) continue;

    decoder ??= createDecoder(
      catalogue,
      { provider },
      pending.slice(0, MAX_HEAD_UNITS),
    );

    // The last part may continue in the next text.
    const parts = [...splitIntoChunks(pending)];

    pending = parts.pop() ?? '';

    for (const part of parts) {
      decoder.push(part);
      read += part.length;
    }

    progress(read);
  }

  pending += removePrefixes('', true);

  if (!decoder || read === 0)
    return answerText(pending.replace(LEADING_LINES, '').trimEnd(), setting);
  decoder.push(pending);

  return answerReading(
    pending,
    decoder.findings(),
    setting,
    decoder.droppedCount(),
  );
}
