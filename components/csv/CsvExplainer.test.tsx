import { File as ReadableFile } from 'node:buffer';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import type { Entry } from '../../data/schema.ts';
import { expectNoAxeViolations } from '../../tests/axe.ts';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import { createTestReading } from '../../tests/fixtures/csv-reading.ts';
import { MaskingForTests } from '../../tests/fixtures/masking.tsx';
import { recordSavedFiles } from '../../tests/fixtures/saved-files.ts';
import { PATIENT } from '../../tests/patience.ts';
import { CsvExplainer } from './CsvExplainer.tsx';
import type { CsvProgress, ExplainCsv } from './csv-reading.ts';

const NONE = { rows: 0, people: 0 };
const SUMMARY = {
  rows: 1200,
  known: 900,
  ragged: 1,
  messages: new Map(),
  plans: {
    counts: {
      now: { rows: 30, people: 28 },
      slowly: NONE,
      wait: { rows: 870, people: 800 },
      fix: { rows: 100, people: 100 },
      never: NONE,
      check: NONE,
    },
    notFailed: 200,
    arrived: 40,
    openZones: 0,
    sendTimesMs: [],
    waited: 12,
    causes: [
      {
        planned: {
          plan: 'fix' as const,
          reason: null,
          sendAfterMs: null,
          country: null,
        },
        entry: testCatalogue.byKey.get('meta/cloud/131047') as Entry,
        template: null,
        rows: 100,
        people: 100,
      },
    ],
  },
  columns: ['to', 'error_code', 'gateway'],
  codeColumn: 'error_code',
  hasOnlyStates: false,
  providerColumn: null,
  breakdown: {
    messages: 1200,
    failed: 1000,
    facets: [
      {
        facet: 'template' as const,
        values: [
          {
            value: 'promo',
            messages: 700,
            failed: 600,
            byPlan: [30, 0, 500, 70, 0, 0],
          },
          {
            value: 'order',
            messages: 500,
            failed: 400,
            byPlan: [0, 0, 370, 30, 0, 0],
          },
        ],
      },
    ],
  },
  associations: [],
};
const ROWS = new Blob(['rows']);
const DONE: CsvProgress = { state: 'done', filter: null, summary: SUMMARY };

function openExplainer() {
  const reading = createTestReading(ROWS);
  const { cancel } = reading;
  const explainCsv = vi.fn<ExplainCsv>(() => reading);
  const onSave = recordSavedFiles();
  const onDecode = vi.fn();
  render(
    <main>
      <CsvExplainer
        explainCsv={explainCsv}
        onDecode={onDecode}
        catalogue={testCatalogue}
      />
    </main>,
    { wrapper: MaskingForTests },
  );
  const report = (progress: CsvProgress) =>
    act(() => explainCsv.mock.lastCall?.[2](progress));
  return {
    user: userEvent.setup(),
    explainCsv,
    cancel,
    reading,
    onDecode,
    onSave,
    report,
  };
}

const createFile = (name = 'export.csv') =>
  new File(['x'], name, { type: 'text/csv' });
const open = (user: ReturnType<typeof userEvent.setup>) =>
  user.upload(screen.getByLabelText('Explain a CSV file'), createFile());

test('has a ticket for the messages of each cause', async () => {
  const { user, report } = openExplainer();
  await open(user);
  const place = { template: null, time: null, trace: null };
  const messages = new Map([
    [
      'fix  false meta/cloud/131047 ',
      [1, 2].map((at) => ({
        ...place,
        message: `wamid.HBgN000${at}`,
        recipient: `+551191234567${at}`,
      })),
    ],
  ]);
  report({ ...DONE, summary: { ...SUMMARY, messages } });
  await user.click(screen.getByRole('button', { name: 'Ticket…' }));
  expect(
    (await screen.findByRole('group', { name: 'Preview' })).textContent,
  ).toMatch(
    /Subject: 131047 .*We get 131047 100 times\.\s+Message \| Recipient\s+wamid\.HBgN0001 \| \+55 …\d\d\s+wamid\.HBgN0002 \| \+55 …\d\d\s+and 98 more\s+/s,
  );
  await expectNoAxeViolations();
});

test('says when the rows that wait may go', async () => {
  const { user, report } = openExplainer();
  await open(user);
  const sendTimesMs = [1, 2].map((days) => Date.now() + days * 86_400_000);
  const plans = { ...SUMMARY.plans, sendTimesMs };
  report({ ...DONE, summary: { ...SUMMARY, plans } });
  expect(document.querySelector('[data-plan="wait"]')?.textContent).toMatch(
    /^Wait {2}870 SaveSend at: tomorrow at .+ to .+$/,
  );
});

test('says nothing about sending for a table without messages', async () => {
  const { user, report } = openExplainer();
  await open(user);
  report({ ...DONE, summary: { ...SUMMARY, hasOnlyStates: true } });
  expect(screen.queryByText(/can be sent again now/)).toBeNull();
});

test('says how many rows may be sent again and to whom, and saves them, or all rows', async () => {
  const { user, report, reading, onSave } = openExplainer();
  await open(user);
  report(DONE);
  expect(
    screen.getByText('30 rows can be sent again now').parentElement,
  ).toHaveTextContent('to 28 recipients');
  expect(
    screen.getByText('18 had no wait; for 12, the wait is over'),
  ).toBeInTheDocument();
  expect(
    [...document.querySelectorAll('.csv-groups li')].map((item) =>
      item.textContent?.replace(/\s+/g, ' '),
    ),
  ).toEqual([
    'Wait 870 Save',
    'Fix first 100 Save131047Re-engagement message100 ×Send an approved template instead of free text.Ticket…',
    '131047Re-engagement message100 ×Send an approved template instead of free text.Ticket…',
    'Failed after delivery 40 ',
    'Did not fail 160 ',
  ]);
  expect(screen.getByRole('status')).toHaveTextContent('1,200 rows');
  expect(
    screen.getByText(/^1 row is longer than the header/),
  ).toBeInTheDocument();
  await user.click(
    screen.getByRole('button', { name: 'Save the 30 that may be sent' }),
  );
  expect(reading.write).toHaveBeenLastCalledWith('now', null);
  expect(onSave).toHaveBeenLastCalledWith('export-now.csv', ROWS, 'text/csv');
  expect(screen.getByRole('status')).toHaveTextContent(
    'Saved as export-now.csv · 30 rows.',
  );
  await user.click(screen.getByRole('button', { name: /^Save all 1,200/ }));
  expect(reading.write).toHaveBeenLastCalledWith(null, null);
  expect(onSave).toHaveBeenLastCalledWith(
    'export-explained.csv',
    ROWS,
    'text/csv',
  );
  await expectNoAxeViolations();
});

test('says that a long table is being saved, which may take some seconds', async () => {
  const { user, report, reading, onSave } = openExplainer();
  await open(user);
  report(DONE);
  const written = Promise.withResolvers<Blob>();
  reading.write.mockReturnValueOnce(written.promise);
  await user.click(screen.getByRole('button', { name: /^Save all 1,200/ }));
  expect(screen.getByRole('status')).toHaveTextContent('Saving…');
  expect(onSave).not.toHaveBeenCalled();
  await act(async () => written.resolve(ROWS));
  expect(screen.getByRole('status')).toHaveTextContent('Saved as ');
});

test('says next to a plan what was saved of it, and that it could not be', async () => {
  const { user, report, reading } = openExplainer();
  await open(user);
  report(DONE);
  await user.click(screen.getByRole('button', { name: 'Save: Fix first' }));
  const item = screen.getByRole('button', { name: 'Save: Fix first' })
    .parentElement as HTMLElement;
  expect(item).toHaveTextContent('Saved as export-fix.csv · 100 rows.');
  reading.write.mockRejectedValueOnce(new Error('gone'));
  await user.click(screen.getByRole('button', { name: 'Save: Fix first' }));
  expect(screen.getByRole('status')).toHaveTextContent('Couldn’t save.');
});

test('a click on a picture filters the list and what is saved, another shows all', async () => {
  const { user, report, reading, onSave } = openExplainer();
  await open(user);
  report(DONE);
  const promo = await screen.findByRole('button', { name: 'promo' });
  await user.click(promo);
  const filter = { facet: 'template' as const, value: 'promo' };
  expect(reading.filter).toHaveBeenLastCalledWith(filter);
  report({ state: 'done', filter, summary: { ...SUMMARY, rows: 700 } });
  expect(promo).toHaveAttribute('aria-pressed', 'true');
  await user.click(
    screen.getByRole('button', { name: 'Save the 30 that may be sent' }),
  );
  expect(reading.write).toHaveBeenLastCalledWith('now', filter);
  expect(onSave).toHaveBeenLastCalledWith(
    'export-promo-now.csv',
    ROWS,
    'text/csv',
  );
  await user.click(screen.getByRole('button', { name: 'Show all rows' }));
  expect(reading.filter).toHaveBeenLastCalledWith(null);
});

test('shows pictures while it reads, which filter nothing yet', async () => {
  const { user, report, reading } = openExplainer();
  await open(user);
  report({ state: 'reading', done: 0.2, breakdown: SUMMARY.breakdown });
  expect(
    await screen.findByText('Reading… 1,200 rows so far'),
  ).toBeInTheDocument();
  // The numbers stay until there are new ones.
  report({ state: 'reading', done: 0.6, breakdown: null });
  await user.click(screen.getByRole('button', { name: 'promo' }));
  expect(reading.filter).not.toHaveBeenCalled();
  expect(screen.queryByText(/can be sent again now/)).toBeNull();
  await expectNoAxeViolations();
});

test('reads the file again for another column or provider', async () => {
  const { user, explainCsv, cancel, report } = openExplainer();
  await open(user);
  report(DONE);
  expect(
    screen.getByRole('combobox', { name: 'Code column' }),
  ).toHaveDisplayValue('Found: error_code');
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Provider column' }),
    'gateway',
  );
  expect(cancel).toHaveBeenCalledOnce();
  expect(explainCsv.mock.lastCall?.[1]).toEqual({ providerColumn: '3' });
  expect(screen.getByRole('progressbar')).toHaveValue(0);
});

test('can be stopped, and takes another file afterwards', async () => {
  const { user, cancel, report, explainCsv } = openExplainer();
  await open(user);
  report({ state: 'reading', done: 0.4 });
  expect(screen.getByRole('progressbar')).toHaveValue(0.4);
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(cancel).toHaveBeenCalledOnce();
  await open(user);
  expect(explainCsv).toHaveBeenCalledTimes(2);
});

test('asks for the column if none has codes, and says why a file is no table', async () => {
  const { user, explainCsv, report } = openExplainer();
  await open(user);
  const fault = {
    message: 'No column with error codes found.',
    remedy: 'Choose the code column.',
    command: null,
  };
  report({ state: 'failed', fault, columns: ['a', 'b'] });
  expect(
    screen.getByText('No column with error codes found.'),
  ).toBeInTheDocument();
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Code column' }),
    'b',
  );
  expect(explainCsv.mock.lastCall?.[1]).toEqual({ codeColumn: '2' });
  report({ state: 'failed', fault: null, columns: [] });
  expect(screen.getByText('Couldn’t read the file.')).toBeInTheDocument();
  await expectNoAxeViolations();
});

const drop = (file: File) =>
  fireEvent.drop(document.body, {
    dataTransfer: { types: ['Files'], files: [file] },
  });

test('takes a file that is dropped anywhere, and shows where while it is dragged', async () => {
  const { explainCsv } = openExplainer();
  const hint = /^Drop a table to explain each row, or a log/;
  fireEvent.dragOver(document.body, { dataTransfer: { types: ['Files'] } });
  expect(screen.getByText(hint)).toBeInTheDocument();
  fireEvent.dragLeave(document.body, { relatedTarget: null });
  expect(screen.queryByText(hint)).toBeNull();
  fireEvent.dragOver(document.body, {
    dataTransfer: { types: ['text/plain'] },
  });
  expect(screen.queryByText(hint)).toBeNull();
  const file = createFile('dropped.csv');
  drop(file);
  await vi.waitFor(
    () => expect(explainCsv.mock.lastCall?.[0]).toBe(file),
    PATIENT,
  );
});

test('reports an empty file in place, whatever its name', async () => {
  const { explainCsv, onDecode } = openExplainer();
  const empty = new File([], 'webhook.json');
  drop(empty);
  await vi.waitFor(
    () => expect(explainCsv.mock.lastCall?.[0]).toBe(empty),
    PATIENT,
  );
  expect(onDecode).not.toHaveBeenCalled();
});

test('decodes a log or payload instead', async () => {
  const { explainCsv, onDecode, report } = openExplainer();
  // jsdom's files have no `text()`.
  const createText = (name: string, text: string) =>
    new ReadableFile([text], name) as unknown as File;
  const files = [
    createFile('app.log'),
    createFile('webhook.JSON'),
    createText('notes.txt', 'failed'),
  ];
  for (const file of files) {
    drop(file);
    await vi.waitFor(
      () => expect(onDecode).toHaveBeenLastCalledWith(file),
      PATIENT,
    );
  }
  expect(explainCsv).not.toHaveBeenCalled();
  drop(createText('table.txt', 'to\terror_code'));
  await vi.waitFor(() => expect(explainCsv).toHaveBeenCalledOnce(), PATIENT);
  const unknown = createFile('export');
  drop(unknown);
  await vi.waitFor(() => expect(explainCsv).toHaveBeenCalledTimes(2), PATIENT);
  report({ state: 'no-table' });
  expect(onDecode).toHaveBeenLastCalledWith(unknown);
  expect(screen.queryByText('export')).toBeNull();
  const log = createFile('log');
  drop(log);
  await vi.waitFor(() => expect(explainCsv).toHaveBeenCalledTimes(3), PATIENT);
  report({
    state: 'failed',
    fault: null,
    columns: ['ERROR (#131042) payment issue'],
  });
  expect(onDecode).toHaveBeenLastCalledWith(log);
});
