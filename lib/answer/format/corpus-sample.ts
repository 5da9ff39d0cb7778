import type { EntryKey } from '../../../data/schema.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Span } from '../../core/spans.ts';
import { hashWord } from '../../core/word-hash.ts';
import type { DetectedCode } from '../../detect/detect-request.ts';
import { findConsole } from '../../detect/find-console.ts';
import { type Masker, showControls } from '../../masking/mask-text.ts';

export interface CorpusSample {
  text: string;
  /** `wrong`: a mark that is not a code. `missed`: a code that is not marked. */
  place: Span & { verdict: 'wrong' | 'missed' };
  /** A missed code, as the catalogue spells it. Defaults to the text at `place`. */
  code?: string;
  key?: EntryKey | null;
  host?: string;
  path?: string;
  lang?: string;
}

type Label = Span & { code: string; key: EntryKey | null };

const MAX_SAMPLE_LENGTH = 2000;

/**
 * Formats a case as one JSON line of the labelled corpus (see `npm run evaluate`). Safe to share: fakes of the same
 * shape replace personal data, and a host is left out unless it is a known console.
 *
 * @param found The other codes that the engine marks in the text.
 */
export function formatSampleLine(
  { place, code, key = null, ...about }: CorpusSample,
  catalogue: Catalogue,
  found: readonly DetectedCode[],
  masking: Masker,
): string {
  const { start, end, verdict } = place;

  const others = found
    .map(
      ({ meanings, ...hit }): Label => ({
        ...hit,
        key: meanings[0]?.key ?? null,
      }),
    )
    .filter((label) => label.end <= start || label.start >= end);

  const own = {
    code: code ?? about.text.slice(start, end),
    start,
    end,
    key,
  };

  return formatLine(
    about,
    verdict === 'missed' ? [...others, own] : others,
    catalogue,
    masking,
  );
}

function formatLine(
  { text, host = '', path, lang }: Omit<CorpusSample, 'place' | 'code' | 'key'>,
  labels: readonly Label[],
  catalogue: Catalogue,
  masking: Masker,
): string {
  const whole = text.slice(0, MAX_SAMPLE_LENGTH);
  const faked = replaceWithFakes(whole, labels, masking);

  const codes = labels
    .filter(({ end }) => end <= whole.length)
    .sort((a, b) => a.start - b.start)
    .map(({ code, start, end, key }) => {
      const asWritten = whole.slice(start, end);

      return {
        code,
        start,
        end,
        provider: toLabelKey(key),
        ...(asWritten !== code && { asWritten }),
      };
    });

  return JSON.stringify({
    id: `report-${(hashWord(faked) >>> 0).toString(16).padStart(8, '0')}`,
    kind: codes.length === 0 ? 'negative-code' : 'reported',
    lang:
      lang && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(lang)
        ? lang
        : 'und',
    source: 'reported',
    host: findConsole(catalogue.consoles, host, path) ? host : null,
    text: faked,
    codes,
    ambiguous: false,
  });
}

/** Replaces personal data with fakes of the same length, so that offsets and shapes stay. Codes are not replaced. */
function replaceWithFakes(
  text: string,
  labels: readonly Label[],
  masking: Masker,
): string {
  const parts = masking
    .splitIntoParts(text)
    .map((part) => (part.masked ? createFake(part.text) : part.text));

  let faked = showControls(parts.join(''), '\ufffd');

  for (const { start, end } of labels)
    faked = faked.slice(0, start) + text.slice(start, end) + faked.slice(end);

  return faked;
}

const FAKE_DIGITS = '5550100';
/** The prefix that identifies the kind of a secret is kept. */
const SECRET_PREFIX = /^(?:wamid\.|EAA)?/;

function createFake(match: string): string {
  const kept = SECRET_PREFIX.exec(match)?.[0] ?? '';
  let at = 0;

  const fake = match.slice(kept.length).replace(/\p{Nd}|\p{L}/gu, (unit) => {
    if (/\p{L}/u.test(unit))
      return (/\p{Lu}/u.test(unit) ? 'X' : 'x').repeat(unit.length);
    return FAKE_DIGITS.charAt(at++ % FAKE_DIGITS.length).repeat(unit.length);
  });

  return kept + fake;
}

function toLabelKey(key: EntryKey | null): string | null {
  const [provider, api] = key?.split('/') ?? [];
  if (!provider) return null;
  if (provider !== 'meta') return provider;
  return api === 'graph' ? 'graph' : `meta-${api}`;
}
