import type { PageState } from '../page/page.ts';
import type { WireRequests } from './detect-wire.ts';
import { extension } from './extension.ts';

/** What a frame tells the background, in the form of `@webext-core/messaging`. */
type Told = 'loadAnnotator' | 'isAllowed' | 'detect' | 'loadCard' | 'codesChanged';

/** What the background tells every frame when one of them may be allowed less or more. A frame answers with its address. */
export const ALLOWED_CHANGED = 'errata:allowed-changed';

/** Sends one message without the code of that library, which would be a third of a prescan. Rejects in an orphan, and where there is no answer. */
export async function ask(type: Told, data?: WireRequests): Promise<unknown> {
  const message = { id: 0, type, data, timestamp: 0 };
  const answer: { res?: unknown; err?: unknown } | undefined = await extension().runtime.sendMessage(message);
  if (!answer || answer.err) throw new Error('The background did not do it.');
  return answer.res;
}

/** Asks the background to run `annotator.js` here: the settings of its host, or false where marks are switched off. */
export const askForAnnotator = async () => (await ask('loadAnnotator')) as PageState | false;

/** Whether marks are shown here, as far as the browser and the tab go. */
export const askIfAllowed = async () => (await ask('isAllowed')) === true;

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  ask('codesChanged').catch(() => undefined);
}
