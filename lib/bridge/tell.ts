import { extension } from './extension.ts';

/** What a frame tells the background before anything was sighted there. */
type Told = 'loadReader' | 'codesChanged';

/** Sends one message in the form of `@webext-core/messaging`, whose own code would be a third of a lookout. Rejects in an orphan. */
async function tell(type: Told): Promise<unknown> {
  return (await extension().runtime.sendMessage({ id: 0, type, timestamp: 0 }))?.res;
}

/**
 * Asks the background to run `reader.js` here.
 *
 * @returns False where marks are switched off. Rejects where the background cannot.
 */
export const askForReader = () => tell('loadReader');

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  tell('codesChanged').catch(() => undefined);
}
