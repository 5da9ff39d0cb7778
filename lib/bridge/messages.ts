import type { Browser } from 'wxt/browser';
import type { Silence } from '../detect/silence.ts';
import { extension } from './extension.ts';

interface Messages {
  /** Page to background: run `reader.js` and `engine.js` in the sender's frame. Rejects where the host is not granted. */
  loadReader(): void;
  /** Page to background: run `card.js` in the sender's frame. Rejects where the host is not granted. */
  loadCard(): void;
  /** Page to background: the codes of this frame changed; count the badge again. */
  codesChanged(): void;
  /** Card to background: open `popup.html?q=` in a tab, for a search from the page. */
  openSearch(query: string): void;
  /** Card to background: keep whose codes a host shows. The card has no code to write settings with. */
  setProvider(choice: { host: string; provider: string }): void;
  /** Card to background: keep that such a place holds no error code, or take it back. */
  setSilenced(choice: { silence: Silence; on: boolean }): void;
}

type Type = keyof Messages;
type Data<T extends Type> = Parameters<Messages[T]>[0];
type Sender = Browser.runtime.MessageSender;
type Handler = (message: { data: never; sender: Sender }) => void | Promise<void>;

/** What the background answers with; `failed` says why it could not. */
type Answer = { failed?: string } | undefined;

/** Resolves when the background has done it, and rejects where it could not, or where nobody heard. */
export async function sendMessage<T extends Type>(
  type: T,
  ...[data]: Parameters<Messages[T]>
): Promise<void> {
  const answer = (await extension().runtime.sendMessage({ type, data })) as Answer;
  if (!answer) throw new Error('Nobody heard the message.');
  if (answer.failed !== undefined) throw new Error(answer.failed);
}

const handlers = new Map<unknown, Handler>();

/** One handler for each type. To be called at once as the background starts. */
export function onMessage<T extends Type>(
  type: T,
  handler: (message: { data: Data<T>; sender: Sender }) => void | Promise<void>,
): void {
  if (handlers.size === 0) extension().runtime.onMessage.addListener(hear);
  handlers.set(type, handler);
}

function hear(message: unknown, sender: Sender, respond: (answer: Answer) => void): true | undefined {
  const { type, data } = message as { type?: unknown; data: never };
  const handler = handlers.get(type);
  if (!handler) return undefined;
  (async () => handler({ data, sender }))().then(
    () => respond({}),
    (error: unknown) => respond({ failed: String(error) }),
  );
  return true;
}
