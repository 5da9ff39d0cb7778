import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** Runs a tool of the project with its output on ours; false where it fails. */
export function run(tool: string, ...args: string[]): boolean {
  const bin = join(ROOT, 'node_modules/.bin');
  const { status } = spawnSync(join(bin, tool), args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Runs named steps one after the other, all of them, and returns the names of those that failed. */
export function runSteps(steps: readonly (readonly [name: string, step: () => boolean])[]): string[] {
  return steps.flatMap(([name, step]) => {
    console.log(`\n── ${name}`);
    return step() ? [] : [name];
  });
}
