import type { EntryKey } from '../../data/schema.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { consoleAt } from '../detect/consoles.ts';
import type { DetectedCode } from '../detect/detect-request.ts';
import { asciiDigits } from '../detect/digits.ts';
import { hashOf } from '../detect/word-hash.ts';
import type { Explanation } from './explanation.ts';
import { maskedText, type Redaction } from '../masking/masked.ts';

/** A text and what a person says of the codes in it. */
export interface Case {
  text: string;
  /** Whether the code at this place was marked though it is none, or missed though it is one. */
  place: { start: number; end: number; verdict: 'wrong' | 'missed' };
  /** For a missed code, as the catalogue writes it; as it stands in the text unless told. */
  code?: string;
  key?: EntryKey | null;
  host?: string;
  path?: string;
  /** Language of the page, as it says itself. */
  lang?: string;
}

/** A code that a paste was found to hold. */
export type Named = Pick<Explanation, 'code' | 'entry'>;

interface Label {
  code: string;
  start: number;
  end: number;
  key: EntryKey | null;
}

const MAX_TEXT = 2000;

/**
 * One line of the labelled corpus (JSON, see `npm run evaluate`), fit to be passed on: personal data has become fakes of the same
 * shape, and a host that is no known console is left out.
 *
 * @param found What the engine underlines in the text: its other codes.
 */
export function caseLine(
  { place, code, key = null, ...about }: Case,
  catalogue: Catalogue,
  found: readonly DetectedCode[],
  redaction: Redaction,
): string {
  const { start, end, verdict } = place;
  const others = found.map(labelOfHit).filter((label) => label.end <= start || label.start >= end);
  const own = { code: code ?? about.text.slice(start, end), start, end, key };
  return lineOf(about, verdict === 'missed' ? [...others, own] : others, catalogue, redaction);
}

/** The same for a paste: a person names its codes, and each counts wherever it stands by itself. */
export function pasteLine(
  text: string,
  codes: readonly string[],
  found: readonly Named[],
  catalogue: Catalogue,
  redaction: Redaction,
): string {
  const labels = codes.flatMap((code) => {
    const key = found.find((one) => one.code === code)?.entry?.key ?? null;
    return placesOf(code, text).map((start) => ({ code, start, end: start + code.length, key }));
  });
  return lineOf({ text }, labels, catalogue, redaction);
}

/** Those of the codes that stand in a paste, each once. */
export function codesIn(text: string, found: readonly Named[]): string[] {
  return [...new Set(found.map(({ code }) => code))].filter((code) => placesOf(code, text).length > 0);
}

function labelOfHit({ code, start, end, meanings }: DetectedCode): Label {
  return { code, start, end, key: meanings[0]?.key ?? null };
}

function placesOf(code: string, text: string): number[] {
  const places: number[] = [];
  const isPart = (unit: string) => /[\p{L}\p{N}_]/u.test(unit);
  const whole = asciiDigits(text.slice(0, MAX_TEXT));
  for (let at = whole.indexOf(code); at >= 0 && code !== ''; at = whole.indexOf(code, at + 1))
    if (!isPart(whole.charAt(at - 1)) && !isPart(whole.charAt(at + code.length))) places.push(at);
  return places;
}

function lineOf(
  { text, host = '', path, lang }: Omit<Case, 'place' | 'code' | 'key'>,
  labels: readonly Label[],
  catalogue: Catalogue,
  redaction: Redaction,
): string {
  const whole = text.slice(0, MAX_TEXT);
  const faked = withFakes(whole, labels, redaction);
  const codes = labels
    .filter(({ end }) => end <= whole.length)
    .sort((a, b) => a.start - b.start)
    .map(({ code, start, end, key }) => {
      const asWritten = whole.slice(start, end);
      return { code, start, end, provider: labelOf(key), ...(asWritten !== code && { asWritten }) };
    });
  return JSON.stringify({
    id: `report-${fingerprint(faked)}`,
    kind: codes.length === 0 ? 'negative-code' : kindOf(faked),
    lang: lang && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(lang) ? lang : 'und',
    source: 'reported',
    host: consoleAt(catalogue.consoles, host, path) ? host : null,
    text: faked,
    codes,
    ambiguous: false,
  });
}

/** Personal data as fakes of the same length, so that offsets and shapes stay; the codes themselves stay as they are. */
function withFakes(text: string, labels: readonly Label[], redaction: Redaction): string {
  let faked = maskedText(redaction.partsOf(text), fakeOf);
  for (const { start, end } of labels)
    faked = faked.slice(0, start) + text.slice(start, end) + faked.slice(end);
  return faked;
}

const DIGITS = '5550100';
/** What tells the kind of a secret stays. */
const PREFIX = /^(?:wamid\.|EAA)?/;

function fakeOf(_: string, match: string): string {
  const kept = PREFIX.exec(match)?.[0] ?? '';
  let at = 0;
  const fake = match.slice(kept.length).replace(/\p{Nd}|\p{L}/gu, (unit) => {
    if (/\p{L}/u.test(unit)) return (/\p{Lu}/u.test(unit) ? 'X' : 'x').repeat(unit.length);
    return DIGITS.charAt(at++ % DIGITS.length).repeat(unit.length);
  });
  return kept + fake;
}

function labelOf(key: EntryKey | null): string | null {
  const [provider, api] = key?.split('/') ?? [];
  if (!provider) return null;
  if (provider !== 'meta') return provider;
  return api === 'graph' ? 'graph' : `meta-${api}`;
}

function kindOf(text: string): string {
  if (/"error_subcode"|"fbtrace_id"/.test(text)) return 'graph-error';
  if (/"statuses"|"wa_id"/.test(text)) return 'webhook-status';
  if (/^\s*[[{]/.test(text)) return 'bsp-json';
  if (/\t|^\|/m.test(text)) return 'table-row';
  if (/^\[?\d{4}-\d\d-\d\d|\b(?:ERROR|WARN|INFO)\b/m.test(text)) return 'log-line';
  return text.length < 60 ? 'ui-label' : 'prose';
}

/** 32 bits in hexadecimal: the same text has the same id. */
function fingerprint(text: string): string {
  return (hashOf(text) >>> 0).toString(16).padStart(8, '0');
}
