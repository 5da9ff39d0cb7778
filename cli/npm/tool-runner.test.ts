import { expect, it } from 'vitest';
import {
  answerWith,
  FakeToolWorker,
} from '../../tests/fixtures/tool-worker.ts';
import {
  createToolRunner,
  type ToolCall,
  type ToolWorker,
} from './tool-runner.ts';

const LONG = '131047 '.repeat(2_000);
const longCall = (name: string): ToolCall => ({ name, given: { text: LONG } });
function createRunner() {
  const workers: FakeToolWorker[] = [];
  const runner = createToolRunner(
    ({ name }) => answerWith(`${name}, at once`),
    () => {
      workers.push(new FakeToolWorker());
      return workers.at(-1) as unknown as ToolWorker;
    },
  );
  return { runner, workers };
}

const never = new AbortController().signal;

it('answers short calls while a long one runs', async () => {
  const { runner, workers } = createRunner();
  const long = runner.run(longCall('audit'), never);
  expect(
    await runner.run({ name: 'look_up', given: { code: '131047' } }, never),
  ).toEqual(answerWith('look_up, at once'));
  expect(workers.map(({ calls }) => calls)).toEqual([[longCall('audit')]]);
  workers[0]?.answer('found');
  expect(await long).toEqual(answerWith('found'));
});

it('runs long calls one after another, in one worker, which keeps the process only while it works', async () => {
  const { runner, workers } = createRunner();
  const answers = [
    runner.run(longCall('one'), never),
    runner.run(longCall('two'), never),
  ];
  const [worker] = workers;
  expect(worker?.calls).toEqual([longCall('one')]);
  worker?.answer('first');
  expect(worker?.calls).toEqual([longCall('one'), longCall('two')]);
  expect(worker?.isKept).toBe(true);
  worker?.answer('second');
  expect(await Promise.all(answers)).toEqual([
    answerWith('first'),
    answerWith('second'),
  ]);
  expect([workers.length, worker?.isKept]).toEqual([1, false]);
});

it('ends the thread of a cancelled call, and goes on with the next', async () => {
  const { runner, workers } = createRunner();
  const stop = new AbortController();
  const cancelled = runner.run(longCall('one'), stop.signal);
  const next = runner.run(longCall('two'), never);
  stop.abort(new Error('cancelled'));
  await expect(cancelled).rejects.toThrow('cancelled');
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  workers[1]?.answer('second');
  expect(await next).toEqual(answerWith('second'));
});

it('never starts a call that is cancelled while it waits', async () => {
  const { runner, workers } = createRunner();
  const stop = new AbortController();
  const first = runner.run(longCall('one'), never);
  const cancelled = runner.run(longCall('two'), stop.signal);
  stop.abort(new Error('cancelled'));
  await expect(cancelled).rejects.toThrow('cancelled');
  workers[0]?.answer('first');
  expect(await first).toEqual(answerWith('first'));
  expect(workers.map(({ calls, isEnded }) => [calls.length, isEnded])).toEqual([
    [1, false],
  ]);
});

it('answers with an error if the thread fails, and starts another for the next call', async () => {
  const { runner, workers } = createRunner();
  const failed = runner.run(longCall('one'), never);
  workers[0]?.emit('error', new Error('out of memory'));
  expect(await failed).toEqual({
    isError: true,
    ...answerWith('The tool failed: out of memory'),
  });
  const next = runner.run(longCall('two'), never);
  workers[1]?.answer('second');
  expect(await next).toEqual(answerWith('second'));
});

it('cancels nothing that has its answer', async () => {
  const { runner, workers } = createRunner();
  const stop = new AbortController();
  const first = runner.run(longCall('one'), stop.signal);
  workers[0]?.answer('first');
  await first;
  stop.abort();
  expect(workers[0]?.isEnded).toBe(false);
  const next = runner.run(longCall('two'), never);
  workers[0]?.answer('second');
  expect(await next).toEqual(answerWith('second'));
});
