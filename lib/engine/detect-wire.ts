import type { DetectedCode, DetectRequest, DetectResult } from '../detect/detect-request.ts';
import type { TextContext } from '../detect/hit.ts';

/** Requests as they are sent: each text once, because cells share texts and characters cost time. */
export interface WireRequests {
  texts: string[];
  /** Per request: its flags, then the indexes in `texts` of its text and of its parts in the order of `CONTEXT_FIELDS`; -1 for a missing part. */
  requests: number[][];
}

/** The results: for each request the indexes of its codes in `codes`, in which each code occurs once. */
export interface WireResults {
  codes: DetectedCode[];
  results: number[][];
}

const CONTEXT_FIELDS = [
  'header',
  'label',
  'below',
  'heading',
  'lines',
  'row',
  'host',
  'path',
  'provider',
] as const;
const ASKED_FLAG = 1;
const WEAK_FLAG = 2;
const ALL_FLAG = 4;
const JUDGE_FLAG = 8;

export function encodeRequests(requests: readonly DetectRequest[]): WireRequests {
  const known = new Map<string, number>();
  const getTextIndex = (text: string | undefined) => {
    if (text === undefined) return -1;
    let at = known.get(text);
    if (at === undefined) {
      at = known.size;
      known.set(text, at);
    }
    return at;
  };
  const encoded = requests.map(({ text, context, weak, all, judge }) => [
    (context.asked ? ASKED_FLAG : 0) |
      (weak ? WEAK_FLAG : 0) |
      (all ? ALL_FLAG : 0) |
      (judge ? JUDGE_FLAG : 0),
    getTextIndex(text),
    ...CONTEXT_FIELDS.map((part) => getTextIndex(context[part])),
  ]);
  return { texts: [...known.keys()], requests: encoded };
}

export function decodeRequests({ texts, requests }: WireRequests): DetectRequest[] {
  return requests.map(([flags = 0, text = -1, ...parts]) => {
    const context: TextContext = flags & ASKED_FLAG ? { asked: true } : {};
    for (const [at, part] of CONTEXT_FIELDS.entries()) {
      const value = texts[parts[at] ?? -1];
      if (value !== undefined) context[part] = value;
    }
    return {
      text: texts[text] ?? '',
      context,
      ...(flags & WEAK_FLAG && { weak: true }),
      ...(flags & ALL_FLAG && { all: true }),
      ...(flags & JUDGE_FLAG && { judge: true }),
    };
  });
}

export function encodeResults(results: readonly DetectResult[]): WireResults {
  const known = new Map<string, number>();
  const codes: DetectedCode[] = [];
  const encoded = results.map((result) =>
    result.map((code) => {
      const name = JSON.stringify(code);
      const at = known.get(name) ?? codes.push(code) - 1;
      known.set(name, at);
      return at;
    }),
  );
  return { codes, results: encoded };
}

export function decodeResults({ codes, results }: WireResults): readonly DetectResult[] {
  return results.map((result) => result.flatMap((at) => codes[at] ?? []));
}
