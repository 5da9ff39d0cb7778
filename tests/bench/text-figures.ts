import { spawnSync } from 'node:child_process';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { ROOT } from '../../build/run.ts';
import { answerText } from '../../lib/answer/answer-text.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import type { Launched } from '../e2e/launch-chromium.ts';
import { BUILD } from './browser.ts';
import { createLogBlocks } from './logs.ts';
import type { Values } from './report.ts';

const MB = 1_000_000;
/** Occurs only in the last line: when it is shown, everything has been read. */
const LAST = '131042';

const createLog = (length: number) =>
  `${[...createLogBlocks(length, 'some')].join('')}2026-11-24T00:00:00Z ERROR (#${LAST}) Business eligibility payment issue\n`;

/** Measures the time from the paste until the popup shows its first result, and all. */
export async function measurePaste({
  context,
  origin,
}: Launched): Promise<Values> {
  const page = await context.newPage();

  await page.goto(`${origin}/${BUILD.popup}`);
  await page.getByRole('combobox').first().waitFor();
  // Nobody pastes in the first second, in which the popup prepares its worker.
  await page.waitForTimeout(1_000);

  const [first, all] = await page.evaluate(
    ({ text, last }) =>
      new Promise<[number, number]>((done) => {
        const start = performance.now();
        let first = 0;

        new MutationObserver(() => {
          if (document.querySelector('[data-code]'))
            first ||= performance.now() - start;

          if (
            document.querySelector('progress') ||
            !document.querySelector(last)
          )
            return;

          requestAnimationFrame(() =>
            setTimeout(() => done([first, performance.now() - start])),
          );
        }).observe(document.body, { subtree: true, childList: true });

        const clipboardData = new DataTransfer();

        clipboardData.setData('text/plain', text);

        const event = new ClipboardEvent('paste', {
          bubbles: true,
          cancelable: true,
          clipboardData,
        });

        document.querySelector('input')?.dispatchEvent(event);
      }),
    { text: createLog(5 * MB), last: BUILD.found(LAST) },
  );

  await page.close();

  return { paste: all / 1_000, 'paste-first': first };
}

/** Measures the whole command as a person types it, including npm's start. */
export function measureExplain(): Values {
  const [half, whole] = [explainSeconds(5), explainSeconds(10)];
  return { explain: whole, 'explain-growth': whole / half };
}

function explainSeconds(megabytes: number): number {
  const input = createLog(megabytes * MB);
  const start = performance.now();

  const { status } = spawnSync(
    'npm',
    ['run', '--silent', 'explain', '--', '-'],
    {
      cwd: ROOT,
      input,
      stdio: ['pipe', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );

  if (status !== 0) throw new Error(`explain ended with ${status}`);

  return (performance.now() - start) / 1_000;
}

const WEBHOOK = JSON.stringify({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '102290129340398',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: {
              display_phone_number: '15550783881',
              phone_number_id: '106540352242922',
            },
            statuses: [
              {
                id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI3MTE5MjVBOTE3MDk5QTAz',
                status: 'failed',
                timestamp: '1764412800',
                recipient_id: '5511987654321',
                errors: [
                  {
                    code: 131047,
                    title: 'Re-engagement message',
                    message: 'Re-engagement message',
                    error_data: {
                      details:
                        'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
                    },
                    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
                  },
                ],
              },
            ],
          },
        },
      ],
    },
  ],
});
const CODE_OF_LINE = /\(#(\d{1,7})\)|\b(?:code|error)\W{1,4}(\d{1,7})\b/gi;
const WEBHOOKS = 500;
const ROUNDS = 5;

/**
 * Measures an explained webhook against a parse of its JSON, and an explained megabyte of log against one regular
 * expression over it. Both take turns in one process, so that a busy machine slows both.
 */
export function measureText(): Values {
  const catalogue = createCatalogue(readCatalogue());
  const log = createLog(MB);
  const explain = (text: string) => void answerText(text, { catalogue });

  const repeat = (run: () => void) => {
    for (let time = 0; time < WEBHOOKS; time++) run();
  };

  explain(log);
  repeat(() => explain(WEBHOOK));

  const rounds = Array.from({ length: ROUNDS }, () => [
    measureMs(() => repeat(() => explain(WEBHOOK))) / WEBHOOKS,
    measureMs(() => repeat(() => repeat(() => void JSON.parse(WEBHOOK)))) /
      WEBHOOKS ** 2,
    measureMs(() => explain(log)),
    measureMs(() => void [...log.matchAll(CODE_OF_LINE)]),
  ]);

  // The fastest round is the one that other programs slowed least.
  const [webhook = 0, parse = 0, megabyte = 0, pattern = 0] = [0, 1, 2, 3].map(
    (at) => Math.min(...rounds.map((round) => round[at] ?? 0)),
  );

  return {
    webhook,
    'webhook-parse': webhook / parse,
    log: megabyte,
    'log-pattern': megabyte / pattern,
  };
}

/** Returns processor time, which others on the machine do not lengthen. */
export function measureMs(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
