import type { Entry, Source } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { t } from '../../core/i18n/translate.ts';
import { maskMessageId } from '../../masking/display-masking.ts';
import { getCauseVerdict } from '../explain/detail-verdict.ts';
import type { Explanation } from '../explain/explanation.ts';
import type { ResponseHint } from '../response-hint.ts';
import { formatMoreCount } from './failure-counts.ts';
import { createClock, formatReason, formatSendAt } from './reason-text.ts';
import {
  formatOwner,
  formatVerdictParts,
  getDisplayedSteps,
  type RowPlan,
} from './verdict-text.ts';

const MAX_SOURCES = 2;

/** Formats code, title, provider, detail, verdict, steps and one source as one paragraph for a chat. */
export function formatExplanationText(
  explanation: Explanation,
  catalogue: Catalogue,
): string {
  const { entry, detail, window } = explanation;
  if (!entry)
    return toOneLine(
      `${formatCode(explanation)}: ${explanation.family ?? ''} ${formatParent(explanation)}`,
    );

  const shown = getShownVerdict(explanation, entry, catalogue);

  const steps = getShownSteps(explanation, entry).map(
    (step, at) => `(${at + 1}) ${step.do}`,
  );

  return toOneLine(
    [
      `${formatCode(explanation)}: ${endSentence(entry.title)}`,
      `${catalogue.apiName(entry)}.`,
      window?.isOpen ? shown.meaning : endSentence(detail?.meaning ?? ''),
      explanation.subcodeFamily ?? '',
      `${joinVerdict(shown, entry)}: ${endSentence(shown.next)}`,
      shown.closed,
      ...(steps.length > 0 ? [`${t('Steps')}:`, ...steps] : []),
      formatSources(entry, catalogue, 1),
    ].join(' '),
  );
}

/** Formats an explanation as Markdown. Texts are escaped, so that they cannot add formatting. */
export function formatExplanationMarkdown(
  explanation: Explanation,
  catalogue: Catalogue,
): string {
  const { entry } = explanation;
  if (!entry)
    return `**${escapeMarkdown(formatCode(explanation))}**: ${escapeMarkdown(`${explanation.family ?? ''} ${formatParent(explanation)}`.trim())}\n`;

  const shown = getShownVerdict(explanation, entry, catalogue);

  const causes = describeCauses(explanation, entry, catalogue).map(
    (cause) => `- ${escapeMarkdown(formatCause(cause))}`,
  );

  const steps = getShownSteps(explanation, entry).map(
    (step, at) =>
      `${at + 1}. ${escapeMarkdown(step.do)} (${formatOwner(step.who)})`,
  );

  const blocks = [
    `**${escapeMarkdown(formatCode(explanation))} ${escapeMarkdown(entry.title)}** (${escapeMarkdown(catalogue.apiName(entry))})`,
    `**${escapeMarkdown(joinVerdict(shown, entry))}:** ${escapeMarkdown(shown.next)}`,
    ...[shown.closed, shown.meaning, explanation.subcodeFamily ?? ''].map(
      escapeMarkdown,
    ),
    causes.length > 0 ? `${t('Causes')}:` : '',
    causes.join('\n'),
    steps.join('\n'),
    escapeMarkdown(formatSources(entry, catalogue, MAX_SOURCES)),
  ];

  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

type ShownParts = Pick<
  Explanation,
  'detail' | 'window' | 'planned' | 'decidedAtMs'
>;

interface ShownVerdict {
  /** `Your turn`, `Fix first`. */
  parts: readonly string[];
  /** True if the customer's window is open, which replaces the texts of the entry. */
  isOpen: boolean;
  /** Why the row has its plan, in a few words. Null if the code alone decides. */
  why: string | null;
  next: string;
  meaning: string;
  /** Since when the customer's window is closed. */
  closed: string;
}

/** Returns what the row decides, in words. */
function describeRow(
  { planned, decidedAtMs = 0 }: ShownParts,
  entry: Entry,
  catalogue: Catalogue,
): { row: RowPlan | undefined; reason: string | null } {
  if (!planned) return { row: undefined, reason: null };

  const clock = createClock(decidedAtMs);
  const { plan, sendAfterMs } = planned;
  const sendAt = sendAfterMs === null ? null : formatSendAt(sendAfterMs, clock);
  return {
    row: { plan, sendAt },
    reason: formatReason(planned, entry, catalogue, clock),
  };
}

/** Returns the verdict of an explanation and its reason in one line. */
export const formatShownVerdict = (
  explanation: ShownParts,
  entry: Entry,
  catalogue: Catalogue,
): string => joinVerdict(getShownVerdict(explanation, entry, catalogue), entry);

/** Joins a verdict and its reason in one line. */
const joinVerdict = (
  { parts, why }: ShownVerdict,
  { deprecated }: Entry,
): string => {
  const retired = deprecated ? [t('Retired')] : [];
  const line = [...retired, ...parts].join(' · ');
  return why ? `${line} (${why})` : line;
};

/** An open window replaces the entry's texts, which are for a closed one. `closed` says since when it is. */
export function getShownVerdict(
  explanation: ShownParts,
  entry: Entry,
  catalogue: Catalogue,
): ShownVerdict {
  const { detail, window, planned } = explanation;
  const why = describeRow(explanation, entry, catalogue);

  // A message that failed in an open window has another cause.
  if (window?.isOpen && planned?.plan !== 'check')
    return {
      parts: [window.formatText()],
      isOpen: true,
      why: null,
      next: t('Free-form messages are allowed: send the message again.'),
      meaning: window.wasClosed
        ? t('The window was closed when the message failed.')
        : t(
            'A closed window is ruled out. If the message fails again, another cause applies.',
          ),
      closed: '',
    };

  const [next, meaning] = [
    getNextStep({ detail }, entry),
    getMeaning({ detail }, entry),
  ];

  return {
    parts: formatVerdictParts(entry, catalogue, why.row),
    isOpen: false,
    why: why.reason,
    next,
    meaning,
    closed: window?.isOpen ? '' : (window?.formatText() ?? ''),
  };
}

/** Returns the steps to copy: none while the window is open, because they are for a closed one. */
const getShownSteps = (
  explanation: Pick<Explanation, 'detail' | 'window' | 'planned'>,
  entry: Entry,
) =>
  explanation.window?.isOpen && explanation.planned?.plan !== 'check'
    ? []
    : getDisplayedSteps(entry, getNextStep(explanation, entry));

/** Returns the explanation of the code that an unlisted subcode belongs to. Returns `''` if there is none. */
export const formatParent = ({
  parent,
}: Pick<Explanation, 'parent'>): string =>
  parent
    ? `${t('Appears with')} ${parent.code}: ${endSentence(parent.title)} ${parent.next}`
    : '';

export const formatCode = ({
  code,
  subcode,
}: Pick<Explanation, 'code' | 'subcode'>): string =>
  subcode && subcode !== code ? `${code} (${t('subcode $1', subcode)})` : code;

export const formatEntryCode = ({
  code,
  subcode,
}: Pick<Entry, 'code' | 'subcode'>): string =>
  formatCode({ code, subcode: subcode ?? null });

export const describeMessageId = (
  id: string,
): { title: string; text: string } => ({
  title: t('This is a message ID. It doesn’t contain an error code.'),
  text: t(
    '$1. Paste the status webhook for that message: it contains the error.',
    maskMessageId(id),
  ),
});

/** Tells how to get the code of a response of which a text has only the status. */
export const describeResponseHint = ({ status, print }: ResponseHint) => ({
  title: status
    ? t('$1 is the HTTP status of the response, not an error code.', status)
    : t('This text doesn’t contain an error code.'),
  text: print
    ? t('The body of the response has the code. To print it: $1', print)
    : t('The body of the response has the code. Print it, and paste it here.'),
});

export const getAgreeingSources = (
  { claims }: Pick<Entry, 'claims'>,
  { source }: Catalogue,
): Source[] =>
  claims.flatMap((claim) => (claim.agrees && source(claim.source)) || []);

/** Returns `Meta, Error codes`: many sources share a name. Omits a publisher that the name repeats. */
export const formatSource = (
  { publisher, name }: Pick<Source, 'publisher' | 'name'>,
  between = ', ',
) =>
  name.toLowerCase().includes(publisher.toLowerCase())
    ? name
    : publisher + between + name;

const formatDatedSource = (source: Source): string =>
  `${formatSource(source)} (${t('checked $1', source.seen)})`;

/** Returns the meaning from the matched detail, followed by the entry's general meaning if the detail only adds to it. */
export function getMeaning(
  { detail }: Pick<Explanation, 'detail'>,
  entry: Entry,
): string {
  if (!detail || entry.meaning.includes(detail.meaning)) return entry.meaning;
  return detail.adds
    ? `${endSentence(detail.meaning)} ${entry.meaning}`
    : endSentence(detail.meaning);
}

export const getOpenCauses = (
  { detail }: Pick<Explanation, 'detail'>,
  { causes = [] }: Entry,
) => (detail && !detail.adds ? [] : causes);

/** A cause with its remedy, and with its verdict if it differs from the entry's. */
type DescribedCause = ReturnType<typeof describeCauses>[number];

/** Returns the causes that the text does not decide between, those that are ruled out last. */
export function describeCauses(
  explanation: Pick<Explanation, 'detail' | 'window'>,
  entry: Entry,
  catalogue: Catalogue,
) {
  const causes = getOpenCauses(explanation, entry).map((cause) => {
    const verdict = getCauseVerdict(entry, cause);
    const differs = cause.turn ?? cause.retry ?? cause.wait;

    const line = formatVerdictParts({ ...entry, verdict }, catalogue).join(
      ' · ',
    );

    const { isOpen = false, wasClosed = false } = explanation.window ?? {};
    const isRuledOut = isOpen && !wasClosed && cause.closedWindow === true;

    return { ...cause, verdict: differs ? line : null, isRuledOut };
  });

  return causes.sort((a, b) => Number(a.isRuledOut) - Number(b.isRuledOut));
}

/** Returns a cause as one line: `The phone was off (wait · retry later): Send it again tomorrow. (support agent)` */
export function formatCause({
  text,
  verdict,
  isRuledOut,
  do: remedy,
  who,
}: DescribedCause): string {
  const head = `${stripFullStop(text)}${isRuledOut ? ` (${t('ruled out')})` : ''}${verdict ? ` (${verdict})` : ''}`;
  return remedy
    ? `${head}: ${remedy}${who ? ` (${formatOwner(who)})` : ''}`
    : endSentence(head);
}

export const getNextStep = (
  { detail }: Pick<Explanation, 'detail'>,
  entry: Entry,
): string => detail?.next ?? entry.next;

/** Returns `Source: …` or `Sources: …`, with the number of sources left out. */
function formatSources(
  { claims, own }: Entry,
  catalogue: Catalogue,
  most: number,
): string {
  const names = new Set(
    getAgreeingSources({ claims }, catalogue).map(formatDatedSource),
  );

  const named = [...names].slice(0, most);

  const left =
    most > 1 && names.size > most
      ? ` ${formatMoreCount(names.size - most)}`
      : '';

  if (named.length === 0) return own?.link ?? '';

  return t(
    named.length > 1 ? 'Sources: $1.' : 'Source: $1.',
    `${named.join('; ')}${left}`,
  );
}

export const endSentence = (text: string): string =>
  text === '' || /[.!?।]$/.test(text) ? text : `${text}.`;
export const stripFullStop = (text: string): string =>
  text.replace(/[.।]$/, '');
const toOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Escapes Markdown, including characters that start a list or a heading at the beginning of a block. */
export function escapeMarkdown(text: string): string {
  return toOneLine(text)
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/^([-+#=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
