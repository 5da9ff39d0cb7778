import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An application that runs on this machine. */
export interface App {
  /** `http://127.0.0.1:…`, without a trailing slash. */
  address: string;
  stop(): Promise<void>;
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');

  await once(server, 'listening');

  const { port } = server.address() as AddressInfo;

  server.close();
  await once(server, 'close');

  return port;
}

/**
 * Starts a script with this Node and waits until it answers at the path with JSON: while it starts, n8n answers with a sentence.
 */
export async function startApp(
  script: string,
  args: readonly string[],
  {
    port,
    ready,
    env = {},
  }: { port: number; ready: string; env?: Record<string, string> },
): Promise<App> {
  const child = spawn(process.execPath, [script, ...args], {
    // With `NODE_ENV=test`, some applications start differently.
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let output = '';

  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (some) => (output += some));

  const address = `http://127.0.0.1:${port}`;

  while (!(await isAnswering(`${address}${ready}`))) {
    if (child.exitCode !== null) throw new Error(`${script} ended:\n${output}`);
    await new Promise((soon) => setTimeout(soon, 200));
  }

  return {
    address,
    async stop() {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await ended;
    },
  };
}

const isAnswering = (url: string) =>
  fetch(url).then(
    ({ ok, headers }) =>
      ok && headers.get('content-type')?.includes('json') === true,
    () => false,
  );
