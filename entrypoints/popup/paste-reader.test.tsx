import { afterEach, expect, test, vi } from 'vitest';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import type { PasteRequest, PasteResponse } from './paste-messages.ts';
import { createPasteReader } from './paste-reader.ts';

/** A worker whose answers are controlled by the test. */
class TestWorker extends EventTarget {
  static all: TestWorker[] = [];
  heard: PasteRequest[] = [];
  terminate = vi.fn();
  constructor() {
    super();
    TestWorker.all.push(this);
  }
  postMessage(message: PasteRequest) {
    this.heard.push(message);
  }
  tells(data: PasteResponse) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
vi.stubGlobal('Worker', TestWorker);

afterEach(() => {
  TestWorker.all = [];
});

const report = { findings: [], syntaxError: null, droppedCount: 0 };
const pasted = () => {
  const read = createPasteReader(testCatalogue);
  const told = vi.fn();
  return { told, paste: (text: string) => read(text, {}, told) };
};
const states = (told: ReturnType<typeof vi.fn>) => told.mock.calls.map(([{ state }]) => state);
const workerAt = (at: number) => {
  const worker = TestWorker.all[at];
  if (!worker) throw new TypeError(`expected worker ${at}, got ${TestWorker.all.length}`);
  return worker;
};

test('one worker reads every paste', () => {
  const { paste, told } = pasted();
  paste('first');
  workerAt(0).tells({ id: 1, state: 'reading', done: 0.5, report });
  workerAt(0).tells({ id: 1, state: 'done', done: 1, report });
  paste('second');
  workerAt(0).tells({ id: 1, state: 'done', done: 1, report });
  workerAt(0).tells({ id: 2, state: 'done', done: 1, report });
  expect(TestWorker.all).toHaveLength(1);
  expect(workerAt(0).heard).toMatchObject([
    { id: 1, source: 'first', context: {} },
    { id: 2, source: 'second', context: {} },
  ]);
  expect(states(told)).toEqual(['reading', 'done', 'done']);
});

test('cancelled, it is ended, and the next paste has another', () => {
  const { paste, told } = pasted();
  paste('first').cancel();
  expect(workerAt(0).terminate).toHaveBeenCalledTimes(1);
  workerAt(0).tells({ id: 1, state: 'done', done: 1, report });
  paste('second');
  workerAt(1).tells({ id: 2, state: 'done', done: 1, report });
  expect(states(told)).toEqual(['done']);
});

test('what is read already is not cancelled', () => {
  const { paste } = pasted();
  const { cancel } = paste('first');
  workerAt(0).tells({ id: 1, state: 'done', done: 1, report });
  cancel();
  expect(workerAt(0).terminate).not.toHaveBeenCalled();
});

test('a paste that it cannot read has failed, and it goes on', () => {
  const { paste, told } = pasted();
  paste('first');
  const fault = {
    message: 'This is a PDF, not text.',
    remedy: 'Copy its text and paste that.',
    command: 'pdftotext',
  };
  workerAt(0).tells({ id: 1, state: 'failed', fault });
  paste('second');
  expect(told.mock.calls).toEqual([[expect.objectContaining({ state: 'failed', fault })]]);
  expect(TestWorker.all).toHaveLength(1);
});

test('where it breaks down the paste has failed, and the next has another', () => {
  const { paste, told } = pasted();
  paste('first');
  workerAt(0).dispatchEvent(new Event('error'));
  expect(states(told)).toEqual(['failed']);
  paste('second');
  workerAt(1).tells({ id: 2, state: 'done', done: 1, report });
  expect(states(told)).toEqual(['failed', 'done']);
});
