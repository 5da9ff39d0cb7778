import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectCard, expectCodes, hoverCode } from '../e2e/in-browsers.ts';
import { type App, findFreePort, startApp } from './app.ts';
import { type AppPage, findTraces, launchErrata, SHOTS } from './errata.ts';
import { startGraphApi } from './graph-api.ts';
import { installPackage } from './packages.ts';

const OWNER = {
  email: 'owner@example.com',
  password: 'Passw0rd123',
  firstName: 'Ada',
  lastName: 'Owner',
};

/** A workflow that sends a request and shows the response, then sends a message and fails. */
function createWorkflow(messages: string) {
  const createRequestNode = (
    id: string,
    name: string,
    at: number,
    options: object,
  ) => ({
    id: `3f1c2a10-0000-4000-8000-000000${id}`,
    name,
    type: 'n8n-nodes-base.httpRequest',
    typeVersion: 4.2,
    position: [at, 0],
    parameters: {
      method: 'POST',
      url: messages,
      sendBody: true,
      specifyBody: 'json',
      // An order number that equals a code, as a look-alike.
      jsonBody:
        '{"messaging_product":"whatsapp","to":"5511999990000","type":"text","text":{"body":"Your order 131051 is ready"}}',
      options,
    },
  });
  const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
  return {
    name: 'Reminder',
    nodes: [
      {
        id: '3f1c2a10-0000-4000-8000-000000131047',
        name: 'Start',
        type: 'n8n-nodes-base.manualTrigger',
        typeVersion: 1,
        position: [0, 0],
        parameters: {},
      },
      createRequestNode('131048', 'Ask', 220, {
        response: { response: { neverError: true, fullResponse: true } },
      }),
      createRequestNode('131049', 'Send', 440, {}),
    ],
    connections: { Start: to('Ask'), Ask: to('Send') },
    settings: { executionOrder: 'v1' },
  };
}

describe('n8n', () => {
  const folder = mkdtempSync(join(tmpdir(), 'errata-n8n-'));
  let api: Awaited<ReturnType<typeof startGraphApi>>;
  let app: App;
  let browser: Awaited<ReturnType<typeof launchErrata>>;
  let editor: AppPage;
  /** The same editor without access for Errata. */
  let plain: AppPage;
  let path: string;

  beforeAll(async () => {
    const home = installPackage('n8n');
    api = await startGraphApi();
    const [port, brokerPort] = [await findFreePort(), await findFreePort()];
    app = await startApp(join(home, 'bin/n8n'), ['start'], {
      port,
      ready: '/rest/settings',
      env: {
        N8N_USER_FOLDER: folder,
        N8N_LISTEN_ADDRESS: '127.0.0.1',
        N8N_PORT: String(port),
        N8N_RUNNERS_BROKER_PORT: String(brokerPort),
        // The page is served without TLS.
        N8N_SECURE_COOKIE: 'false',
        N8N_DIAGNOSTICS_ENABLED: 'false',
        N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
        N8N_TEMPLATES_ENABLED: 'false',
        N8N_PERSONALIZATION_ENABLED: 'false',
        N8N_COMMUNITY_PACKAGES_ENABLED: 'false',
      },
    });
    path = `/workflow/${await setUp(app.address, createWorkflow(api.messages))}`;
    browser = await launchErrata();
    plain = await signIn(app.address.replace('127.0.0.1', 'localhost'));
    editor = await signIn(app.address);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    api?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  /** Creates the first account and the workflow. Returns its id. */
  async function setUp(address: string, made: object): Promise<string> {
    const post = (to: string, body: object, cookie = '') =>
      fetch(`${address}/rest/${to}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'browser-id': 'setup',
          cookie,
        },
        body: JSON.stringify(body),
      });
    const owner = await post('owner/setup', OWNER);
    const cookie = owner.headers.getSetCookie().map((one) => one.split(';')[0]);
    const answer = await post('workflows', made, cookie.join('; '));
    const { data } = (await answer.json()) as { data: { id: string } };
    return data.id;
  }

  async function signIn(address: string): Promise<AppPage> {
    const opened = await browser.open(`${address}/signin`);
    const { page } = opened;
    await page.locator('input[type=email]').fill(OWNER.email);
    await page.locator('input[type=password]').fill(OWNER.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/home/);
    await page.goto(address + path);
    // Discard the errors from before the sign-in, which report a missing session.
    opened.errors.length = 0;
    return opened;
  }

  const findByTestId = ({ page }: AppPage, name: string) =>
    page.locator(`[data-test-id="${name}"]`);
  const findOutput = (of: AppPage) => findByTestId(of, 'output-panel');
  const openNode = (of: AppPage, name: string) =>
    findByTestId(of, 'canvas-node').filter({ hasText: name }).dblclick();
  const closeNode = (of: AppPage) =>
    findByTestId(of, 'ndv-close-button').click();
  const showView = (of: AppPage, view: 'schema' | 'table' | 'json') =>
    findOutput(of).locator(`[data-test-id="radio-button-${view}"]`).click();

  /** Waits long enough for a scan. */
  const waitForScan = () => new Promise((soon) => setTimeout(soon, 3_000));

  test('a failed run is marked in the failed node', async () => {
    await findByTestId(editor, 'execute-workflow-button').click();
    await editor.page.getByText('Problem in node').first().waitFor();
    await expectCodes(editor.tab, []);
    await openNode(editor, 'Send');
    await expect
      .poll(() => findByTestId(editor, 'node-error-description').textContent())
      .toContain('(#131047)');
    await expect
      .poll(async () => new Set(await editor.tab.codes()))
      .toEqual(new Set(['131047']));
    await closeNode(editor);
    await expectCodes(editor.tab, []);
  });

  test('in the list of executions a code is marked in the node that failed, and its card opens', async () => {
    await findByTestId(editor, 'radio-button-executions').click();
    await findByTestId(editor, 'execution-preview-id').waitFor();
    await expectCodes(editor.tab, []);
    await openNode(editor, 'Send');
    await findByTestId(editor, 'node-error-description').waitFor();
    await editor.tab.move({ x: 700, y: 20 });
    await hoverCode(editor.tab, '131047');
    const text = (await editor.tab.cardTree())?.text;
    for (const words of [
      'Re-engagement message',
      'Your turn',
      'Meta Cloud API',
    ])
      expect(text).toContain(words);
    await editor.tab.screenshot(join(SHOTS, 'n8n.png'));
    expect(await findTraces(editor)).toEqual(['errata-card']);
    await editor.tab.press('Escape');
    await expectCard(editor.tab, null);
    await closeNode(editor);
  });

  test('only the codes of an answer are marked, as a schema and as JSON', async () => {
    await openNode(editor, 'Ask');
    for (const view of ['schema', 'json', 'schema', 'json'] as const) {
      await showView(editor, view);
      await expectCodes(editor.tab, ['131047', '131047']);
    }
    const text = await findOutput(editor).textContent();
    for (const alike of ['400', '1029384756']) expect(text).toContain(alike);
  });

  test('a click on a value still selects it', async () => {
    await hoverCode(editor.tab, '131047');
    await editor.tab.click(await editor.tab.pointOf('131047'));
    await expect
      .poll(() => findOutput(editor).locator('.is-highlight').textContent())
      .toContain('131047');
    await expectCard(editor.tab, null);
    await expectCodes(editor.tab, ['131047', '131047']);
  });

  test('the node looks the same as without Errata', async () => {
    const findError = (of: AppPage) =>
      findOutput(of)
        .locator('.node-error-view')
        .evaluate(({ innerHTML }) => innerHTML);
    await closeNode(editor);
    await openNode(editor, 'Send');
    await editor.page.getByText('From HTTP Request').click();
    await plain.page.bringToFront();
    await plain.page.goto(
      editor.page
        .url()
        .replace('127.0.0.1', 'localhost')
        .replace(/\/[^/]+$/, ''),
    );
    await openNode(plain, 'Send');
    await plain.page.getByText('From HTTP Request').click();
    expect(await findError(editor)).toBe(await findError(plain));
    expect(await plain.tab.codes()).toEqual([]);
    await editor.page.bringToFront();
  });

  // Known false positive: an HTTP status next to Meta's own code.
  test.fails('the HTTP status that n8n calls an error code is none', async () => {
    await waitForScan();
    expect(new Set(await editor.tab.codes())).toEqual(new Set(['131047']));
  });

  test.fails('a column of HTTP statuses has no code', async () => {
    await closeNode(editor);
    await openNode(editor, 'Ask');
    await showView(editor, 'table');
    await waitForScan();
    expect(await editor.tab.codes()).toEqual(['131047', '131047']);
  });

  test('marks are correct after the step runs again', async () => {
    await editor.page.goto(app.address + path);
    await openNode(editor, 'Send');
    await findByTestId(editor, 'node-execute-button').click();
    await findByTestId(editor, 'node-error-description').waitFor();
    await waitForScan();
    await editor.tab.screenshot(join(SHOTS, 'n8n-again.png'));
    await expectCodes(editor.tab, ['131047', '131047', '131047']);
  });

  test('no error was logged', () => {
    expect(editor.errors).toEqual([]);
    expect(plain.errors).toEqual([]);
  });
});
