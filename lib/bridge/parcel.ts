import type { TextContext } from '../detect/hit.ts';
import type { Findings, FoundCode, Inquiry } from '../detect/inquiry.ts';

/**
 * Inquiries as a message carries them. The cells of a table share their rows, headings and words, and a page pays for each letter that
 * it sends: so each text is sent once.
 */
export interface Parcel {
  texts: string[];
  /** For each inquiry the places in `texts` of its parts, in the order of `PARTS`; -1 for one that it has not. */
  inquiries: number[][];
}

/** The answer to it: for each inquiry the places of its codes in `codes`, where each is told once. */
export interface Reply {
  codes: FoundCode[];
  findings: number[][];
}

const PARTS = ['header', 'label', 'nearby', 'host', 'path', 'provider'] as const;

export function packInquiries(inquiries: readonly Inquiry[]): Parcel {
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
  const packed = inquiries.map(({ text, context }) => [
    context.asked ? 1 : 0,
    place(text),
    ...PARTS.map((part) => place(context[part])),
  ]);
  return { texts: [...known.keys()], inquiries: packed };
}

export function unpackInquiries({ texts, inquiries }: Parcel): Inquiry[] {
  return inquiries.map(([asked, text = -1, ...parts]) => {
    const context: TextContext = asked === 1 ? { asked: true } : {};
    for (const [at, part] of PARTS.entries()) {
      const value = texts[parts[at] ?? -1];
      if (value !== undefined) context[part] = value;
    }
    return { text: texts[text] ?? '', context };
  });
}

export function packFindings(findings: Findings): Reply {
  const known = new Map<string, number>();
  const codes: FoundCode[] = [];
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

export function unpackFindings({ codes, findings }: Reply): Findings {
  return findings.map((found) => found.flatMap((at) => codes[at] ?? []));
}
