import type { Entry, Source } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Explanation } from './explanation.ts';
import { OWNER_TEXT, verdictLine } from './words.ts';

type Copied = Pick<
  Explanation,
  'code' | 'subcode' | 'entry' | 'detail' | 'family' | 'parent' | 'subcodeFamily'
>;

/**
 * An explanation as one paragraph for a ticket or a chat: code, title, provider, meaning, verdict, steps, sources. Line breaks in
 * the data become spaces.
 */
export function asText(explanation: Copied, catalogue: Catalogue): string {
  const { entry } = explanation;
  if (!entry)
    return oneLine(`${codeText(explanation)}: ${explanation.family ?? ''} ${parentText(explanation)}`);
  const verdict = verdictLine(entry, catalogue);
  const steps = (entry.steps ?? []).map((step, at) => `(${at + 1}) ${step.do}`);
  return oneLine(
    [
      `${codeText(explanation)}: ${sentence(entry.title)}`,
      `${catalogue.apiName(entry)}.`,
      meaningOf(explanation, entry),
      explanation.subcodeFamily ?? '',
      `${verdict.line}: ${nextOf(explanation, entry)}`,
      ...(steps.length > 0 ? ['Steps:', ...steps] : []),
      sourcesText(entry, catalogue),
    ].join(' '),
  );
}

/** The same as Markdown. What the data and the page say is escaped, so that it formats nothing. */
export function asMarkdown(explanation: Copied, catalogue: Catalogue): string {
  const { entry } = explanation;
  if (!entry)
    return `**${safe(codeText(explanation))}**: ${safe(`${explanation.family ?? ''} ${parentText(explanation)}`.trim())}\n`;
  const verdict = verdictLine(entry, catalogue);
  const blocks = [
    `**${safe(codeText(explanation))} ${safe(entry.title)}** (${safe(catalogue.apiName(entry))})`,
    `**${safe(verdict.line)}:** ${safe(nextOf(explanation, entry))}`,
    safe(meaningOf(explanation, entry)),
    safe(explanation.subcodeFamily ?? ''),
    (entry.steps ?? []).map((step, at) => `${at + 1}. ${safe(step.do)} (${OWNER_TEXT[step.who]})`).join('\n'),
    safe(sourcesText(entry, catalogue)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What the code tells that an unlisted subcode stands with. */
export function parentText({ parent }: Pick<Explanation, 'parent'>): string {
  return parent ? `It stands with ${parent.code}, ${sentence(parent.title)} ${parent.next}` : '';
}

/** `190 (subcode 463)`. */
export function codeText({ code, subcode }: Pick<Explanation, 'code' | 'subcode'>): string {
  return subcode && subcode !== code ? `${code} (subcode ${subcode})` : code;
}

/** `Meta, Error codes`: many sources share a name. */
export function sourceText({ publisher, name }: Pick<Source, 'publisher' | 'name'>): string {
  return name.toLowerCase().includes(publisher.toLowerCase()) ? name : `${publisher}, ${name}`;
}

/** The meaning, sharpened by the detail found beside the code. */
export function meaningOf({ detail }: Pick<Explanation, 'detail'>, entry: Entry): string {
  return detail && !entry.meaning.includes(detail.meaning)
    ? `${sentence(detail.meaning)} ${entry.meaning}`
    : entry.meaning;
}

/** The next step: the detail's own where it has one. */
export function nextOf({ detail }: Pick<Explanation, 'detail'>, entry: Entry): string {
  return detail?.next ?? entry.next;
}

function sourcesText({ claims }: Entry, catalogue: Catalogue): string {
  const named = (agrees: boolean) => [
    ...new Set(
      claims
        .filter((claim) => claim.agrees === agrees)
        .map(({ source }) => catalogue.source(source))
        .map((source) => (source ? `${sourceText(source)} (seen ${source.seen})` : '')),
    ),
  ];
  const list = named(true).filter((name) => name !== '');
  const others = named(false).filter((name) => name !== '' && !list.includes(name));
  return [
    list.length > 0 ? `Sources: ${list.join('; ')}.` : '',
    others.length > 0 ? `Disagreeing: ${others.join('; ')}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Backslashes before whatever could format; at the start of a block also before what could open a list or a heading. */
function safe(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/^([-+#=])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
