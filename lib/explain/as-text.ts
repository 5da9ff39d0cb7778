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

/** `copy`: what is pasted into a chat. `ticket`: what a desk reads below the evidence, where the full meaning counts and no source. */
export type Purpose = 'copy' | 'ticket';

const TRIED = 'Steps (say which you tried):';
/** Sources in the Markdown of a copy; the rest is counted. */
const MOST_SOURCES = 2;

/**
 * An explanation as one paragraph for a chat: code, title, provider, what the text beside it adds, verdict, steps and one source.
 * For a ticket the full meaning and no source. Line breaks in the data become spaces.
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

/** The same as Markdown, with the meaning. What the data and the page say is escaped, so that it formats nothing. */
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

/** What the code tells that an unlisted subcode stands with. */
export function parentText({ parent }: Pick<Explanation, 'parent'>): string {
  return parent ? `${t('Appears with')} ${parent.code}: ${sentence(parent.title)} ${parent.next}` : '';
}

/** `190 (subcode 463)`. */
export function codeText({ code, subcode }: Pick<Explanation, 'code' | 'subcode'>): string {
  return subcode && subcode !== code ? `${code} (${t('subcode $1', subcode)})` : code;
}

/** `Meta, Error codes`, as many sources share a name; but not `Meta, Meta error codes`. */
export function sourceText({ publisher, name }: Pick<Source, 'publisher' | 'name'>, between = ', '): string {
  return name.toLowerCase().includes(publisher.toLowerCase()) ? name : publisher + between + name;
}

/** With the day on which it was last read. */
export const datedSource = (source: Source): string => `${sourceText(source)} (${t('seen $1', source.seen)})`;

/** The meaning that the detail found beside the code gives, and the general one where that only adds to it. */
export function meaningOf({ detail }: Pick<Explanation, 'detail'>, entry: Entry): string {
  if (!detail || entry.meaning.includes(detail.meaning)) return entry.meaning;
  return detail.adds ? `${sentence(detail.meaning)} ${entry.meaning}` : sentence(detail.meaning);
}

/** The causes that are left open: none where the detail found beside the code names its own. */
export const openCauses = ({ detail }: Pick<Explanation, 'detail'>, { causes = [] }: Entry) =>
  detail && !detail.adds ? [] : causes;

/** The next step: the detail's own where it has one. */
export function nextOf({ detail }: Pick<Explanation, 'detail'>, entry: Entry): string {
  return detail?.next ?? entry.next;
}

/** `Source: …` of one, `Sources: …` of more, with the number of those left out. */
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

/** With a full stop, unless it ends with one. */
export const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`);
/** Without its full stop, for where the sentence goes on. */
export const clause = (text: string): string => text.replace(/\.$/, '');
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Backslashes before whatever could format; at the start of a block also before what could open a list or a heading. */
export function safe(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/^([-+#=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
