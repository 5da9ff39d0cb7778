import { extension } from './extension.ts';
import type { Parcel } from './parcel.ts';

/** What a frame tells the background, in the form of `@webext-core/messaging`. */
type Told = 'loadReader' | 'judge' | 'loadCard' | 'codesChanged';

/** Sends one message without the code of that library, which would be a third of a lookout. Rejects in an orphan. */
export async function tell(type: Told, data?: Parcel): Promise<{ res?: unknown; err?: unknown } | undefined> {
  return extension().runtime.sendMessage({ id: 0, type, data, timestamp: 0 });
}

/**
 * Asks the background to run `reader.js` here.
 *
 * @returns False where marks are switched off. Rejects where the background cannot.
 */
export const askForReader = async () => (await tell('loadReader'))?.res;

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  tell('codesChanged').catch(() => undefined);
}
