import {
  findMessageContext,
  MAX_MESSAGES,
  type MessageContext,
} from '../../lib/answer/explain/message-context.ts';
import type { CodeNode } from '../../lib/answer/format/page-tree.ts';
import type { ReadTexts } from '../popup/page-plan.ts';

/** Reads the messages of codes on the page in front, at most `MAX_MESSAGES` of each. Not masked; `said` is the text around a code. */
export async function readMessages(
  codes: readonly CodeNode[],
  read: ReadTexts,
  most = MAX_MESSAGES,
): Promise<Map<string, readonly MessageContext[]>> {
  const messages = new Map<string, readonly MessageContext[]>();

  for (const { id, name, places, shown } of codes) {
    const own = new Set([...(shown ?? Array(places).keys())].slice(0, most));
    const end = Math.max(-1, ...own) + 1;

    const readOwn = async (isLabelled: boolean) =>
      (await read(name, 0, end, isLabelled)).filter((_, at) => own.has(at));

    const [texts, labelled] = [await readOwn(false), await readOwn(true)];

    const found = texts.map((said, at) => ({
      ...findMessageContext(name.code, said, labelled[at]),
      said,
    }));

    messages.set(id, found);
  }

  return messages;
}
