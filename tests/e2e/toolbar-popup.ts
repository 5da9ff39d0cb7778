import { writeFile } from 'node:fs/promises';
import type { Launched } from './launch-chromium.ts';

/** The popup as the toolbar button opens it, or the side panel. Playwright does not list them as pages, so this uses CDP. */
export interface ToolbarPopup {
  /** Evaluates source text in it. The value must be JSON. */
  run<T>(source: string): Promise<T>;
  type(text: string): Promise<void>;
  /** Clicks the button or summary with this text as soon as it exists. */
  click(name: string): Promise<void>;
  press(key: string): Promise<void>;
  screenshot(file: string): Promise<void>;
}

const LOOK_INTERVAL_MS = 100;
/** The button is pressed again after so many looks. */
const MAX_LOOKS = 100;

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** Opens the popup for the tab with this URL. */
export async function openToolbarPopup(
  launched: Launched,
  url: string,
): Promise<ToolbarPopup> {
  const { session, origin } = launched;

  // An open popup closes when another tab comes to the front, at an unknown time. Pressing the button while it is open would close it, too.
  for (
    let open = await findTargets('popup.html', launched);
    open.length > 0;
  ) {
    for (const targetId of open)
      await session
        .send('Target.closeTarget', { targetId })
        .catch(() => undefined);

    open = await findTargets('popup.html', launched);
  }

  const inTabs = { filter: [{ type: 'tab' }] };
  const { targetInfos: tabs } = await session.send('Target.getTargets', inTabs);

  const press = {
    id: new URL(origin).host,
    targetId: tabs.find((tab) => tab.url === url)?.targetId,
  };

  // On a busy machine, the popup may close before anybody has seen it.
  let targetId: string | undefined;

  while (targetId === undefined) {
    await session.send('Extensions.triggerAction' as never, press as never);
    targetId = await lookForTarget('popup.html', launched);
  }

  return attachToTarget(targetId, 'popup.html', launched);
}

/** Looks for a page for ten seconds, and returns its id once it is there. */
async function lookForTarget(
  path: string,
  launched: Launched,
): Promise<string | undefined> {
  for (let look = 0; look < MAX_LOOKS; look++) {
    const [found] = await findTargets(path, launched);
    if (found) return found;

    await new Promise((later) => setTimeout(later, LOOK_INTERVAL_MS));
  }

  return undefined;
}

async function findTargets(
  path: string,
  { session, origin }: Launched,
): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos
    .filter(({ url }) => url.startsWith(`${origin}/${path}`))
    .map(({ targetId }) => targetId);
}

/** Waits for a page of the extension outside the tabs and attaches to it. */
export async function attachTo(
  path: string,
  launched: Launched,
): Promise<ToolbarPopup> {
  let targetId: string | undefined;

  while (targetId === undefined) targetId = await lookForTarget(path, launched);

  return attachToTarget(targetId, path, launched);
}

async function attachToTarget(
  targetId: string,
  path: string,
  launched: Launched,
): Promise<ToolbarPopup> {
  const { session } = launched;

  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId,
    flatten: false,
  });

  const waiting = new Map<number, (answer: Answer) => void>();

  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;

    const answer = JSON.parse(event.message) as Answer;
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });

  // Otherwise, a call to a page that closes would wait for ever.
  session.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    for (const answer of waiting.values())
      answer({ error: { message: `${path} was closed` } });
  });

  let last = 0;

  const sendCommand = <T>(method: string, params: object = {}) =>
    new Promise<T>((done, fail) => {
      const id = ++last;

      waiting.set(id, ({ result, error }) =>
        error ? fail(new Error(error.message)) : done(result as T),
      );

      session
        .send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method, params }),
        })
        .catch(fail);
    });

  async function run<T>(source: string): Promise<T> {
    const { result } = await sendCommand<{ result: { value: T } }>(
      'Runtime.evaluate',
      {
        expression: source,
        awaitPromise: true,
        userGesture: true,
        returnByValue: true,
      },
    );

    return result.value;
  }

  return {
    run,
    // Not by the mouse: the popup grows with its content, which moves the button between a look and a click.
    async click(name) {
      const clickOnce = () =>
        run<boolean>(`(() => {
          const all = [...document.querySelectorAll('button, summary')];
          const button = all.find(({ textContent }) => textContent === ${JSON.stringify(name)});
          button?.click();
          return button !== undefined;
        })()`);

      while (!(await clickOnce()))
        await new Promise((later) => setTimeout(later, 100));
    },
    type: (text) => sendCommand('Input.insertText', { text }),
    async press(key) {
      for (const type of ['keyDown', 'keyUp'])
        await sendCommand('Input.dispatchKeyEvent', { type, key, code: key });
    },
    async screenshot(file) {
      const { data } = await sendCommand<{ data: string }>(
        'Page.captureScreenshot',
        {
          format: 'png',
        },
      );

      await writeFile(file, Buffer.from(data, 'base64'));
    },
  };
}
