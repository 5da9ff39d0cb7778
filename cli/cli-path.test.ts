import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../build/run.ts';
import { resolveCliPath } from './cli-path.ts';

test.each([
  ['npm was called elsewhere', ROOT, { INIT_CWD: '/logs' }, '/logs/app.log'],
  ['there is no npm', ROOT, {}, join(ROOT, 'app.log')],
  [
    'another program of npm calls it elsewhere',
    '/tmp',
    { INIT_CWD: '/logs' },
    '/tmp/app.log',
  ],
])('a path counts from where its caller stands: %s', (_, cwd, env, path) => {
  expect(resolveCliPath('app.log', { cwd, env })).toBe(path);
  expect(resolveCliPath('/var/log/app.log', { cwd, env })).toBe(
    '/var/log/app.log',
  );
});
