import {
  findHeading,
  findRecordForm,
  getRecordSeparator,
  type RecordForm,
  splitIntoRecords,
} from '../../structure/records.ts';
import type { CodeIndex } from '../code-index.ts';
import { detectInText } from '../detect-in-text.ts';
import type { Hit, TextContext } from '../hit.ts';
import { copyHit } from './judge-kinds.ts';
import { ShapeMemory } from './shape-memory.ts';

interface LogSetting {
  /** The beginning of the log. */
  head: string;
  form: RecordForm;
  index: CodeIndex;
  context: TextContext;
  minConfidence: number;
  /** Returns a record without its escapes. */
  decode?: (text: string) => string;
}

/** Creates the memory of one log. */
export function createShapeMemory({
  head,
  form,
  index,
  context,
  minConfidence,
  decode,
}: LogSetting): ShapeMemory {
  return new ShapeMemory(index, {
    judgeText: (text) => detectInText(text, index, context, 0),
    minConfidence,
    ...(decode && { decode }),
    heading: findHeading(head, form),
    separator: getRecordSeparator(form),
  });
}

/**
 * Finds the codes of a log, in which a record has the verdict of its shape. Null
 * if the text is no log, or if its page knows the lines around it.
 */
export function detectInRecords(
  text: string,
  index: CodeIndex,
  context: TextContext,
  minConfidence: number,
): Hit[] | null {
  if (context.lines !== undefined || !text.includes('\n')) return null;

  const form = findRecordForm(text);

  if (form === 'whole') return null;

  const memory = createShapeMemory({
    head: text,
    form,
    index,
    context,
    minConfidence,
  });

  const records = [...splitIntoRecords(text, form)].map(({ start, end }) => {
    const record = text.slice(start, end);

    return { start, record, kind: memory.add(record) };
  });

  memory.settle();

  return records.flatMap(({ start, record, kind }) =>
    memory
      .findHits(kind, record)
      .map((hit) =>
        copyHit(hit, { start: start + hit.start, end: start + hit.end }),
      ),
  );
}
