import type { Entry } from '../../data/schema.ts';
import type { Answer } from '../../lib/answer/answer.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { describeUnknownCode } from '../../lib/catalogue/code-ranges.ts';
import { findSuccessors, isInferredRelation } from '../../lib/catalogue/relations.ts';
import { formatTimeBound } from '../../lib/explain/time-bound.ts';
import {
  describeCauses,
  formatCause,
  formatCode,
  formatSource,
  getMeaning,
  getNextStep,
  isVerdictOfFirstCause,
} from '../../lib/format/explanation-text.ts';
import { describeMessageId } from '../../lib/format/message-id.ts';
import {
  formatNonWhatsAppChannel,
  formatOwner,
  formatVerdictLine,
  formatWhereSeen,
  getDisplayedSteps,
} from '../../lib/format/verdict-text.ts';
import { type Finding, haveDistinctTexts } from '../../lib/paste/finding.ts';
import { type TerminalLayout, toTerminalText } from './terminal-layout.ts';

const INDENT = '  ';
const GUESS_TEXTS = {
  none: 'No code in this text. Closest matches:',
  unsure: 'Nothing shows that this text contains an error code. Closest matches:',
} as const;

/** Message for a file or standard input without a code. */
export const getNoCodeText = (file?: string): string =>
  file === undefined ? 'No error code found.' : toTerminalText(`No error code found in ${file}.`);

/**
 * Formats an answer for people.
 *
 * @param file File from which the text was read, if any.
 */
export function formatAnswer(
  answer: Answer,
  catalogue: Catalogue,
  layout: TerminalLayout,
  file?: string,
): string {
  const { wrap } = layout;
  const blocks: string[] = [];
  if (answer.guessed && answer.entries.length > 0) blocks.push(wrap(GUESS_TEXTS[answer.guessed], ''));
  const codes = [...answer.findings, ...answer.statuses];
  if (codes.length === 0) {
    blocks.push(...answer.entries.map((entry) => formatBrief(entry, catalogue, layout)));
    blocks.push(
      ...answer.unknown.map((code) =>
        formatUnknown({ code, family: describeUnknownCode(code), count: 1 }, layout),
      ),
    );
  }
  for (const finding of codes) {
    blocks.push(
      finding.entry
        ? formatFull(finding, finding.entry, catalogue, layout)
        : formatStrange(finding, catalogue, layout),
    );
  }
  if (blocks.length === 0) blocks.push(...describeFaults(answer).map((fault) => wrap(fault, INDENT)));
  if (blocks.length === 0)
    blocks.push(
      file === undefined ? 'No code found, and no catalogue entry matches these words.' : getNoCodeText(file),
    );
  if (answer.suggestions.length > 0) {
    const list = answer.suggestions.map(
      (entry) => `${INDENT}${entry.code}  ${entry.title} (${catalogue.apiName(entry)})`,
    );
    blocks.push(['Did you mean:', ...list.map((line) => wrap(line, INDENT.repeat(2)))].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Returns why nothing can be found: a filter has an unknown value, or the text is a message id. */
function describeFaults({ filters, messageId }: Answer): readonly string[] {
  if (!messageId) return filters?.problems ?? [];
  const { title, text } = describeMessageId(messageId);
  return [`${title} ${text}`];
}

function formatHeading(code: string, entry: Entry, catalogue: Catalogue, layout: TerminalLayout): string {
  const { paint, wrap } = layout;
  const [first = '', ...rest] = wrap(`${code}  ${entry.title}`, INDENT).split('\n');
  return [
    paint('red', first.slice(0, code.length)) + paint('bold', first.slice(code.length)),
    ...rest.map((line) => paint('bold', line)),
    paint(
      'dim',
      INDENT +
        [catalogue.apiName(entry), formatNonWhatsAppChannel(entry), entry.http && `HTTP ${entry.http}`]
          .filter(Boolean)
          .join(', '),
    ),
  ].join('\n');
}

function formatBrief(entry: Entry, catalogue: Catalogue, layout: TerminalLayout): string {
  const { wrap } = layout;
  const { line, next } = formatVerdictLine(entry, catalogue);
  return [
    formatHeading(formatEntryCode(entry), entry, catalogue, layout),
    wrap(`${INDENT}${line}`, INDENT),
    wrap(`${INDENT}${next}`, INDENT),
  ].join('\n');
}

function formatFull(finding: Finding, entry: Entry, catalogue: Catalogue, layout: TerminalLayout): string {
  const { paint, wrap } = layout;
  const times = finding.count > 1 ? `, ${finding.count} times` : '';
  const lines = [
    formatHeading(formatCode(finding), entry, catalogue, layout) + paint('dim', times),
    ...(finding.cause ? [wrap(`${INDENT}Caused by ${finding.cause}.`, INDENT)] : []),
    ...formatRetired(entry, catalogue, layout),
    '',
    wrap(`${INDENT}${formatVerdictLine(entry, catalogue).line}`, INDENT),
    paint('bold', wrap(`${INDENT}${getNextStep(finding, entry)}`, INDENT)),
    ...formatUntil(finding, layout),
    '',
    wrap(`${INDENT}${getMeaning(finding, entry)}`, INDENT),
    ...formatSenderMessage(finding, layout),
    ...(finding.subcodeFamily ? [wrap(`${INDENT}${finding.subcodeFamily}`, INDENT)] : []),
    ...formatList(
      'Steps',
      getDisplayedSteps(entry, getNextStep(finding, entry)).map(
        ({ do: step, who }) => `${step} (${formatOwner(who)})`,
      ),
      layout,
    ),
    ...formatCauses(finding, entry, catalogue, layout),
    ...formatWhere(entry, layout),
    ...formatClaims(entry, catalogue, layout),
    ...formatWrapped(entry, catalogue, layout),
    ...formatOtherMeanings(finding, catalogue, layout),
  ];
  return lines.join('\n');
}

function formatCauses(
  finding: Finding,
  entry: Entry,
  catalogue: Catalogue,
  layout: TerminalLayout,
): string[] {
  const causes = describeCauses(finding, entry, catalogue);
  const title = isVerdictOfFirstCause(causes)
    ? 'Possible causes, most likely first (the verdict is for the first)'
    : 'Possible causes, most likely first';
  return formatList(title, causes.map(formatCause), layout);
}

function formatWhere({ where, seenIn, unaffected }: Entry, { wrap }: TerminalLayout): string[] {
  const shownIn = [where && formatWhereSeen(where), seenIn].filter(Boolean).join(': ');
  return [
    ...(shownIn ? ['', wrap(`${INDENT}Appears in: ${shownIn}`, INDENT)] : []),
    ...(unaffected ? [wrap(`${INDENT}Not affected: ${unaffected}`, INDENT)] : []),
  ];
}

/** Formats the sender's messages. Lists them by place if they differ. */
function formatSenderMessage(finding: Finding, { wrap }: TerminalLayout): string[] {
  const { detail, said, places } = finding;
  const formatQuote = (text: string, where = '') =>
    wrap(`${INDENT}Next to the code${where}: "${text}"`, INDENT);
  if (!haveDistinctTexts(finding))
    return [detail?.text, said].flatMap((text) => (text ? formatQuote(text) : []));
  return places.flatMap((place) =>
    place.said ? formatQuote(place.said, place.line === null ? '' : ` on line ${place.line}`) : [],
  );
}

function formatRetired(entry: Entry, catalogue: Catalogue, { wrap }: TerminalLayout): string[] {
  const { deprecated } = entry;
  if (!deprecated) return [];
  const successors = findSuccessors(entry, catalogue).map(({ code, title }) => `${code} ${title}`);
  const now = successors.length > 0 ? ` Replaced by: ${successors.join('; ')}.` : '';
  return [wrap(`${INDENT}Retired: ${deprecated}${now}`, INDENT)];
}

/** Formats the end of the condition in the local time zone. Returns `[]` if the text has no certain time. */
function formatUntil({ when }: Finding, { wrap }: TerminalLayout): string[] {
  // Without a time, don't load the time zones: that takes 50 ms.
  if (!when) return [];
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const line = formatTimeBound(when, { nowMs: Date.now(), timeZone });
  return line ? [wrap(`${INDENT}${line.text}`, INDENT)] : [];
}

/** Returns `[]` if there are no rows. */
function formatSection(title: string, rows: readonly string[]): string[] {
  return rows.length > 0 ? ['', `${INDENT}${title}:`, ...rows] : [];
}

function formatList(title: string, rows: readonly string[], { wrap }: TerminalLayout): string[] {
  return formatSection(
    title,
    rows.map((row, at) => wrap(`${INDENT}${at + 1}. ${row}`, `${INDENT}   `)),
  );
}

/** Names the sources that agree, and counts the others: the JSON output and the catalogue page quote and date them. */
function formatClaims({ claims, decided }: Entry, catalogue: Catalogue, { wrap }: TerminalLayout): string[] {
  const names = claims.flatMap(({ agrees, source: id }) => {
    const source = agrees ? catalogue.source(id) : undefined;
    return source ? formatSource(source) : [];
  });
  const others = claims.filter(({ agrees }) => !agrees).length;
  const left = others > 0 ? `; ${others} ${others === 1 ? 'other disagrees' : 'others disagree'}` : '';
  const lines = [
    `Sources: ${[...new Set(names)].join('; ')}${left}`,
    ...(decided ? [`Decided: ${decided}`] : []),
  ];
  return ['', ...lines.map((line) => wrap(INDENT + line, INDENT.repeat(2)))];
}

/** Lists the Meta codes that a provider's code wraps. */
function formatWrapped(entry: Entry, catalogue: Catalogue, layout: TerminalLayout): string[] {
  const { related = [] } = entry;
  const rows = related.flatMap(({ key, as, via }) => {
    const other = as === 'behind' ? catalogue.byKey.get(key) : undefined;
    if (!other) return [];
    const whose = !via && isInferredRelation(entry, other) ? ', inferred by Errata' : '';
    return [formatNamed(other, catalogue, layout, whose)];
  });
  return formatSection('Underlying codes', rows);
}

function formatNamed(entry: Entry, catalogue: Catalogue, { wrap }: TerminalLayout, more = ''): string {
  const words = `${catalogue.apiName(entry)}: ${formatEntryCode(entry)} ${entry.title}${more}`;
  return wrap(INDENT.repeat(2) + words, INDENT.repeat(3));
}

const formatEntryCode = ({ code, subcode }: Entry): string => formatCode({ code, subcode: subcode ?? null });

function formatOtherMeanings(finding: Finding, catalogue: Catalogue, layout: TerminalLayout): string[] {
  const { entry, others, undecided } = finding;
  const isOpen = (other: Entry) =>
    undecided === 'provider' || (undecided !== null && other.provider === entry?.provider);
  const groups = [
    ['It may also be', others.filter(isOpen)],
    ['Same code elsewhere', others.filter((other) => !isOpen(other))],
  ] as const;
  return groups.flatMap(([title, own]) =>
    formatSection(
      title,
      own.map((other) => formatNamed(other, catalogue, layout)),
    ),
  );
}

/** Maximum codes of a range that are listed. */
const MAX_NAMED = 10;

function formatStrange(finding: Finding, catalogue: Catalogue, layout: TerminalLayout): string {
  const { within = [] } = finding;
  const title =
    within.length > MAX_NAMED ? `Some of the ${within.length} codes in this range` : 'Codes in this range';
  const rows = within.slice(0, MAX_NAMED).map((entry) => formatNamed(entry, catalogue, layout));
  const listed = formatSection(title, rows);
  return [formatUnknown(finding, layout), ...formatSenderMessage(finding, layout), ...listed].join('\n');
}

type Unknown = Pick<Finding, 'code' | 'family' | 'count'>;

function formatUnknown({ code, family, count }: Unknown, { paint, wrap }: TerminalLayout): string {
  const times = count > 1 ? `, ${count} times` : '';
  return `${paint('red', code)}${times}\n${wrap(`${INDENT}${family ?? ''}`, INDENT)}`;
}
