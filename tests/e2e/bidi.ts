import type { Browser } from 'puppeteer-core';

/**
 * The WebDriver BiDi connection below puppeteer. Puppeteer does not expose extension pages and browser windows as a
 * `Page`, but BiDi treats them like any other browsing context.
 */
export interface Bidi {
  send<T = unknown>(method: string, params: object): Promise<T>;
  on<E>(event: string, listener: (event: E) => void): Promise<void>;
  /** Calls a function in a context. Argument and result must be JSON. */
  call<R>(context: string, source: string, argument?: unknown): Promise<R>;
}

interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
  on(event: string, listener: (event: never) => void): void;
}

export interface RemoteValue {
  type: string;
  value?: unknown;
}

type CallResult =
  | { type: 'success'; result: RemoteValue }
  | { type: 'exception'; exceptionDetails: { text: string } };

export function getBidi(browser: Browser): Bidi {
  const { connection } = browser as unknown as { connection: Connection };

  const send = async <T>(method: string, params: object) =>
    (await connection.send(method, params)).result as T;

  return {
    send,
    async on(event, listener) {
      connection.on(event, listener as (event: never) => void);
      await send('session.subscribe', { events: [event] });
    },
    async call<R>(context: string, source: string, argument?: unknown) {
      const result = await send<CallResult>('script.callFunction', {
        functionDeclaration: `async (json) => JSON.stringify({ value: await (${source})(json === 'none' ? undefined : JSON.parse(json)) })`,
        arguments: [
          {
            type: 'string',
            value: argument === undefined ? 'none' : JSON.stringify(argument),
          },
        ],
        target: { context },
        awaitPromise: true,
        userActivation: true,
      });

      if (result.type === 'exception')
        throw new Error(result.exceptionDetails.text);

      return (JSON.parse(String(result.result.value)) as { value: R }).value;
    },
  };
}

/** Polls until there is a result. Throws if that takes longer. */
export async function pollUntil<T>(
  ask: () => Promise<T | undefined | null | false>,
  timeoutMs = Number.POSITIVE_INFINITY,
): Promise<T> {
  const end = Date.now() + timeoutMs;

  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for: ${ask}`);
    await new Promise((next) => setTimeout(next, 25));
  }
}
