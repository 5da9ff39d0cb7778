import type { WireRequests } from './detect-wire.ts';
import { extension } from './extension.ts';

/** What a frame tells the background, in the form of `@webext-core/messaging`. */
type Told = 'loadAnnotator' | 'detect' | 'loadCard' | 'codesChanged';

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
 * @returns False where marks are switched off. Rejects where the background cannot.
 */
export const askForAnnotator = async () => (await tell('loadAnnotator'))?.res;

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  tell('codesChanged').catch(() => undefined);
}
