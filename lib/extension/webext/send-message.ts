import { recordAndReturn } from '../../core/diagnostics.ts';
import { toRecord } from '../../core/type-guards.ts';
import type { DetectRequest } from '../../detect/detect-request.ts';
import { decodeResults, encodeRequests } from '../engine/detect-wire.ts';
import { getBrowser } from './get-browser.ts';
import type {
  BackgroundMessages,
  MessageAnswer,
  MessageType,
  MessageValue,
} from './messages.ts';
import { isOrphan } from './orphan.ts';

/** Sends a message to the background and the open pages of Errata. Rejects if the background fails, and in an orphaned script, which sends nothing. */
export async function sendToBackground<Type extends MessageType>(
  type: Type,
  ...[data]: Parameters<BackgroundMessages[Type]>
): Promise<MessageValue<Type>> {
  if (isOrphan()) throw new Error('Errata was updated: reload the page.');

  const answer: MessageAnswer<Type> | undefined =
    await getBrowser().runtime.sendMessage({
      type,
      data,
    });

  if (!answer || answer.error !== undefined)
    throw new Error(answer?.error ?? 'The background did not answer.');

  return answer.value as MessageValue<Type>;
}

/** Lets the frames of a tab, or one of them, ask again whether marks are allowed. Returns the address of the first that answers. */
export const notifyTab = async (
  tabId: number,
  options: { frameId?: number } = {},
) =>
  (
    await getBrowser().tabs.sendMessage(
      tabId,
      { type: 'allowedChanged' },
      options,
    )
  )?.value;

/** Whether a message is of a type that has no data, in scripts without the schemas. */
export const isMessage = (
  message: unknown,
  type: 'codesChanged' | 'allowedChanged',
): boolean => toRecord(message).type === type;

export function notifyCodesChanged(): void {
  sendToBackground('codesChanged').catch(
    recordAndReturn('notify-codes', undefined),
  );
}

export const requestDetection = async (requests: readonly DetectRequest[]) =>
  decodeResults(await sendToBackground('detect', encodeRequests(requests)));
