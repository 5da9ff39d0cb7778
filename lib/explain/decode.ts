import type { Catalogue } from '../catalogue/catalogue.ts';
import { indexOf } from '../catalogue/ranked.ts';
import { detect, isStrong } from '../detect/detect.ts';
import type { Hit, TextContext } from '../detect/hit.ts';
import { aroundBy, blockAround } from './block.ts';
import { chunksOf, headerOf } from './chunks.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explanation.ts';
import { momentNear } from './moment.ts';
import { unescapePaste } from './unescape.ts';

/** One code of a paste, explained; equal ones are one finding. */
export interface Finding extends Explanation {
  /** How often it stands in the paste. */
  count: number;
  /** The inner code that this one only passes on, as `TOO_MANY_REQUESTS` does 131056. */
  cause: string | null;
}

/** Takes a paste bit by bit. Every chunk costs time by its own length alone. */
export interface Decoder {
  /** @param chunk Text that ends where a line or a record ends; of any length. */
  push(chunk: string): void;
  /** What was found so far: in order of appearance, but the cause before the code that wraps it. */
  findings(): readonly Finding[];
}

export function openDecoder(catalogue: Catalogue, context: TextContext = {}): Decoder {
  const index = indexOf(catalogue);
  const found = new Map<string, Finding>();
  let header: string | null | undefined;

  function scan(text: string) {
    const hits = withoutSubcodes(detect(text, index, context).filter(isStrong), text);
    const causes = causesIn(hits, text, catalogue);
    const findings = hits.map((hit, at) =>
      explainHit(hit, text, blockAround(text, hit, hits[at - 1], hits[at + 1])),
    );
    findings.forEach((finding, at) => {
      const cause = causes.get(at);
      note({ ...finding, cause: cause === undefined ? null : (hits[cause]?.code ?? null) });
    });
  }

  function explainHit(hit: Hit, text: string, nearby: string): Omit<Finding, 'cause'> {
    const moment = () => momentNear(text, hit.start, nearby);
    const keys = hit.meanings.map(({ key }) => key);
    return {
      ...explain({ ...context, code: hit.code, subcode: hit.subcode, keys, nearby, moment }, catalogue),
      count: 1,
    };
  }

  function note(finding: Finding) {
    const id = [
      finding.code,
      finding.subcode,
      finding.entry?.key,
      finding.detail?.meaning,
      finding.cause,
    ].join('|');
    const known = found.get(id);
    if (!known) found.set(id, finding);
    else {
      known.count++;
      // Of equal ones the latest tells until when.
      if (finding.when && finding.when.atMs > (known.when?.atMs ?? 0)) known.when = finding.when;
    }
  }

  return {
    push(chunk) {
      const text = unescapePaste(chunk);
      if (header === undefined) header = headerOf(text);
      for (const [at, part] of [...chunksOf(text)].entries()) {
        scan(header && (at > 0 || !text.startsWith(header)) ? `${header}\n${part}` : part);
      }
    },
    findings: () => causesFirst([...found.values()]),
  };
}

/** A text this short is a question: someone copied one error. A longer one may be a log of anything. */
const LONGEST_QUESTION = 300;

/** Every code of a paste, explained. For pastes of megabytes see `decodeSlices`. */
export function decode(text: string, catalogue: Catalogue, context: TextContext = {}): readonly Finding[] {
  const asked = text.length <= LONGEST_QUESTION;
  const decoder = openDecoder(catalogue, asked ? { ...context, asked } : context);
  decoder.push(text);
  return decoder.findings();
}

/**
 * The same in slices, for a page that must stay responsive: wait for the next frame between two of them.
 *
 * @yields After each slice: the share of the text that is done (0 to 1) and what was found so far.
 */
export function* decodeSlices(
  text: string,
  catalogue: Catalogue,
  context: TextContext = {},
): Generator<{ done: number; findings: readonly Finding[] }> {
  const decoder = openDecoder(catalogue, context);
  let read = 0;
  for (const chunk of chunksOf(text)) {
    decoder.push(chunk);
    read += chunk.length;
    yield { done: read / text.length, findings: decoder.findings() };
  }
}

/** A subcode belongs to the code of its object; it is no finding of its own. */
function withoutSubcodes(hits: readonly Hit[], text: string): readonly Hit[] {
  return hits.filter((hit, at) => {
    const beside = [hits[at - 1], hits[at + 1], hits[at - 2], hits[at + 2]];
    return !beside.some((other) => other?.subcode === hit.code && aroundBy(text, other, hit) !== null);
  });
}

/**
 * For each wrapper the hit that it wraps: a code of Meta within the object of a provider's own code. On a mere line numbers may
 * be a list, so that there a wrapper is a word, or known to stand for the other.
 */
function causesIn(hits: readonly Hit[], text: string, { byKey }: Catalogue): Map<number, number> {
  const causes = new Map<number, number>();
  hits.forEach((outer, at) => {
    const [meaning] = outer.meanings;
    if (!meaning || meaning.provider === 'meta') return;
    const behind = byKey.get(meaning.key)?.related?.filter(({ as }) => as === 'behind') ?? [];
    for (const inner of [at + 1, at + 2, at - 1, at - 2]) {
      const hit = hits[inner];
      const cause = hit?.meanings[0];
      if (!hit || cause?.provider !== 'meta' || hit.code === outer.code) continue;
      const by = aroundBy(text, outer, hit);
      const known = /^[A-Za-z]/.test(outer.code) || behind.some(({ key }) => key === cause.key);
      if (by !== 'object' && !(by === 'line' && known)) continue;
      causes.set(at, inner);
      break;
    }
  });
  return causes;
}

function causesFirst(findings: readonly Finding[]): Finding[] {
  const sorted: Finding[] = [];
  for (const finding of findings) {
    if (sorted.includes(finding)) continue;
    const cause =
      finding.cause && findings.find(({ code, cause }) => code === finding.cause && cause === null);
    if (cause && !sorted.includes(cause)) sorted.push(cause);
    sorted.push(finding);
  }
  return sorted;
}
