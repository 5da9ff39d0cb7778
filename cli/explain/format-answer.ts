import type { Answer } from '../../lib/answer/answer.ts';
import { formatGuess } from '../../lib/answer/format/answer-options.ts';
import {
  describeMessageId,
  describeResponseHint,
} from '../../lib/answer/format/explanation-text.ts';
import {
  formatNotFailed,
  splitHealthy,
} from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { describeUnknownCode } from '../../lib/catalogue/code-ranges.ts';
import { createFindingFormatter, INDENT } from './format-finding.ts';
import { type TerminalLayout, toTerminalText } from './terminal-layout.ts';

export const getNoCodeText = (file?: string): string =>
  file === undefined
    ? 'No error code found.'
    : toTerminalText(`No error code found in ${file}.`);

/** Formats an answer for people. `file` is that from which the text was read, if any. */
export function formatAnswer(
  answer: Answer,
  catalogue: Catalogue,
  layout: TerminalLayout,
  file?: string,
): string {
  const { suggestions } = answer;
  const blocks = formatFound(answer, catalogue, layout);

  if (blocks.length === 0) blocks.push(...formatReasons(answer, layout));
  if (blocks.length === 0)
    blocks.push(file === undefined ? NOTHING_FOUND : getNoCodeText(file));

  if (suggestions.length > 0)
    blocks.push(formatSuggestions(suggestions, catalogue, layout));

  return `${blocks.join('\n\n')}\n`;
}

const NOTHING_FOUND =
  'No code found, and no catalogue entry matches these words.';

/** Returns a block for each failure, or else for each entry and unknown code. */
function formatFound(
  answer: Answer,
  catalogue: Catalogue,
  layout: TerminalLayout,
): string[] {
  const { entries, findings, statuses, unknown, guessed } = answer;
  const formatter = createFindingFormatter(catalogue, layout);
  const { explained, healthy } = splitHealthy(findings, statuses);

  const blocks = explained.map(formatter.formatFinding);

  if (healthy.length > 0)
    blocks.push(formatter.formatLine(formatNotFailed(healthy)));

  if (blocks.length === 0) {
    const strange = unknown.map((code) => ({
      code,
      family: describeUnknownCode(code),
      count: 1,
    }));

    blocks.push(
      ...entries.map(formatter.formatBrief),
      ...strange.map(formatter.formatUnknown),
    );
  }

  if (guessed && entries.length > 0) blocks.unshift(`${formatGuess(answer)}:`);

  return blocks;
}

/** Returns why an answer has no code, if its text says so. */
function formatReasons(
  { messageId, filters, hint }: Answer,
  { wrap }: TerminalLayout,
): string[] {
  const { title, text } = describeMessageId(messageId ?? '');
  const faults = messageId ? [`${title} ${text}`] : (filters?.problems ?? []);
  const lacking = hint ? Object.values(describeResponseHint(hint)) : [];

  return [...faults, ...lacking].map((line) => wrap(line, INDENT));
}

function formatSuggestions(
  suggestions: Answer['suggestions'],
  catalogue: Catalogue,
  { wrap }: TerminalLayout,
): string {
  const list = suggestions.map(
    (one) => `${INDENT}${one.code}  ${one.title} (${catalogue.apiName(one)})`,
  );

  return [
    'Did you mean:',
    ...list.map((line) => wrap(line, INDENT.repeat(2))),
  ].join('\n');
}
