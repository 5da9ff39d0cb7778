import * as v from 'valibot';
import type { CodeIndex, Meaning } from '../lib/detect/code-index.ts';
import { detect, isStrong } from '../lib/detect/detect.ts';
import type { Evidence, Hit } from '../lib/detect/hit.ts';

const lineSchema = v.object({
  id: v.string(),
  kind: v.string(),
  lang: v.optional(v.string()),
  source: v.optional(v.string()),
  host: v.optional(v.nullable(v.string())),
  text: v.string(),
  codes: v.array(
    v.object({
      code: v.string(),
      start: v.number(),
      end: v.number(),
      provider: v.optional(v.nullable(v.string())),
      asWritten: v.optional(v.string()),
      optional: v.optional(v.boolean()),
    }),
  ),
  ambiguous: v.optional(v.boolean()),
});

/** One labelled snippet. */
export type CorpusLine = v.InferOutput<typeof lineSchema>;
type Label = CorpusLine['codes'][number];

export interface Score {
  precision: number;
  recall: number;
  f1: number;
}

export interface Miss {
  id: string;
  kind: string;
  what: 'false alarm' | 'missed' | 'wrong span' | 'wrong code';
  code: string;
  start: number;
  end: number;
  snippet: string;
  /** Of the engine, where it saw the place at all. */
  strength: number | null;
  evidence: readonly Evidence[];
}

export interface Evaluation extends Score {
  /** Of the right hits whose provider is labelled: how often the first meaning is that provider's. */
  resolved: number;
  kinds: Record<string, Score>;
  misses: Miss[];
}

/** Reads a corpus in JSON lines. Throws an error that names the line. */
export function parseCorpus(content: string): CorpusLine[] {
  const lines: CorpusLine[] = [];
  content.split('\n').forEach((raw, at) => {
    if (raw.trim() === '') return;
    const where = `line ${at + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(raw);
    } catch (error) {
      throw new Error(`${where} is no JSON: ${(error as Error).message}`);
    }
    const result = v.safeParse(lineSchema, value);
    if (!result.success) {
      const issue = result.issues[0];
      throw new Error(`${where}: ${v.getDotPath(issue) ?? 'record'}: ${issue.message}`);
    }
    for (const label of result.output.codes) {
      const written = result.output.text.slice(label.start, label.end);
      if (written !== (label.asWritten ?? label.code)) {
        throw new Error(`${where}: the label ${label.code} covers "${written}"`);
      }
    }
    lines.push(result.output);
  });
  if (lines.length === 0) throw new Error('holds no snippets');
  return lines;
}

/** Runs the engine over a corpus. Optional labels are neither asked for nor wrong; ambiguous snippets do not count. */
export function evaluate(lines: readonly CorpusLine[], index: CodeIndex): Evaluation {
  const total = tally();
  const kinds = new Map<string, ReturnType<typeof tally>>();
  const misses: Miss[] = [];
  let resolved = 0;
  let resolvable = 0;
  for (const line of lines) {
    if (line.ambiguous) continue;
    const kind = kinds.get(line.kind) ?? tally();
    kinds.set(line.kind, kind);
    const all = detect(line.text, index, line.host ? { host: line.host } : {});
    const hits = all.filter(isStrong);
    const labels = new Set(line.codes);
    for (const hit of hits) {
      const label = line.codes.find(({ start, end }) => start < hit.end && hit.start < end);
      if (label) labels.delete(label);
      if (label?.optional) continue;
      const what = judge(hit, label);
      if (what) {
        misses.push(miss(line, what, hit, hit));
        total.wrong++;
        kind.wrong++;
        if (label) {
          total.missed++;
          kind.missed++;
        }
        continue;
      }
      total.right++;
      kind.right++;
      if (label?.provider) {
        resolvable++;
        if (hit.meanings[0] && isOf(hit.meanings[0], label.provider)) resolved++;
      }
    }
    for (const label of labels) {
      if (label.optional) continue;
      misses.push(
        miss(
          line,
          'missed',
          label,
          all.find(({ start }) => start === label.start),
        ),
      );
      total.missed++;
      kind.missed++;
    }
  }
  return {
    ...scoreOf(total),
    resolved: resolvable === 0 ? 1 : resolved / resolvable,
    kinds: Object.fromEntries(
      [...kinds].sort(([a], [b]) => a.localeCompare(b)).map(([name, counts]) => [name, scoreOf(counts)]),
    ),
    misses,
  };
}

function judge(hit: Hit, label: Label | undefined): Miss['what'] | null {
  if (!label) return 'false alarm';
  if (hit.start !== label.start || hit.end !== label.end) return 'wrong span';
  return hit.code === label.code ? null : 'wrong code';
}

/** The corpus names Meta's registries more coarsely than the catalogue. */
export function isOf({ provider, api, code, key }: Meaning, label: string): boolean {
  if (label === 'meta-onprem') return provider === 'meta' && api === 'onprem';
  if (label === 'meta-cloud') return provider === 'meta' && api !== 'onprem';
  if (label === 'graph') {
    // Subcodes and Graph's own small numbers are filed where they are met, mostly under the Cloud API.
    return (
      provider === 'meta' &&
      api !== 'onprem' &&
      (api !== 'cloud' || !/^13\d{4}$/.test(code) || /\.\d+/.test(key))
    );
  }
  if (label.startsWith('meta-'))
    return provider === 'meta' && (api === label.slice(5) || api === 'management');
  return provider === label;
}

function miss(
  line: CorpusLine,
  what: Miss['what'],
  at: { code: string; start: number; end: number },
  hit: Hit | undefined,
): Miss {
  const before = line.text.slice(Math.max(0, at.start - 60), at.start);
  const after = line.text.slice(at.end, at.end + 60);
  return {
    id: line.id,
    kind: line.kind,
    what,
    code: at.code,
    start: at.start,
    end: at.end,
    snippet: `${before}‹${line.text.slice(at.start, at.end)}›${after}`.replace(/\s+/g, ' '),
    strength: hit?.strength ?? null,
    evidence: hit?.evidence ?? [],
  };
}

function tally() {
  return { right: 0, wrong: 0, missed: 0 };
}

function scoreOf({ right, wrong, missed }: ReturnType<typeof tally>): Score {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
