import { plural, sumOf } from '../../lib/explain/counted.ts';
import type { Finding } from '../../lib/explain/finding.ts';
import { messageIdSays } from '../../lib/explain/message-id.ts';
import { titleBelow } from '../../lib/explain/title-below.ts';
import { type Answer, type Context, entryRow, type ListRow, type Reference, timesText } from './answer.ts';
import { outcomeGroups } from './outcome-groups.ts';
import { MOST, type Reading } from './pasted.ts';

/** So few errors, each there once, are those of one message: they stay in the order in which it names them. */
const FEW = 8;

/** So few are a guess that can be looked through. */
const GUESSED = 5;

/**
 * What a paste holds: by what can be done now, most frequent first.
 *
 * @param text The paste, or its first lines; asked only where no code stands in it.
 */
export function answerPaste(
  reading: Reading,
  reference: Reference,
  text = '',
  context: Context = {},
): Answer {
  const { state, report } = reading;
  const { findings } = report;
  if (findings.length === 0) {
    const guessed = state === 'done' ? guess(text, reference, context) : null;
    const says = (state === 'done' && messageIdSays(text)) || nothing(reading);
    return guessed ?? { groups: [], says, spoken: spokenNothing(reading) };
  }
  const isOne = findings.length <= FEW && findings.every(({ count }) => count === 1);
  const codes = plural(findings.length, 'code');
  const groups = isOne
    ? [{ id: 'decoded-all' as const, heading: 'In the pasted text', aside: codes, rows: findings.map(rowOf) }]
    : outcomeGroups(
        'decoded',
        findings.map((finding) => ({ ...finding, row: rowOf(finding) })),
      );
  const spoken = `${codes} found, ${plural(sumOf(findings), 'failure')}`;
  return { groups, says: null, spoken: state === 'done' ? spoken : '' };
}

/** By the title below the state of a message, headed as what it is. */
function guess(text: string, reference: Reference, context: Context): Answer | null {
  const words = titleBelow(text);
  const found = words === null ? [] : reference.find(words, context, GUESSED);
  const rows = found.filter(({ kind }) => kind !== 'neighbour').map(({ entry }) => entryRow(entry));
  if (rows.length === 0) return null;
  const heading = 'No code in this text. Nearest by its words';
  return {
    groups: [{ id: 'guessed', heading, rows }],
    says: null,
    spoken: `No code found. ${plural(rows.length, 'result')} by the words, as a guess`,
  };
}

function rowOf(finding: Finding): ListRow {
  const { code, entry, count } = finding;
  return { code, entry, key: entry?.key ?? null, finding, side: timesText(count) };
}

function nothing({ state, fault }: Reading): Answer['says'] {
  switch (state) {
    case 'done':
      return {
        title: 'No code found in the pasted text.',
        text: 'Errata does not guess, and keeps nothing of the text.',
      };
    case 'cancelled':
      return { title: 'Stopped before a code was found.', text: 'Nothing of the text is kept.' };
    case 'failed':
      return fault
        ? { title: fault.says, text: fault.way }
        : { title: 'The text could not be read.', text: 'Is it a text file? Paste a part of it instead.' };
    case 'too-long':
      return {
        title: `That is more than ${MOST / 1024 / 1024} MB.`,
        text: 'The command line reads a log of any length: npm run explain -- - --summary < your.log',
      };
    default:
      return null;
  }
}

function spokenNothing(reading: Reading): string {
  return reading.state === 'done' ? 'No code found' : (nothing(reading)?.title ?? '');
}
