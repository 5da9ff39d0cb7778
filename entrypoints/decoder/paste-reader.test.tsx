import { afterEach, expect, test, vi } from 'vitest';
import { testCatalogue } from '../../tests/fixtures/catalogue.ts';
import type { PasteRequest, PasteResponse } from './decoder.ts';
import { createPasteReader } from './paste-reader.ts';

/** A worker whose answers are controlled by the test. */
class TestWorker {
  static all: TestWorker[] = [];
  heard: PasteRequest[] = [];
  terminate = vi.fn();
  onmessage?: (message: { data: PasteResponse }) => void;
  onerror?: () => void;
  constructor() {
    TestWorker.all.push(this);
  }
  postMessage(message: PasteRequest) {
    this.heard.push(message);
  }
  tells(data: PasteResponse) {
    this.onmessage?.({ data });
  }
}
vi.stubGlobal('Worker', TestWorker);

afterEach(() => {
  TestWorker.all = [];
});

const report = { findings: [], syntaxError: null, droppedCount: 0 };
const readTestPaste = () => {
  const { readPaste: read, prepare } = createPasteReader(testCatalogue, []);
  const onProgress = vi.fn();
  return {
    prepare,
    told: onProgress,
    paste: (text: string) => read(text, {}, onProgress),
  };
};
const getStates = (onProgress: ReturnType<typeof vi.fn>) =>
  onProgress.mock.calls.map(([{ state }]) => state);
const getWorker = (at: number) => {
  const worker = TestWorker.all[at];
  if (!worker)
    throw new TypeError(`expected worker ${at}, got ${TestWorker.all.length}`);
  return worker;
};

test('one worker reads every paste', () => {
  const { paste, told: onProgress } = readTestPaste();
  paste('first');
  getWorker(0).tells({ state: 'reading', done: 0.5, report });
  getWorker(0).tells({ state: 'done', done: 1, report });
  paste('second');
  getWorker(0).tells({ state: 'done', done: 1, report });
  expect(TestWorker.all).toHaveLength(1);
  expect(getWorker(0).heard).toMatchObject([
    { source: 'first', context: {} },
    { source: 'second', context: {} },
  ]);
  expect(getStates(onProgress)).toEqual(['reading', 'done', 'done']);
});

test('a worker that was prepared reads the first paste', () => {
  const { paste, prepare, told: onProgress } = readTestPaste();
  prepare();
  paste('first');
  getWorker(0).tells({ state: 'done', done: 1, report });
  expect(TestWorker.all).toHaveLength(1);
  expect(getWorker(0).heard).toMatchObject([
    { ownCodes: [] },
    { source: 'first' },
  ]);
  expect(getStates(onProgress)).toEqual(['done']);
});

test('cancelled, it is ended, and the next paste has another', () => {
  const { paste, told: onProgress } = readTestPaste();
  paste('first')();
  expect(getWorker(0).terminate).toHaveBeenCalledTimes(1);
  getWorker(0).tells({ state: 'done', done: 1, report });
  paste('second');
  getWorker(1).tells({ state: 'done', done: 1, report });
  expect(getStates(onProgress)).toEqual(['done']);
});

test('what is read already is not cancelled', () => {
  const { paste } = readTestPaste();
  const cancel = paste('first');
  getWorker(0).tells({ state: 'done', done: 1, report });
  cancel();
  expect(getWorker(0).terminate).not.toHaveBeenCalled();
});

test('a paste that it cannot read has failed, and it goes on', () => {
  const { paste, told: onProgress } = readTestPaste();
  paste('first');
  const fault = {
    message: 'This is a PDF, not text.',
    remedy: 'Copy its text and paste that instead.',
    command: 'pdftotext',
  };
  getWorker(0).tells({ state: 'failed', fault });
  paste('second');
  expect(onProgress.mock.calls).toEqual([
    [expect.objectContaining({ state: 'failed', fault })],
  ]);
  expect(TestWorker.all).toHaveLength(1);
});

test('where it breaks down the paste has failed, and the next has another', () => {
  const { paste, told: onProgress } = readTestPaste();
  paste('first');
  getWorker(0).onerror?.();
  expect(getStates(onProgress)).toEqual(['failed']);
  paste('second');
  getWorker(1).tells({ state: 'done', done: 1, report });
  expect(getStates(onProgress)).toEqual(['failed', 'done']);
});
