import words from '../../data/popup-words.json' with { type: 'json' };
import type { Entry } from '../../data/schema.ts';
import {
  type Answer,
  type AnswerSetting,
  answerQuestion,
  answerReading,
  NO_ANSWER,
} from '../../lib/answer/answer.ts';
import {
  countFailures,
  formatCodeCount,
  formatFailureCount,
  sumCounts,
} from '../../lib/format/failure-counts.ts';
import { describeMessageId } from '../../lib/format/message-id.ts';
import { t, tPlural } from '../../lib/i18n/translate.ts';
import { type AnswerView, createEntryRow, createFindingRow, showAnswer } from './answer.ts';
import { createOutcomeGroups } from './outcome-groups.ts';
import { countCodes } from './PasteSummary.tsx';
import { MAX_PASTE_BYTES, type Pasted, type PasteProgress } from './pasted.ts';

/** Up to this many failures are taken for a payload, which keeps its order. More are a log, where the most frequent code matters. */
const MAX_FAILURES_IN_ORDER = 20;

const MAX_GUESSES = 5;

/**
 * Shows the answer to the text of the field, or to a paste.
 *
 * @param reading Null for a text that is not read; see `isText`.
 */
export function createAnswerView(
  query: string,
  pasted: Pasted | null,
  reading: PasteProgress | null,
  setting: AnswerSetting,
): AnswerView {
  const asked = pasted ? null : answerQuestion(query, setting);
  const answer =
    asked ?? (reading ? answerReading(pasted?.head ?? query, reading.report.findings, setting) : NO_ANSWER);
  return pasted && reading ? showReading(reading, answer) : showAnswer(answer, query, setting.catalogue);
}

/** Lists the codes of a paste: those of a payload in its order, those of a log by action, most frequent first. */
function showReading(reading: PasteProgress, answer: Answer): AnswerView {
  const { entries, messageId } = answer;
  const { state } = reading;
  const findings = [...answer.findings, ...answer.statuses];
  if (findings.length === 0) {
    if (state === 'done' && entries.length > 0) return showGuess(entries);
    const message = messageId ? describeMessageId(messageId) : getNothingFound(reading);
    return { groups: [], message, spoken: formatNothingFound(reading) };
  }
  const codes = formatCodeCount(countCodes(findings));
  const groups =
    sumCounts(findings) <= MAX_FAILURES_IN_ORDER
      ? [
          {
            id: 'decoded-all' as const,
            heading: t('In the pasted text'),
            aside: codes,
            rows: findings.map(createFindingRow),
          },
        ]
      : createOutcomeGroups(
          'decoded',
          findings.map((finding) => ({ ...finding, row: createFindingRow(finding) })),
        );
  const spoken = t('$1 found, $2', codes, formatFailureCount(countFailures(findings)));
  return { groups, message: null, spoken: state === 'done' ? spoken : '' };
}

function showGuess(entries: readonly Entry[]): AnswerView {
  const rows = entries.slice(0, MAX_GUESSES).map(createEntryRow);
  return {
    groups: [{ id: 'guessed', heading: t('No code in this text. Closest matches'), rows }],
    message: null,
    spoken: tPlural(rows.length, 'No code found. $1 possible match', 'No code found. $1 possible matches'),
  };
}

function getNothingFound({ state, fault }: PasteProgress): AnswerView['message'] {
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
