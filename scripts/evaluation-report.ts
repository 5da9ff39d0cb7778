import type { Evaluation, Score } from './evaluation.ts';
import type { Comparison } from './evaluation-compare.ts';

/** The run for a reader at a terminal: every mistake with its evidence, then the figures. */
export function reportOf({ misses, unresolved, kinds, groups, ...all }: Evaluation): string {
  const lines: string[] = [];
  for (const { id, kind, what, code, start, end, snippet, strength, evidence, why } of misses) {
    const sure = strength === null ? `, ${why}` : `, strength ${strength.toFixed(2)}`;
    lines.push(`${what}: ${code} at ${start}-${end} in ${id} (${kind})${sure}`, `  ${snippet}`);
    for (const { kind, weight, text } of evidence) {
      const words = text ? `: ${text.replace(/\s+/g, ' ').slice(0, 80)}` : '';
      lines.push(`  ${weight > 0 ? '+' : ''}${weight.toFixed(1)} ${kind}${words}`);
    }
    lines.push('');
  }
  for (const { id, code, start, provider, first } of unresolved)
    lines.push(
      `not resolved: ${code} at ${start} in ${id} is of ${provider}, first came ${first ?? 'nothing'}`,
    );
  if (unresolved.length > 0) lines.push('');
  for (const [name, score] of Object.entries(groups ?? {})) lines.push(row(name, score));
  if (groups) lines.push('');
  for (const [kind, score] of Object.entries(kinds)) lines.push(row(kind, score));
  lines.push(row('all', all), `provider right in ${percent(all.resolved)} of the hits with a known provider`);
  return lines.join('\n');
}

/** What a change gained and lost, for a reader at a terminal. */
export function differenceOf({ gained, lost, kinds, f1, sameCorpus }: Comparison): string {
  const lines = sameCorpus ? [] : ['The saved run is of another corpus: little of this means anything.'];
  for (const [title, mistakes] of [
    ['gained', gained],
    ['lost', lost],
  ] as const) {
    for (const [kind, told] of Object.entries(mistakes)) {
      lines.push(`${title} in ${kind}: ${told.length}`, ...told.map((one) => `  ${one}`));
    }
  }
  if (lines.length === 0) lines.push('nothing gained, nothing lost');
  for (const [kind, [before, after]] of Object.entries(kinds))
    lines.push(`${kind.padEnd(20)} F1 ${percent(before)} → ${percent(after)}`);
  lines.push(`${'all'.padEnd(20)} F1 ${percent(f1[0])} → ${percent(f1[1])}`);
  return lines.join('\n');
}

/**
 * Puts the figures of a run into a document, between the marks that carry the corpus's name; the first time at its end.
 * The prose around stays.
 */
export function withFigures(
  document: string,
  name: string,
  run: Evaluation,
  { command, date }: { command: string; date: string },
): string {
  const open = `<!-- figures: ${name} -->`;
  const close = '<!-- end of figures -->';
  const block = `${open}\n${tableOf(run, command, date)}\n${close}`;
  const start = document.indexOf(open);
  const end = start < 0 ? -1 : document.indexOf(close, start);
  if (end < 0) return `${document.trimEnd()}\n\n${block}\n`;
  return document.slice(0, start) + block + document.slice(end + close.length);
}

function tableOf({ kinds, corpus, resolved, ...all }: Evaluation, command: string, date: string): string {
  const rows = [...Object.entries(kinds), ['**all**', all] as const].map(
    ([kind, { precision, recall, f1, right, wrong, missed }]) =>
      `| ${kind} | ${[precision, recall, f1].map(share).join(' | ')} | ${right} | ${wrong} | ${missed} |`,
  );
  return [
    `\`${command}\` on ${date}: ${corpus.snippets} snippets, ${corpus.codes} codes, resolved ${share(resolved)}`,
    '',
    '| kind | precision | recall | F1 | right | false alarms | missed |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function share(value: number): string {
  return value.toFixed(3);
}

function row(name: string, { precision, recall, f1 }: Score): string {
  return `${name.padEnd(20)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1).padStart(5)}%`;
}
