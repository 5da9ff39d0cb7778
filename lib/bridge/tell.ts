import { extension } from './extension.ts';

/** What a frame tells the background before anything was sighted there. */
type Told = 'loadReader' | 'codesChanged';

/** Sends one message in the form of `@webext-core/messaging`, whose own code would be a third of a lookout. Rejects in an orphan. */
export async function tell(type: Told, data?: unknown): Promise<unknown> {
  return (await extension().runtime.sendMessage({ id: 0, type, data, timestamp: 0 }))?.res;
}

/**
 * Asks the background to run `reader.js` here.
 *
 * @param always Also where marks are switched off.
 * @returns False where they are. Rejects where the background cannot.
 */
export async function askForReader(always: boolean): Promise<unknown> {
  // A frame without an address of its own (`about:blank`, `srcdoc`) counts as the page around it.
  return tell(
    'loadReader',
    always ? null : location.protocol.startsWith('http') ? location.href : document.baseURI,
  );
}

/** Tells the background that the badge may be wrong. Nobody waits for it, so nothing fails. */
export function reportCodes(): void {
  tell('codesChanged').catch(() => undefined);
}
