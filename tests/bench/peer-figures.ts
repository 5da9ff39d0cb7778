import { spawnSync } from 'node:child_process';
import { readCatalogue } from '../../build/read-catalogue.ts';
import { createCatalogue } from '../../lib/catalogue/catalogue.ts';
import { createLogBlocks } from './logs.ts';
import type { Values } from './report.ts';
import { createExplainer } from './shape-figures.ts';
import { measureMs } from './text-figures.ts';

const LOG_UNITS = 10_000_000;

/** A program that people read logs with. */
interface Peer {
  figure: string;
  /** The shell's command. */
  command: string;
  readsJson?: boolean;
}

/** Measures the processor time of a log explained, against that of other programs for the same text. */
export function measurePeers(): Values {
  const catalogue = createCatalogue(readCatalogue());
  const explain = createExplainer(catalogue);
  const text = [...createLogBlocks(LOG_UNITS, 'some')].join('');
  const json = toJsonLines(text);
  const codes = [...new Set(catalogue.entries.map(({ code }) => code))];

  const peers: readonly Peer[] = [
    { figure: 'peer-grep', command: 'grep -owF "$CODES"' },
    { figure: 'peer-rg', command: `rg -oN '1310[0-9]{2}'` },
    { figure: 'peer-sort', command: 'sort | uniq -c' },
    { figure: 'peer-jq', command: 'jq -r .msg', readsJson: true },
    { figure: 'peer-pino', command: 'pino-pretty', readsJson: true },
  ];

  explain(text.slice(0, LOG_UNITS / 10));

  const own = measureMs(() => void explain(text));
  const ownJson = measureMs(() => void explain(json));

  return Object.fromEntries(
    peers.flatMap(({ figure, command, readsJson = false }) => {
      const time = measureCommandMs(command, readsJson ? json : text, codes);

      return time === null
        ? []
        : [[figure, (readsJson ? ownJson : own) / time]];
    }),
  );
}

/** Converts each line to what pino writes. */
const toJsonLines = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line, at) => {
      const isFailure = line.includes(' ERROR ');

      return JSON.stringify({
        level: isFailure ? 50 : 30,
        time: Date.parse(line.slice(0, 24)) || at,
        msg: line.slice(25),
      });
    })
    .join('\n');

/** The last line of `times`, which POSIX asks of each shell: what its children used. */
const CHILD_TIMES = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/;
/** What a shell returns for a command that is not installed. */
const NOT_FOUND = 127;

/** Measures the processor time of a command in ms. Null, with a word, where it is not installed. `grep` reads no further than the first match if it writes to `/dev/null`. */
function measureCommandMs(
  command: string,
  input: string,
  codes: readonly string[],
): number | null {
  const [name = ''] = command.split(' ');
  const script = `command -v ${name} >/dev/null || exit ${NOT_FOUND}; (${command}) | cat >/dev/null; times`;
  const { status, stdout } = spawnSync('sh', ['-c', script], {
    input,
    env: { ...process.env, CODES: codes.join('\n') },
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });

  if (status !== 0) {
    console.error(`${name} is not installed, so it is not compared.`);

    return null;
  }

  const times = (CHILD_TIMES.exec(stdout) ?? []).slice(1).map(Number);
  const [userMinutes = 0, user = 0, systemMinutes = 0, system = 0] = times;

  return 1_000 * (60 * (userMinutes + systemMinutes) + user + system);
}
