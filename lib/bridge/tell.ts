import type { PageState } from '../page/page.ts';
import type { WireRequests } from './detect-wire.ts';
import { extension } from './extension.ts';

/** What a frame tells the background, in the form of `@webext-core/messaging`. */
type Told = 'loadAnnotator' | 'isAllowed' | 'detect' | 'loadCard' | 'codesChanged';

/** What the background tells every frame when one of them may be allowed less or more. */
export const ALLOWED_CHANGED = 'errata:allowed-changed';

/** Sends one message without the code of that library, which would be a third of a prescan. Rejects in an orphan. */
export async function tell(
  type: Told,
  data?: WireRequests,
): Promise<{ res?: unknown; err?: unknown } | undefined> {
  return extension().runtime.sendMessage({ id: 0, type, data, timestamp: 0 });
}

/**
 * Asks the background to run `annotator.js` here.
 *
 * @returns The settings of its host, or false where marks are switched off. Rejects where the background cannot.
 */
export async function askForAnnotator(): Promise<PageState | false> {
  const answer = await tell('loadAnnotator');
  if (!answer || answer.err) throw new Error('The background did not do it.');
  return answer.res as PageState | false;
}

/** Whether marks are shown here, as far as the browser and the tab go. Rejects where the background cannot tell, and in an orphan. */
export async function askIfAllowed(): Promise<boolean> {
  const answer = await tell('isAllowed');
  if (!answer || answer.err) throw new Error('The background did not tell.');
  return answer.res === true;
}

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  tell('codesChanged').catch(() => undefined);
}
