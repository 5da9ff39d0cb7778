import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Launched } from '../e2e/launch-chromium.ts';
import { createRandomInteger } from './logs.ts';
import type { Values } from './report.ts';

const ROWS = 1_000_000;
/** One row of so many fails. */
const FAILING = 5;
const SAMPLE_MS = 50;
const HOUR_MS = 3_600_000;
const COLUMNS =
  'message_id,to,template,category,sender,status,error_code,error_message,sent_at';
const CODES = [
  '131026,Message undeliverable',
  '131047,Re-engagement message',
  '131049,"This message was not delivered to maintain healthy ecosystem engagement."',
  `130472,User's number is part of an experiment`,
  '131000,Something went wrong',
  '131056,"(Business Account, Consumer Account) pair rate limit hit"',
];
const CALLING_CODES = ['55119', '9198', '52155', '62812', '49151', '1212'];
const TEMPLATES = ['promo_november', 'order_update', 'login_code', 'survey'];

/** Yields the lines of a table whose messages were sent in a month, each to another recipient. */
function* createTable(): Generator<string> {
  const random = createRandomInteger(20_261_201);
  const pick = (texts: readonly string[]) => texts[random(texts.length)] ?? '';

  yield `${COLUMNS}\n`;

  for (let row = 0; row < ROWS; row++) {
    const sentAt = new Date(
      Date.UTC(2026, 10, 1) + (row * 720 * HOUR_MS) / ROWS,
    );
    const delivered = pick(['delivered', 'read']);

    const cells = [
      `wamid.HBgN${(row * 7_919 + 1e12).toString(36)}${random(1e9).toString(36)}`,
      `+${pick(CALLING_CODES)}${10_000_000 + row}`,
      pick(TEMPLATES),
      pick(['marketing', 'utility']),
      `+551140028${100 + random(4)}`,
      random(FAILING) === 0 ? `failed,${pick(CODES)}` : `${delivered},,`,
      sentAt.toISOString(),
    ];

    yield `${cells.join(',')}\n`;
  }
}

/** Returns the most memory that a process which renders pages has for itself, in MB: not its code, which it shares. */
function readMostMemory(processes: readonly number[]): number {
  const sizes = processes.map((id) => {
    const file = `/proc/${id}/status`;
    const status = existsSync(file) ? readFileSync(file, 'utf8') : '';

    return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  });

  return Math.max(...sizes) / 1_000;
}

/** Waits until a table is read. Returns how many rows were read when its first picture was shown. Runs in the page. */
const watchTable = (): Promise<number> =>
  new Promise((resolve) => {
    let rows = Number.NaN;

    const watcher = new MutationObserver(() => {
      const hasPicture = document.querySelector('.picture') !== null;
      const note = document.querySelector('.reading-note')?.textContent;

      if (Number.isNaN(rows) && hasPicture && note)
        rows = Number(note.replace(/\D/g, ''));

      if (!document.querySelector('.csv-groups')) return;

      watcher.disconnect();
      resolve(rows);
    });

    watcher.observe(document.body, { subtree: true, childList: true });
  });

/**
 * Measures a million rows in the page of a table: the most memory that its process has, with the worker and the
 * background, until all is read; and how many rows were read at the first picture.
 */
export async function measureTable({
  context,
  origin,
  session,
}: Launched): Promise<Values> {
  const folder = mkdtempSync(join(tmpdir(), 'errata-table-'));
  const file = join(folder, 'messages.csv');

  await pipeline(Readable.from(createTable()), createWriteStream(file));

  const page = await context.newPage();

  await page.goto(`${origin}/catalogue.html`);

  const { processInfo } = await session.send('SystemInfo.getProcessInfo');

  const renderers = processInfo.flatMap(({ id, type }) =>
    type === 'renderer' ? [id] : [],
  );

  // One call for all of it, because each that asks the page takes its memory.
  const read = page.evaluate(watchTable);
  const samples: number[] = [];

  const sampler = setInterval(
    () => samples.push(readMostMemory(renderers)),
    SAMPLE_MS,
  );

  await page.locator('.csv input[type=file]').setInputFiles(file);

  const first = await read;

  clearInterval(sampler);
  await page.close();
  rmSync(folder, { recursive: true });

  // Other systems than Linux have no such files.
  const memory = Math.max(0, ...samples);

  return {
    'table-first': first,
    ...(memory > 0 && { 'table-memory': memory }),
  };
}
