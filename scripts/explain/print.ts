import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { differsInHttp } from '../../lib/catalogue/differs-in-http.ts';
import { familyOf } from '../../lib/catalogue/family.ts';
import { isInferred, successorsOf } from '../../lib/catalogue/relations.ts';
import {
  codeText,
  datedSource,
  meaningOf,
  nextOf,
  openCauses,
  sentence,
  sourceText,
} from '../../lib/explain/as-text.ts';
import { type Finding, tellApart } from '../../lib/explain/finding.ts';
import { ownerText, shownSteps, verdictLine } from '../../lib/explain/verdict-text.ts';
import { whenLine } from '../../lib/explain/when.ts';
import type { Answer } from './answer.ts';
import type { Layout } from './layout.ts';

const INDENT = '  ';
const GUESSED = {
  none: 'No code in this text. Closest matches:',
  unsure: 'Nothing shows that this text contains an error code. Closest matches:',
} as const;

/** Message for a file or standard input without a code. */
export const noCode = (file?: string): string =>
  file === undefined ? 'No error code found.' : `No error code found in ${file}.`;

/**
 * Formats an answer for people.
 *
 * @param file File from which the text was read, if any.
 */
export function printAnswer(answer: Answer, catalogue: Catalogue, layout: Layout, file?: string): string {
  const { wrap } = layout;
  const blocks: string[] = [];
  if (answer.guessed && answer.entries.length > 0) blocks.push(wrap(GUESSED[answer.guessed], ''));
  if (answer.findings.length === 0) {
    blocks.push(...answer.entries.map((entry) => brief(entry, catalogue, layout)));
    blocks.push(...answer.unknown.map((code) => unknown({ code, family: familyOf(code), count: 1 }, layout)));
  }
  for (const finding of answer.findings) {
    blocks.push(
      finding.entry ? full(finding, finding.entry, catalogue, layout) : strange(finding, catalogue, layout),
    );
  }
  if (blocks.length === 0) blocks.push(...(answer.faults ?? []).map((fault) => wrap(fault, INDENT)));
  if (blocks.length === 0)
    blocks.push(
      file === undefined ? 'No code found, and no catalogue entry matches these words.' : noCode(file),
    );
  if (answer.neighbours.length > 0) {
    const list = answer.neighbours.map(
      (entry) => `${INDENT}${entry.code}  ${entry.title} (${catalogue.apiName(entry)})`,
    );
    blocks.push(['Similar codes:', ...list.map((line) => wrap(line, INDENT.repeat(2)))].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

function heading(code: string, entry: Entry, catalogue: Catalogue, layout: Layout): string {
  const { paint, wrap } = layout;
  const [first = '', ...rest] = wrap(`${code}  ${entry.title}`, INDENT).split('\n');
  return [
    paint('red', first.slice(0, code.length)) + paint('bold', first.slice(code.length)),
    ...rest.map((line) => paint('bold', line)),
    paint('dim', `${INDENT}${catalogue.apiName(entry)}${entry.http ? `, HTTP ${entry.http}` : ''}`),
  ].join('\n');
}

function brief(entry: Entry, catalogue: Catalogue, layout: Layout): string {
  const { wrap } = layout;
  const { line, next } = verdictLine(entry, catalogue);
  return [
    heading(codeOf(entry), entry, catalogue, layout),
    wrap(`${INDENT}${line}`, INDENT),
    wrap(`${INDENT}${next}`, INDENT),
  ].join('\n');
}

function full(finding: Finding, entry: Entry, catalogue: Catalogue, layout: Layout): string {
  const { paint, wrap } = layout;
  const times = finding.count > 1 ? `, ${finding.count} times` : '';
  const lines = [
    heading(codeText(finding), entry, catalogue, layout) + paint('dim', times),
    ...(finding.cause ? [`${INDENT}Caused by ${finding.cause}.`] : []),
    ...retired(entry, catalogue, layout),
    '',
    wrap(`${INDENT}${verdictLine(entry, catalogue).line}`, INDENT),
    paint('bold', wrap(`${INDENT}${nextOf(finding, entry)}`, INDENT)),
    ...untilWhen(finding, layout),
    '',
    wrap(`${INDENT}${meaningOf(finding, entry)}`, INDENT),
    ...beside(finding, layout),
    ...(finding.subcodeFamily ? [wrap(`${INDENT}${finding.subcodeFamily}`, INDENT)] : []),
    ...list(
      'Steps',
      shownSteps(entry, nextOf(finding, entry)).map(({ do: step, who }) => `${step} (${ownerText(who)})`),
      layout,
    ),
    ...list('Possible causes, most likely first', openCauses(finding, entry), layout),
    ...claims(entry, catalogue, layout),
    ...behind(entry, catalogue, layout),
    ...otherMeanings(finding, catalogue, layout),
  ];
  return lines.join('\n');
}

/** Formats the sender's messages. Lists them by place if they differ. */
function beside(finding: Finding, { wrap }: Layout): string[] {
  const { detail, said, places } = finding;
  const quoted = (text: string, where = '') => wrap(`${INDENT}Next to the code${where}: "${text}"`, INDENT);
  if (!tellApart(finding)) return [detail?.text, said].flatMap((text) => (text ? quoted(text) : []));
  return places.flatMap((place) =>
    place.said ? quoted(place.said, place.line === null ? '' : ` on line ${place.line}`) : [],
  );
}

function retired(entry: Entry, catalogue: Catalogue, { wrap }: Layout): string[] {
  const { deprecated } = entry;
  if (!deprecated) return [];
  const successors = successorsOf(entry, catalogue).map(({ code, title }) => `${code} ${title}`);
  const now = successors.length > 0 ? ` Replaced by: ${successors.join('; ')}.` : '';
  return [wrap(`${INDENT}Retired: ${deprecated}${now}`, INDENT)];
}

/** Formats the end of the condition in the local time zone. Returns `[]` if the text has no certain time. */
function untilWhen({ when }: Finding, { wrap }: Layout): string[] {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const line = whenLine(when, { nowMs: Date.now(), timeZone });
  return line ? [wrap(`${INDENT}${line.text}`, INDENT)] : [];
}

/** Returns `[]` if there are no rows. */
function section(title: string, rows: readonly string[]): string[] {
  return rows.length > 0 ? ['', `${INDENT}${title}:`, ...rows] : [];
}

function list(title: string, rows: readonly string[], { wrap }: Layout): string[] {
  return section(
    title,
    rows.map((row, at) => wrap(`${INDENT}${at + 1}. ${row}`, `${INDENT}   `)),
  );
}

/** Formats the sources: those that agree, those that disagree or give another HTTP status, and why Errata does not follow them. */
function claims(entry: Entry, catalogue: Catalogue, { wrap }: Layout): string[] {
  const { claims: all, decided } = entry;
  const sources = all.flatMap(({ source }) => catalogue.source(source) ?? []);
  const days = new Set(sources.map(({ seen }) => seen));
  const [only = ''] = days;
  // If all sources have the same date, print it once.
  const nameOf = days.size === 1 ? sourceText : datedSource;
  const name = (id: string) => {
    const source = catalogue.source(id);
    return source ? nameOf(source) : id;
  };
  const agreeing = all.filter((claim) => claim.agrees && !differsInHttp(claim, entry));
  const names = [...new Set(agreeing.map(({ source }) => name(source)))];
  const lines = [
    '',
    wrap(
      `${INDENT}Sources${days.size === 1 ? `, all seen ${only}` : ''}: ${names.join('; ')}`,
      `${INDENT}${INDENT}`,
    ),
  ];
  for (const claim of all) {
    if (agreeing.includes(claim)) continue;
    const { agrees, source, title, says, http, reason } = claim;
    const lead = agrees ? 'Agrees, except for the HTTP status' : 'Disagrees';
    const told = agrees ? '' : sentence(title ?? says ?? '');
    const status = differsInHttp(claim, entry) ? `HTTP ${http}.` : '';
    const words = [told, status, reason].filter(Boolean).join(' ');
    lines.push(wrap(`${INDENT}${lead}: ${name(source)}: ${words}`, `${INDENT}${INDENT}`));
  }
  if (decided) lines.push(wrap(`${INDENT}Decided: ${decided}`, `${INDENT}${INDENT}`));
  return lines;
}

/** Lists the Meta codes that a provider's code wraps. */
function behind(entry: Entry, catalogue: Catalogue, layout: Layout): string[] {
  const { related = [] } = entry;
  const rows = related.flatMap(({ key, as, via }) => {
    const other = as === 'behind' ? catalogue.byKey.get(key) : undefined;
    if (!other) return [];
    const whose = !via && isInferred(entry, other) ? ', inferred by Errata' : '';
    return [named(other, catalogue, layout, whose)];
  });
  return section('Underlying codes', rows);
}

/** Formats a row for an entry. */
function named(entry: Entry, catalogue: Catalogue, { wrap }: Layout, more = ''): string {
  const words = `${catalogue.apiName(entry)}: ${codeOf(entry)} ${entry.title}${more}`;
  return wrap(INDENT.repeat(2) + words, INDENT.repeat(3));
}

const codeOf = ({ code, subcode }: Entry): string => codeText({ code, subcode: subcode ?? null });

function otherMeanings(finding: Finding, catalogue: Catalogue, layout: Layout): string[] {
  const { entry, others, undecided } = finding;
  const isOpen = (other: Entry) =>
    undecided === 'provider' || (undecided !== null && other.provider === entry?.provider);
  const groups = [
    ['It may also be', others.filter(isOpen)],
    ['Same code elsewhere', others.filter((other) => !isOpen(other))],
  ] as const;
  return groups.flatMap(([title, own]) =>
    section(
      title,
      own.map((other) => named(other, catalogue, layout)),
    ),
  );
}

/** Maximum codes of a range that are listed. */
const NAMED = 10;

function strange(finding: Finding, catalogue: Catalogue, layout: Layout): string {
  const { within = [] } = finding;
  const title =
    within.length > NAMED ? `Some of the ${within.length} codes in this range` : 'Codes in this range';
  const rows = within.slice(0, NAMED).map((entry) => named(entry, catalogue, layout));
  const listed = section(title, rows);
  return [unknown(finding, layout), ...beside(finding, layout), ...listed].join('\n');
}

type Unknown = Pick<Finding, 'code' | 'family' | 'count'>;

function unknown({ code, family, count }: Unknown, { paint, wrap }: Layout): string {
  const shown = code.replace(/\p{C}/gu, '');
  const times = count > 1 ? `, ${count} times` : '';
  return `${paint('red', shown)}${times}\n${wrap(`${INDENT}${family ?? ''}`, INDENT)}`;
}
