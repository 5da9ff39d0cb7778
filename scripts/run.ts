import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

const { PRIORITY_NORMAL } = constants.priority;
const BIN = join(ROOT, 'node_modules/.bin');
// Tools inherit the environment, with all that a script sets before it runs them.
process.env.PATH = `${BIN}${delimiter}${process.env.PATH}`;
const OPTIONS = { cwd: ROOT, shell: process.platform === 'win32' } satisfies SpawnOptions;

/** Runs a tool of `node_modules/.bin` with inherited stdio. Returns false if it fails. */
export function runTool(tool: string, ...args: string[]): boolean {
  return spawnSync(join(BIN, tool), args, { ...OPTIONS, stdio: 'inherit' }).status === 0;
}

/** A name, and tools with their arguments, one after another until one fails. */
export type Step = readonly [name: string, ...commands: (readonly [tool: string, ...args: string[]])[]];

export interface RunOptions {
  /** See `os.setPriority`. */
  priority?: number;
  /** Prints output at once, not when the step ends. */
  isLive?: boolean;
}

/**
 * Runs all steps, as many at a time as there are cores, and prints the output of each when it ends. Returns the names of those
 * that failed.
 */
export async function runSteps(steps: readonly Step[], options: RunOptions = {}): Promise<string[]> {
  const { priority = PRIORITY_NORMAL, isLive = false } = options;
  const waiting = [...steps];
  const failed: string[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const [name, ...commands] = step;
      let output = `\n── ${name}\n`;
      const print = () => {
        process.stdout.write(output);
        output = '';
      };
      let isFine = true;
      for (const [tool, ...args] of commands)
        if (isFine)
          isFine = await runSilently(tool, args, priority, (text) => {
            output += text;
            if (isLive) print();
          });
      print();
      if (!isFine) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return failed;
}

function runSilently(
  tool: string,
  args: readonly string[],
  priority: number,
  onOutput: (text: string) => void,
): Promise<boolean> {
  const child = spawn(join(BIN, tool), args, { ...OPTIONS, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid && priority !== PRIORITY_NORMAL) setPriority(child.pid, priority);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
  return new Promise<boolean>((done, fail) => {
    child.on('error', fail);
    child.on('close', (status) => done(status === 0));
  });
}
