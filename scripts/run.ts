import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

/** Runs a tool of the project with inherited output. Returns false if it fails. */
export function runTool(tool: string, ...args: string[]): boolean {
  const bin = join(ROOT, 'node_modules/.bin');
  const { status } = spawnSync(join(bin, tool), args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Runs all named steps in sequence and returns the names of those that failed. */
export function runSteps(steps: readonly (readonly [name: string, step: () => boolean])[]): string[] {
  return steps.flatMap(([name, step]) => {
    console.log(`\n── ${name}`);
    return step() ? [] : [name];
  });
}
