import type { WireRequests } from '../engine/detect-wire.ts';
import type { PageState } from '../page/lifecycle/annotator-controller.ts';
import { getBrowser } from './get-browser.ts';

/** Types of messages from a frame to the background, in the wire format of `@webext-core/messaging`. */
type FrameMessage = 'loadAnnotator' | 'isAllowed' | 'detect' | 'loadCard' | 'codesChanged';

/** Message to every frame that permissions or pauses changed. A frame answers with its address. */
export const ALLOWED_CHANGED = 'errata:allowed-changed';

/** Sends a message without that library's code, a third of the prescan. Rejects in an orphaned script, or if the background fails. */
export async function sendToBackground(type: FrameMessage, data?: WireRequests): Promise<unknown> {
  const message = { id: 0, type, data, timestamp: 0 };
  const answer: { res?: unknown; err?: unknown } | undefined =
    await getBrowser().runtime.sendMessage(message);
  if (!answer || answer.err) throw new Error('The background did not do it.');
  return answer.res;
}

/** Asks the background to run `annotator.js` in this frame. Returns the settings of its host, or false if marks are off there. */
export const requestAnnotator = async () => (await sendToBackground('loadAnnotator')) as PageState | false;

/** Whether the permission and the tab allow marks in this frame. */
export const checkAllowed = async () => (await sendToBackground('isAllowed')) === true;

/** Asks the background to update the badge. Does not wait for an answer and ignores failures. */
export function notifyCodesChanged(): void {
  sendToBackground('codesChanged').catch(() => undefined);
}
