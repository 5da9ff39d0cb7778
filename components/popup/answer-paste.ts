import words from '../../data/popup-words.json' with { type: 'json' };
import {
  countFailures,
  formatCodeCount,
  formatFailureCount,
  sumCounts,
} from '../../lib/format/failure-counts.ts';
import { describeMessageId } from '../../lib/format/message-id.ts';
import { t, tPlural } from '../../lib/i18n/translate.ts';
import type { Finding } from '../../lib/paste/finding.ts';
import { findTitleBelowState } from '../../lib/paste/title-below.ts';
import {
  type Answer,
  createEntryRow,
  formatTimes,
  type ListRow,
  type LookupContext,
  type Reference,
} from './answer.ts';
import { createOutcomeGroups } from './outcome-groups.ts';
import { countCodes } from './PasteSummary.tsx';
import { MAX_PASTE_BYTES, type PasteProgress } from './pasted.ts';

/** Up to this many failures are taken for a payload, which keeps its order. More are a log, where the most frequent code matters. */
const MAX_FAILURES_IN_ORDER = 20;

const MAX_GUESSES = 5;

/**
 * Lists the codes of a paste: those of a payload in its order, those of a log by action, most frequent first.
 *
 * @param text The paste, or its first lines. Used only for guesses if the paste has no code.
 */
export function answerPaste(
  reading: PasteProgress,
  reference: Reference,
  text = '',
  context: LookupContext = {},
): Answer {
  const { state, report } = reading;
  const { findings } = report;
  if (findings.length === 0) {
    const guessed = state === 'done' ? guessByTitle(text, reference, context) : null;
    const message = (state === 'done' && describeMessageId(text)) || getNothingFound(reading);
    return guessed ?? { groups: [], message, spoken: formatNothingFound(reading) };
  }
  const codes = formatCodeCount(countCodes(findings));
  const groups =
    sumCounts(findings) <= MAX_FAILURES_IN_ORDER
      ? [
          {
            id: 'decoded-all' as const,
            heading: t('In the pasted text'),
            aside: codes,
            rows: findings.map(createRow),
          },
        ]
      : createOutcomeGroups(
          'decoded',
          findings.map((finding) => ({ ...finding, row: createRow(finding) })),
        );
  const spoken = t('$1 found, $2', codes, formatFailureCount(countFailures(findings)));
  return { groups, message: null, spoken: state === 'done' ? spoken : '' };
}

/** Guesses a code from the title below a message's status. Null if nothing is similar. */
function guessByTitle(text: string, reference: Reference, context: LookupContext): Answer | null {
  const words = findTitleBelowState(text);
  const found = words === null ? [] : reference.find(words, context, MAX_GUESSES);
  const rows = found.filter(({ kind }) => kind !== 'neighbour').map(({ entry }) => createEntryRow(entry));
  if (rows.length === 0) return null;
  const heading = t('No code in this text. Closest matches');
  return {
    groups: [{ id: 'guessed', heading, rows }],
    message: null,
    spoken: tPlural(rows.length, 'No code found. $1 possible match', 'No code found. $1 possible matches'),
  };
}

function createRow(finding: Finding): ListRow {
  const { code, entry, count } = finding;
  return { code, entry, key: entry?.key ?? null, finding, side: formatTimes(count) };
}

function getNothingFound({ state, fault }: PasteProgress): Answer['message'] {
  if (state === 'reading') return null;
  if (state === 'failed' && fault) return { title: fault.message, text: fault.remedy };
  const pasteWords = words.paste[state];
  return {
    title: t(pasteWords.title, MAX_PASTE_BYTES / 1024 / 1024),
    text: t(pasteWords.text, 'npm run explain -- - --summary < your.log'),
  };
}

function formatNothingFound(reading: PasteProgress): string {
  return reading.state === 'done' ? t('No code found') : (getNothingFound(reading)?.title ?? '');
}
