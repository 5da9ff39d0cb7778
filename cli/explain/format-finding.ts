import type { Entry } from '../../data/schema.ts';
import { decideRow } from '../../lib/answer/explain/decide-row.ts';
import type { TimeBound } from '../../lib/answer/explain/explanation.ts';
import { formatTimeBound } from '../../lib/answer/explain/time-bound.ts';
import {
  formatMeaningCount,
  getAnswerOptions,
  QUESTION_TEXTS,
} from '../../lib/answer/format/answer-options.ts';
import {
  describeCauses,
  formatCause,
  formatCode,
  formatEntryCode,
  formatShownVerdict,
  formatSource,
  getAgreeingSources,
  getMeaning,
  getNextStep,
} from '../../lib/answer/format/explanation-text.ts';
import {
  formatNonWhatsAppChannel,
  formatOwner,
  formatVerdictLine,
  formatWhereSeen,
  getDisplayedSteps,
} from '../../lib/answer/format/verdict-text.ts';
import {
  type Finding,
  haveDistinctTexts,
} from '../../lib/answer/paste/finding.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import {
  findSuccessors,
  isInferredRelation,
} from '../../lib/catalogue/relations.ts';
import type { TerminalLayout } from './terminal-layout.ts';

const MAX_NAMED = 10;
export const INDENT = '  ';

/** Formats codes and entries for people. Each function returns a block of lines. */
export function createFindingFormatter(
  catalogue: Catalogue,
  { paint, wrap }: TerminalLayout,
) {
  const formatLine = (text: string, depth = 1) =>
    wrap(INDENT.repeat(depth) + text, INDENT.repeat(depth));

  const formatLines = (...texts: (string | null | undefined | false)[]) =>
    texts.flatMap((text) => (text ? formatLine(text) : []));

  const formatSection = (title: string, rows: readonly string[]) =>
    rows.length > 0 ? ['', `${INDENT}${title}:`, ...rows] : [];

  const number = (row: string, at: number) =>
    wrap(`${INDENT}${at + 1}. ${row}`, `${INDENT}   `);

  const formatNamed = (entry: Entry, more = '') =>
    wrap(
      `${INDENT.repeat(2)}${catalogue.apiName(entry)}: ${formatEntryCode(entry)} ${entry.title}${more}`,
      INDENT.repeat(3),
    );

  function formatHeading(code: string, entry: Entry, count = 1): string {
    const [first = '', ...rest] = wrap(`${code}  ${entry.title}`, INDENT).split(
      '\n',
    );

    const about = [
      catalogue.apiName(entry),
      formatNonWhatsAppChannel(entry),
      entry.http && `HTTP ${entry.http}`,
      count > 1 && `${count} times`,
    ];

    return [
      paint('red', first.slice(0, code.length)) +
        paint('bold', first.slice(code.length)),
      ...rest.map((line) => paint('bold', line)),
      paint('dim', INDENT + about.filter(Boolean).join(', ')),
    ].join('\n');
  }

  function formatBrief(entry: Entry): string {
    const { line, next } = formatVerdictLine(entry, catalogue);

    return [
      formatHeading(formatEntryCode(entry), entry),
      ...formatLines(line, next),
    ].join('\n');
  }

  function formatFull(given: Finding, undecided: Entry): string {
    const finding = {
      ...given,
      ...decideRow(given, catalogue, { nowMs: Date.now() }),
    };
    const entry = finding.entry ?? undecided;
    const { where, seenIn, unaffected, deprecated } = entry;
    const causes = describeCauses(finding, entry, catalogue);

    const shownIn = [where && formatWhereSeen(where), seenIn]
      .filter(Boolean)
      .join(': ');

    const next = getNextStep(finding, entry);

    const steps = getDisplayedSteps(entry, next).map(
      (step) => `${step.do} (${formatOwner(step.who)})`,
    );

    const successors = findSuccessors(entry, catalogue).map(
      ({ code, title }) => `${code} ${title}`,
    );

    const now =
      successors.length > 0 ? ` Replaced by: ${successors.join('; ')}.` : '';

    return [
      formatHeading(formatCode(finding), entry, finding.count),
      ...formatLines(
        finding.cause && `Caused by ${finding.cause}.`,
        deprecated && `Retired: ${deprecated}${now}`,
      ),
      '',
      formatLine(formatShownVerdict(finding, entry, catalogue)),
      paint('bold', formatLine(next)),
      ...formatLines(finding.when && formatUntil(finding.when)),
      '',
      formatLine(getMeaning(finding, entry)),
      ...formatSenderMessage(finding),
      ...formatLines(finding.subcodeFamily),
      ...formatSection('Steps', steps.map(number)),
      ...formatSection(
        'Possible causes, most likely first',
        causes.map(formatCause).map(number),
      ),
      ...(shownIn ? ['', formatLine(`Appears in: ${shownIn}`)] : []),
      ...formatLines(unaffected && `Not affected: ${unaffected}`),
      ...formatClaims(entry),
      ...formatSection('Underlying codes', nameWrapped(entry)),
      ...formatElsewhere(finding, [entry]),
    ].join('\n');
  }

  /** Asks what the popup asks if the text does not decide between meanings. */
  function formatQuestion(
    finding: Finding,
    undecided: keyof typeof QUESTION_TEXTS,
  ): string {
    const { count } = finding;

    const options = getAnswerOptions(finding, catalogue).map(
      ({ entry }) => entry,
    );

    const choice =
      undecided === 'provider' ? ' Use --provider to choose one.' : '';

    const title = `${paint('red', formatCode(finding))}  ${formatMeaningCount(options.length)}`;

    return [
      count > 1 ? `${title}, ${count} times` : title,
      formatLine(QUESTION_TEXTS[undecided] + choice),
      ...formatSenderMessage(finding),
      ...options.map((entry) => `\n${formatBrief(entry)}`),
      ...formatElsewhere(finding, options),
    ].join('\n');
  }

  function formatSenderMessage(finding: Finding): string[] {
    const { detail, said, places } = finding;

    const quote = (text: string | null | undefined, where = '') =>
      text && `Next to the code${where}: "${text}"`;

    return haveDistinctTexts(finding)
      ? formatLines(
          ...places.map(({ said, line }) =>
            quote(said, line === null ? '' : ` on line ${line}`),
          ),
        )
      : formatLines(quote(detail?.text), quote(said));
  }

  /** Names the sources that agree, and counts the others: the JSON output and the catalogue page quote and date them. */
  function formatClaims({ claims, decided }: Entry): string[] {
    const names = getAgreeingSources({ claims }, catalogue).map((source) =>
      formatSource(source),
    );

    const others = claims.filter(({ agrees }) => !agrees).length;

    const left =
      others > 0
        ? `; ${others} ${others === 1 ? 'other disagrees' : 'others disagree'}`
        : '';

    const lines = [
      `Sources: ${[...new Set(names)].join('; ')}${left}`,
      decided && `Reason: ${decided}`,
    ];

    return [
      '',
      ...lines.flatMap((line) =>
        line ? wrap(INDENT + line, INDENT.repeat(2)) : [],
      ),
    ];
  }

  const nameWrapped = (entry: Entry) =>
    (entry.related ?? []).flatMap(({ key, as, via }) => {
      const other = as === 'behind' ? catalogue.byKey.get(key) : undefined;
      if (!other) return [];

      return formatNamed(
        other,
        !via && isInferredRelation(entry, other) ? ', inferred by Errata' : '',
      );
    });

  const formatElsewhere = ({ others }: Finding, shown: readonly Entry[]) => {
    const elsewhere = others.filter((other) => !shown.includes(other));

    return formatSection(
      'Other meanings of this code',
      elsewhere.map((other) => formatNamed(other)),
    );
  };

  function formatUnknown({
    code,
    family,
    count,
  }: Pick<Finding, 'code' | 'family' | 'count'>): string {
    const times = count > 1 ? `, ${count} times` : '';
    return `${paint('red', code)}${times}\n${formatLine(family ?? '')}`;
  }

  function formatStrange(finding: Finding): string {
    const { within = [] } = finding;

    const some =
      within.length > MAX_NAMED
        ? `Some of the ${within.length} codes`
        : 'Codes';

    const rows = within.slice(0, MAX_NAMED).map((entry) => formatNamed(entry));

    return [
      formatUnknown(finding),
      ...formatSenderMessage(finding),
      ...formatSection(`${some} in this range`, rows),
    ].join('\n');
  }

  return {
    formatLine,
    formatBrief,
    formatUnknown,
    formatFinding(finding: Finding): string {
      const { undecided, entry } = finding;
      if (undecided) return formatQuestion(finding, undecided);

      return entry ? formatFull(finding, entry) : formatStrange(finding);
    },
  };
}

/** Returns the end of the condition in the local time zone. Only called for a time, because loading the zones takes 50 ms. */
function formatUntil(when: TimeBound): string | undefined {
  // The verdict says when a pause ends.
  if (when.as === 'retry-from' || when.as === 'over-by') return undefined;

  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return formatTimeBound(when, { nowMs: Date.now(), timeZone })?.text;
}
