import words from '../../data/popup-words.json' with { type: 'json' };
import { codeCount, failureCount, sumOf } from '../../lib/explain/counted.ts';
import type { Finding } from '../../lib/explain/finding.ts';
import { messageIdSays } from '../../lib/explain/message-id.ts';
import { titleBelow } from '../../lib/explain/title-below.ts';
import { t, tn } from '../../lib/language/translate.ts';
import { type Answer, type Context, entryRow, type ListRow, type Reference, timesText } from './answer.ts';
import { outcomeGroups } from './outcome-groups.ts';
import { MOST, type Reading } from './pasted.ts';

/** Up to this many codes that occur once each are taken for one message, and keep its order. */
const FEW = 8;

/** Maximum number of guesses. */
const GUESSED = 5;

/**
 * Lists the codes of a paste by action, most frequent first.
 *
 * @param text The paste, or its first lines. Used only for guesses if the paste has no code.
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
  const codes = codeCount(findings.length);
  const groups = isOne
    ? [
        {
          id: 'decoded-all' as const,
          heading: t('In the pasted text'),
          aside: codes,
          rows: findings.map(rowOf),
        },
      ]
    : outcomeGroups(
        'decoded',
        findings.map((finding) => ({ ...finding, row: rowOf(finding) })),
      );
  const spoken = t('$1 found, $2', codes, failureCount(sumOf(findings)));
  return { groups, says: null, spoken: state === 'done' ? spoken : '' };
}

/** Guesses a code from the title below a message's status. Null if nothing is similar. */
function guess(text: string, reference: Reference, context: Context): Answer | null {
  const words = titleBelow(text);
  const found = words === null ? [] : reference.find(words, context, GUESSED);
  const rows = found.filter(({ kind }) => kind !== 'neighbour').map(({ entry }) => entryRow(entry));
  if (rows.length === 0) return null;
  const heading = t('No code in this text. Closest matches');
  return {
    groups: [{ id: 'guessed', heading, rows }],
    says: null,
    spoken: tn(rows.length, 'No code found. $1 possible match', 'No code found. $1 possible matches'),
  };
}

function rowOf(finding: Finding): ListRow {
  const { code, entry, count } = finding;
  return { code, entry, key: entry?.key ?? null, finding, side: timesText(count) };
}

function nothing({ state, fault }: Reading): Answer['says'] {
  if (state === 'reading') return null;
  if (state === 'failed' && fault) return { title: fault.says, text: fault.way };
  const pasteWords = words.paste[state];
  return {
    title: t(pasteWords.title, MOST / 1024 / 1024),
    text: t(pasteWords.text, 'npm run explain -- - --summary < your.log'),
  };
}

function spokenNothing(reading: Reading): string {
  return reading.state === 'done' ? t('No code found') : (nothing(reading)?.title ?? '');
}
