import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { afterEach, expect, it, vi } from 'vitest';
import {
  answerWith,
  FakeToolWorker,
} from '../../tests/fixtures/tool-worker.ts';
import { PATIENT } from '../../tests/patience.ts';
import { connectServer } from './mcp-server.ts';
import type { ToolWorker } from './tool-runner.ts';

const LONG_CALL = {
  name: 'audit',
  arguments: { text: '131047 '.repeat(2_000) },
};

async function connect() {
  const workers: FakeToolWorker[] = [];
  const [own, others] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: 'test', version: '1' });

  await connectServer(own, () => {
    const worker = new FakeToolWorker();
    workers.push(worker);
    return worker as unknown as ToolWorker;
  });
  await client.connect(others);

  return { client, workers };
}

const waitForCall = (workers: readonly FakeToolWorker[], at = 0) =>
  vi.waitFor(() => expect(workers[at]?.calls).toHaveLength(1), PATIENT);

afterEach(() => void vi.useRealTimers());

it('answers other calls while a long one runs', async () => {
  const { client, workers } = await connect();
  const long = client.callTool(LONG_CALL);
  await waitForCall(workers);
  await client.ping();
  const short = await client.callTool({
    name: 'look_up',
    arguments: { code: '131047' },
  });
  expect(short.structuredContent).toMatchObject({
    entry: { key: 'meta/cloud/131047' },
  });
  workers[0]?.answer('found');
  expect(await long).toMatchObject(answerWith('found'));
});

it('reports progress until the answer, only to a client that asks for it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { client, workers } = await connect();
  const onprogress = vi.fn();
  const answers = [
    client.callTool(LONG_CALL, undefined, { onprogress }),
    client.callTool(LONG_CALL),
  ];
  await waitForCall(workers);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(2_000);
  await vi.waitFor(() => expect(onprogress).toHaveBeenCalledTimes(2), PATIENT);
  expect(onprogress.mock.calls.map(([one]) => one)).toEqual([
    { progress: 1, message: 'Reading for 1 s' },
    { progress: 2, message: 'Reading for 2 s' },
  ]);
  workers[0]?.answer('one');
  await answers[0];
  workers[0]?.answer('two');
  await answers[1];
  expect(vi.getTimerCount()).toBe(0);
});

it('ends the thread of a call that the client cancels, and starts another for the next', async () => {
  const { client, workers } = await connect();
  const stop = new AbortController();
  const cancelled = client.callTool(LONG_CALL, undefined, {
    signal: stop.signal,
  });
  await waitForCall(workers);
  stop.abort();
  await expect(cancelled).rejects.toThrow();
  await vi.waitFor(() => expect(workers[0]?.isEnded).toBe(true), PATIENT);
  const next = client.callTool(LONG_CALL);
  await waitForCall(workers, 1);
  workers[1]?.answer('found');
  expect(await next).toMatchObject(answerWith('found'));
});

it('ends its thread when the client leaves', async () => {
  const { client, workers } = await connect();
  const left = client.callTool(LONG_CALL);
  await waitForCall(workers);
  await client.close();
  await expect(left).rejects.toThrow();
  expect(workers[0]?.isEnded).toBe(true);
});
