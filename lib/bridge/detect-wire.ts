import type { DetectedCode, DetectRequest, DetectResults } from '../detect/detect-request.ts';
import type { TextContext } from '../detect/hit.ts';

/**
 * Inquiries as a message carries them. The cells of a table share their rows, headings and words, and a page pays for each letter that
 * it sends: so each text is sent once.
 */
export interface WireRequests {
  texts: string[];
  /** For each request the places in `texts` of its parts, in the order of `PARTS`; -1 for one that it has not. */
  requests: number[][];
}

/** The answer to it: for each request the places of its codes in `codes`, where each is told once. */
export interface WireResults {
  codes: DetectedCode[];
  findings: number[][];
}

const PARTS = ['header', 'label', 'nearby', 'host', 'path', 'provider'] as const;

export function encodeRequests(requests: readonly DetectRequest[]): WireRequests {
  const known = new Map<string, number>();
  const place = (text: string | undefined) => {
    if (text === undefined) return -1;
    let at = known.get(text);
    if (at === undefined) {
      at = known.size;
      known.set(text, at);
    }
    return at;
  };
  const packed = requests.map(({ text, context }) => [
    context.asked ? 1 : 0,
    place(text),
    ...PARTS.map((part) => place(context[part])),
  ]);
  return { texts: [...known.keys()], requests: packed };
}

export function decodeRequests({ texts, requests }: WireRequests): DetectRequest[] {
  return requests.map(([asked, text = -1, ...parts]) => {
    const context: TextContext = asked === 1 ? { asked: true } : {};
    for (const [at, part] of PARTS.entries()) {
      const value = texts[parts[at] ?? -1];
      if (value !== undefined) context[part] = value;
    }
    return { text: texts[text] ?? '', context };
  });
}

export function encodeResults(findings: DetectResults): WireResults {
  const known = new Map<string, number>();
  const codes: DetectedCode[] = [];
  const packed = findings.map((found) =>
    found.map((code) => {
      const name = JSON.stringify(code);
      const at = known.get(name) ?? codes.push(code) - 1;
      known.set(name, at);
      return at;
    }),
  );
  return { codes, findings: packed };
}

export function decodeResults({ codes, findings }: WireResults): DetectResults {
  return findings.map((found) => found.flatMap((at) => codes[at] ?? []));
}
