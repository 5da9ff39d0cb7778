import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCard, expectCodes, hoverCode } from '../e2e/in-browsers.ts';
import { type App, findFreePort, startApp } from './app.ts';
import { type AppPage, findTraces, launchErrata, SHOTS } from './errata.ts';
import { startGraphApi } from './graph-api.ts';
import { installPackage } from './packages.ts';

const FLOW = 'f6f2187d.f17ca8';

/** A flow that sends a message and shows the response, and a flow that throws. */
function createFlows(messages: string) {
  const createNode = (id: string, type: string, y: number, more: object) => ({
    id,
    type,
    z: FLOW,
    y,
    ...more,
  });
  const createDebugNode = (id: string, y: number, complete: string) =>
    createNode(id, 'debug', y, {
      name: complete === 'true' ? 'whole message' : complete,
      active: true,
      tosidebar: true,
      complete,
      targetType: complete === 'true' ? 'full' : 'msg',
      x: 600,
      wires: [],
    });
  const payload = {
    messaging_product: 'whatsapp',
    to: '5511999990000',
    type: 'text',
    text: { body: 'Your order is ready' },
  };
  const createInjectNode = (id: string, y: number, to: string) =>
    createNode(id, 'inject', y, {
      name: id,
      props: [{ p: 'payload' }, { p: 'topic', vt: 'str' }],
      // An order number that equals a code, as a look-alike.
      topic: 'order 131051',
      payload: JSON.stringify(payload),
      payloadType: 'json',
      repeat: '',
      crontab: '',
      x: 120,
      wires: [[to]],
    });
  return [
    { id: FLOW, type: 'tab', label: 'WhatsApp' },
    createInjectNode('send', 100, '106540352242922a'),
    createNode('106540352242922a', 'http request', 100, {
      name: 'Cloud API',
      method: 'POST',
      ret: 'obj',
      url: messages,
      x: 320,
      wires: [['1310470000000001', '1310470000000002']],
    }),
    createDebugNode('1310470000000001', 80, 'payload'),
    createDebugNode('1310470000000002', 140, 'true'),
    createInjectNode('throw', 240, '1310470000000003'),
    createNode('1310470000000003', 'function', 240, {
      name: 'check',
      func: `
        node.warn('3 of 131047 contacts are left');
        node.error('Send failed: (#131047) Re-engagement message', msg);
        throw new Error('WhatsApp error 131026: Message undeliverable');
      `,
      outputs: 1,
      x: 320,
      wires: [[]],
    }),
  ];
}

const SETTINGS = {
  uiHost: '127.0.0.1',
  flowFile: 'flows.json',
  credentialSecret: false,
  telemetry: { enabled: false },
  editorTheme: { tours: false, palette: { catalogues: [] } },
  externalModules: { autoInstall: false, palette: { allowInstall: false } },
};

describe('Node-RED', () => {
  const folder = mkdtempSync(join(tmpdir(), 'errata-node-red-'));
  let api: Awaited<ReturnType<typeof startGraphApi>>;
  let app: App;
  let browser: Awaited<ReturnType<typeof launchErrata>>;
  let editor: AppPage;
  /** The same editor without access for Errata. */
  let plain: AppPage;

  beforeAll(async () => {
    const home = installPackage('node-red');
    api = await startGraphApi();
    const port = await findFreePort();
    writeFileSync(
      join(folder, 'flows.json'),
      JSON.stringify(createFlows(api.messages)),
    );
    writeFileSync(
      join(folder, 'settings.js'),
      `module.exports = ${JSON.stringify({ ...SETTINGS, uiPort: port })}`,
    );
    const args = [
      '--userDir',
      folder,
      '--settings',
      join(folder, 'settings.js'),
    ];
    app = await startApp(join(home, 'red.js'), args, { port, ready: '/flows' });
    browser = await launchErrata();
    [plain, editor] = [
      await browser.open(app.address.replace('127.0.0.1', 'localhost')),
      await browser.open(app.address),
    ];
    for (const { page } of [plain, editor])
      await page.locator('.red-ui-flow-node-button').nth(3).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    api?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const messages = ({ page }: AppPage) => page.locator('.red-ui-debug-msg');
  const payload = (of: AppPage) => messages(of).first();
  const findWholeMessage = (of: AppPage) => messages(of).nth(1);
  type Message = ReturnType<typeof messages>;

  /** Clicks the button of the first node with this name. */
  const pressInject = ({ page }: AppPage, name: 'send' | 'throw') =>
    page.locator(`[id="${name}"] .red-ui-flow-node-button-button`).click();

  async function expandMessage(message: Message): Promise<void> {
    const folded = message.locator('.collapsed > .red-ui-debug-msg-expandable');
    while ((await folded.count()) > 0) await folded.first().click();
  }

  /** Returns the row of a property in an expanded object. */
  const findRow = (message: Message, key: string) =>
    message.locator('.red-ui-debug-msg-row').filter({
      has: message
        .page()
        .locator(`> .red-ui-debug-msg-object-key:text-is("${key}")`),
    });

  test('a collapsed answer shows no code, an expanded one its two', async () => {
    await pressInject(editor, 'send');
    await expect.poll(() => messages(editor).count()).toBe(2);
    await expectCodes(editor.tab, []);
    await expandMessage(payload(editor));
    await expectCodes(editor.tab, ['131047', '131047']);
  });

  test('only the codes of the whole message are marked', async () => {
    await expandMessage(findWholeMessage(editor));
    await expectCodes(editor.tab, ['131047', '131047', '131047', '131047']);
    const text = await findWholeMessage(editor).textContent();
    for (const alike of [
      'order 131051',
      'statusCode: 400',
      '"1029384756"',
      '106540352242922',
      'timeout=5',
    ])
      expect(text).toContain(alike);
  });

  test('the pane looks the same as without Errata', async () => {
    await plain.page.bringToFront();
    for (const message of [payload(plain), findWholeMessage(plain)])
      await expandMessage(message);
    // Each window writes the time at which it got the message.
    const readPane = (of: AppPage) =>
      of.page.locator('.red-ui-debug-content-list').evaluate((list) => {
        const copy = list.cloneNode(true) as Element;
        for (const time of copy.querySelectorAll('.red-ui-debug-msg-date'))
          time.textContent = '';
        return copy.innerHTML;
      });
    expect(await readPane(editor)).toBe(await readPane(plain));
    expect(await plain.tab.codes()).toEqual([]);
    await editor.page.bringToFront();
  });

  test('hovering over a code opens its card', async () => {
    await payload(editor).scrollIntoViewIfNeeded();
    await hoverCode(editor.tab, '131047');
    const text = (await editor.tab.cardTree())?.text;
    for (const words of [
      'Re-engagement message',
      'Your turn',
      'Meta Cloud API',
    ])
      expect(text).toContain(words);
    await editor.tab.screenshot(join(SHOTS, 'node-red.png'));
    expect(await findTraces(editor)).toEqual(['errata-card']);
    await editor.tab.press('Escape');
    await expectCard(editor.tab, null);
  });

  test('a click on a number still shows it in another base', async () => {
    const number = findRow(payload(editor), 'code').locator(
      '.red-ui-debug-msg-type-number',
    );
    await number.click();
    await expect.poll(() => number.textContent()).toBe('0x1ffe7');
    await expectCodes(editor.tab, ['131047', '131047', '131047']);
    await number.click();
    await expect.poll(() => number.textContent()).toBe('131047');
    await expectCodes(editor.tab, ['131047', '131047', '131047', '131047']);
  });

  test('marks go when an object is collapsed and return when it is expanded', async () => {
    const error = findRow(payload(editor), 'error');
    await error.click();
    await expectCodes(editor.tab, ['131047', '131047']);
    await error.click();
    await expectCodes(editor.tab, ['131047', '131047', '131047', '131047']);
  });

  test('a second run adds marks, and clearing the pane removes all', async () => {
    await pressInject(editor, 'send');
    await expect.poll(() => messages(editor).count()).toBe(4);
    await expandMessage(messages(editor).nth(2));
    await expectCodes(editor.tab, Array(6).fill('131047'));
    await editor.page.locator('#red-ui-sidebar-debug-clear').click();
    await expectCodes(editor.tab, []);
  });

  test('codes that a function logs and throws are marked, and a count is not', async () => {
    await pressInject(editor, 'throw');
    await expect.poll(() => messages(editor).count()).toBe(3);
    await expandMessage(messages(editor).nth(2));
    await expect
      .poll(async () => [...new Set(await editor.tab.codes())])
      .toEqual(['131026', '131047']);
    expect(
      (await editor.tab.codes()).filter((code) => code === '131047'),
    ).toHaveLength(1);
  });

  test('no error was logged', () => {
    expect(editor.errors).toEqual([]);
    expect(plain.errors).toEqual([]);
  });
});
