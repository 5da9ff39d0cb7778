import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (
  message: unknown,
  sender: object,
  respond: (answer: unknown) => void,
) => unknown;
const { browser, listeners } = vi.hoisted(() => {
  const listeners: Listener[] = [];
  const onMessage = {
    addListener: (listener: Listener) => listeners.push(listener),
  };
  return { listeners, browser: { runtime: { onMessage } } };
});
vi.mock('wxt/browser', () => ({ browser }));
const { handleMessages } = await import('./messages.ts');

const WITHOUT_DATA = [
  'wake',
  'loadAnnotator',
  'loadJudge',
  'isAllowed',
  'loadOwnTexts',
  'loadCard',
  'loadMasking',
  'loadLocale',
  'codesChanged',
] as const;
const TYPES = [
  ...WITHOUT_DATA,
  'detect',
  'loadEntries',
  'contradictsEntry',
  'openSearch',
  'openNote',
  'saveSiteChoice',
  'confirmSiteChoice',
] as const;

const handler = vi.fn();
const sender = { frameId: 3 };
handleMessages(
  Object.fromEntries(TYPES.map((type) => [type, handler])) as never,
);
beforeEach(() => {
  handler.mockReset();
});

/** Delivers a message as the browser does. Rejects if the listener throws. */
const send = async (message: unknown): Promise<unknown> =>
  new Promise((respond) =>
    expect(listeners[0]?.(message, sender, respond)).toBe(true),
  );

const suppression = fc.record({
  host: fc.string(),
  code: fc.string(),
  by: fc.constantFrom('column', 'label', 'shape'),
  words: fc.string(),
});
const siteChoice = fc.oneof(
  fc.record({ suppression, on: fc.boolean() }),
  fc.record({ host: fc.string(), provider: fc.string() }),
);
const validMessage = fc.oneof(
  fc.record({ type: fc.constantFrom(...WITHOUT_DATA) }),
  fc.record({
    type: fc.constant('detect'),
    data: fc.record({
      texts: fc.array(fc.string()),
      requests: fc.array(fc.array(fc.integer())),
    }),
  }),
  fc.record({ type: fc.constant('loadEntries'), data: fc.array(fc.string()) }),
  fc.record({
    type: fc.constant('contradictsEntry'),
    data: fc.record({ text: fc.string(), start: fc.nat(), key: fc.string() }),
  }),
  fc.record({
    type: fc.constantFrom('openSearch', 'openNote'),
    data: fc.string(),
  }),
  fc.record({
    type: fc.constantFrom('saveSiteChoice', 'confirmSiteChoice'),
    data: siteChoice,
  }),
);

test('a valid message reaches its handler unchanged, with its sender, and is answered with the value', async () => {
  await fc.assert(
    fc.asyncProperty(
      validMessage,
      async (message: { type: string; data?: unknown }) => {
        handler.mockReset().mockResolvedValue('done');
        expect(await send(message)).toEqual({ value: 'done' });
        expect(handler).toHaveBeenCalledExactlyOnceWith(message.data, sender);
      },
    ),
  );
});

test('any other value is refused: no handler runs, and nothing is thrown', async () => {
  /** Data that no message accepts. */
  const wrongData = fc.oneof(
    fc.constantFrom(
      null,
      true,
      5,
      {},
      [5],
      { texts: [5], requests: [] },
      { texts: [], requests: [['5']] },
    ),
    fc.record({ host: fc.string(), provider: fc.integer() }),
    fc.record({
      suppression: fc.record({ host: fc.string(), code: fc.integer() }),
      on: fc.boolean(),
    }),
  );
  const message = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.record({ type: fc.string() }),
    fc.record({
      type: fc.constantFrom(
        'toString',
        '__proto__',
        'constructor',
        'allowedChanged',
      ),
    }),
    fc.record({ type: fc.constantFrom(...TYPES), data: wrongData }),
    fc.record({ type: fc.constantFrom(...WITHOUT_DATA), data: fc.string() }),
    fc.record({
      type: fc.constantFrom(
        ...TYPES.filter((type) => !WITHOUT_DATA.includes(type as never)),
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(message, async (value) => {
      expect(await send(value)).toEqual({ error: expect.any(String) });
      expect(handler).not.toHaveBeenCalled();
    }),
  );
});

test('a refusal names the invalid part, and does not quote it', async () => {
  expect(
    await send({
      type: 'detect',
      data: { texts: ['Hi'], requests: [['+49 151 555'], 0] },
    }),
  ).toEqual({
    error: 'The message "detect" is invalid: requests.0.0 must be number.',
  });
});

test.each([
  [
    'throws',
    () =>
      handler.mockImplementation(() => {
        throw new Error('No such host');
      }),
  ],
  ['rejects', () => handler.mockRejectedValue(new Error('No such host'))],
])('a handler that %s is answered with its reason', async (_, fail) => {
  fail();
  expect(await send({ type: 'loadCard' })).toEqual({ error: 'No such host' });
});
