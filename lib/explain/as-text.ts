import type { Entry, Source } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { t } from '../language/translate.ts';
import { moreText } from './counted.ts';
import type { Explanation } from './explanation.ts';
import { ownerText, shownSteps, verdictLine } from './verdict-text.ts';

type Copied = Pick<
  Explanation,
  'code' | 'subcode' | 'entry' | 'detail' | 'family' | 'parent' | 'subcodeFamily'
>;

/**
 * `copy`: text to paste into a chat. `ticket`: text for a support desk, below the evidence, with the full meaning and
 * without sources.
 */
export type Purpose = 'copy' | 'ticket';

const TRIED = 'Steps (say which you tried):';
/** Maximum sources in a Markdown copy. The others are counted. */
const MOST_SOURCES = 2;

/**
 * Formats an explanation as one paragraph for a chat: code, title, provider, detail, verdict, steps and one source. For
 * a ticket, includes the full meaning and no source. Replaces line breaks with spaces.
 */
export function asText(explanation: Copied, catalogue: Catalogue, purpose: Purpose = 'copy'): string {
  const { entry, detail } = explanation;
  if (!entry)
    return oneLine(`${codeText(explanation)}: ${explanation.family ?? ''} ${parentText(explanation)}`);
  const verdict = verdictLine(entry, catalogue);
  const steps = shownSteps(entry, nextOf(explanation, entry)).map((step, at) => `(${at + 1}) ${step.do}`);
  const isCopy = purpose === 'copy';
  return oneLine(
    [
      `${codeText(explanation)}: ${sentence(entry.title)}`,
      `${catalogue.apiName(entry)}.`,
      isCopy ? sentence(detail?.meaning ?? '') : meaningOf(explanation, entry),
      explanation.subcodeFamily ?? '',
      `${verdict.line}: ${nextOf(explanation, entry)}`,
      ...(steps.length > 0 ? [isCopy ? `${t('Steps')}:` : TRIED, ...steps] : []),
      isCopy ? sourcesText(entry, catalogue, 1) : '',
    ].join(' '),
  );
}

/**
 * Formats an explanation as Markdown, with the meaning. Escapes text from the catalogue and the page, so that it cannot
 * add formatting.
 */
export function asMarkdown(explanation: Copied, catalogue: Catalogue, purpose: Purpose = 'copy'): string {
  const { entry } = explanation;
  if (!entry)
    return `**${safe(codeText(explanation))}**: ${safe(`${explanation.family ?? ''} ${parentText(explanation)}`.trim())}\n`;
  const verdict = verdictLine(entry, catalogue);
  const isCopy = purpose === 'copy';
  const steps = shownSteps(entry, nextOf(explanation, entry)).map(
    (step, at) => `${at + 1}. ${safe(step.do)} (${ownerText(step.who)})`,
  );
  const blocks = [
    `**${safe(codeText(explanation))} ${safe(entry.title)}** (${safe(catalogue.apiName(entry))})`,
    `**${safe(verdict.line)}:** ${safe(nextOf(explanation, entry))}`,
    safe(meaningOf(explanation, entry)),
    safe(explanation.subcodeFamily ?? ''),
    !isCopy && steps.length > 0 ? TRIED : '',
    steps.join('\n'),
    isCopy ? safe(sourcesText(entry, catalogue, MOST_SOURCES)) : '',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Returns the explanation of the code that an unlisted subcode belongs to. Returns `''` if there is none. */
export function parentText({ parent }: Pick<Explanation, 'parent'>): string {
  return parent ? `${t('Appears with')} ${parent.code}: ${sentence(parent.title)} ${parent.next}` : '';
}

/** Returns code and subcode as text: `190 (subcode 463)`. */
export function codeText({ code, subcode }: Pick<Explanation, 'code' | 'subcode'>): string {
  return subcode && subcode !== code ? `${code} (${t('subcode $1', subcode)})` : code;
}

/**
 * Returns a source's name with its publisher, because many sources share a name: `Meta, Error codes`. Omits a publisher
 * that the name repeats.
 */
export function sourceText({ publisher, name }: Pick<Source, 'publisher' | 'name'>, between = ', '): string {
  return name.toLowerCase().includes(publisher.toLowerCase()) ? name : publisher + between + name;
}

/** Returns a source's name with the date of its last review. */
export const datedSource = (source: Source): string => `${sourceText(source)} (${t('seen $1', source.seen)})`;

/** Returns the meaning from the matched detail, followed by the entry's general meaning if the detail only adds to it. */
export function meaningOf({ detail }: Pick<Explanation, 'detail'>, entry: Entry): string {
  if (!detail || entry.meaning.includes(detail.meaning)) return entry.meaning;
  return detail.adds ? `${sentence(detail.meaning)} ${entry.meaning}` : sentence(detail.meaning);
}

/** Returns the possible causes. Returns `[]` if the matched detail already names the cause. */
export const openCauses = ({ detail }: Pick<Explanation, 'detail'>, { causes = [] }: Entry) =>
  detail && !detail.adds ? [] : causes;

/** Returns the next step of the matched detail or, without one, of the entry. */
export function nextOf({ detail }: Pick<Explanation, 'detail'>, entry: Entry): string {
  return detail?.next ?? entry.next;
}

/** Returns `Source: …` or `Sources: …`, with the number of sources left out. */
function sourcesText({ claims }: Entry, catalogue: Catalogue, most: number): string {
  const names = new Set(
    claims.flatMap(({ source: id, agrees }) => {
      const source = agrees ? catalogue.source(id) : undefined;
      return source ? [datedSource(source)] : [];
    }),
  );
  const named = [...names].slice(0, most);
  const left = most > 1 && names.size > most ? ` ${moreText(names.size - most)}` : '';
  if (named.length === 0) return '';
  return t(named.length > 1 ? 'Sources: $1.' : 'Source: $1.', `${named.join('; ')}${left}`);
}

/** Adds a full stop unless the text ends with a punctuation mark. */
export const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);
/** Removes the final full stop, so that the sentence can continue. */
export const clause = (text: string): string => text.replace(/\.$/, '');
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Escapes Markdown, including characters that start a list or a heading at the beginning of a block. */
export function safe(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/^([-+#=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
