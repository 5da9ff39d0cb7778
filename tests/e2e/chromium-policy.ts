import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium } from '../../build/browsers.ts';

const isChrome = /google|Google/.test(findChromium());
const folder = `${isChrome ? '/etc/opt/chrome' : '/etc/chromium'}/policies/managed`;
const file = join(folder, `errata-test-${process.pid}.json`);

/** Returns why a policy cannot be set for Chromium here. Returns undefined if it can. */
export function findPolicyHindrance(): string | undefined {
  if (process.platform !== 'linux') return 'only on Linux is a policy a file';

  let there = folder;

  while (!existsSync(there)) there = dirname(there);

  try {
    accessSync(there, constants.W_OK);
    return undefined;
  } catch {
    return `${folder} cannot be written here`;
  }
}

/** Sets the policy of the extension in a folder. It has its id from its path, so give it a folder of its own. */
export function setChromiumPolicy(extension: string, policy: object): void {
  const id = [
    ...createHash('sha256').update(extension).digest('hex').slice(0, 32),
  ]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

  mkdirSync(folder, { recursive: true });

  writeFileSync(
    file,
    JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }),
  );
}

/** Removes the policy, and the folders that this made if nothing else is in them. */
export function removeChromiumPolicy(): void {
  rmSync(file, { force: true });

  for (const made of [folder, dirname(folder)])
    try {
      rmdirSync(made);
    } catch {}
}
