import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

const BIN = join(ROOT, 'node_modules/.bin');
// Tools inherit the environment, with all that a script sets before it runs them.
process.env.PATH = `${BIN}${delimiter}${process.env.PATH}`;
const OPTIONS = {
  cwd: ROOT,
  shell: process.platform === 'win32',
} satisfies SpawnOptions;

/** Runs a tool of `node_modules/.bin` with inherited stdio. Returns false if it fails. */
export const runTool = (tool: string, ...args: string[]): boolean =>
  spawnSync(join(BIN, tool), args, { ...OPTIONS, stdio: 'inherit' }).status ===
  0;

/** A name, and tools with their arguments, one after another until one fails. */
export type Step = readonly [
  name: string,
  ...commands: (readonly [tool: string, ...args: string[]])[],
];

/** Runs all steps, as many at a time as there are cores, and prints the output of each when it ends. Returns the names of those that failed. */
export async function runSteps(steps: readonly Step[]): Promise<string[]> {
  const waiting = [...steps];
  const failed: string[] = [];

  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift())
      if (!(await runStep(step))) failed.push(step[0]);
  };

  await Promise.all(Array.from({ length: availableParallelism() }, work));

  return failed;
}

/** Returns false if one of its tools fails, after which no other runs. */
async function runStep([name, ...commands]: Step): Promise<boolean> {
  let output = '';
  let isFine = true;

  for (const [tool, ...args] of commands) {
    if (!isFine) break;
    isFine = await runSilently(tool, args, (text) => (output += text));
  }

  console.log(`\n── ${name}\n${output}`);

  return isFine;
}

function runSilently(
  tool: string,
  args: readonly string[],
  onOutput: (text: string) => void,
) {
  const child = spawn(join(BIN, tool), args, {
    ...OPTIONS,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', onOutput);

  return new Promise<boolean>((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => done(status === 0));
  });
}
