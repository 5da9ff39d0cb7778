import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../data/schema.ts';
import { testCatalogue } from '../../../tests/fixtures/catalogue.ts';
import { getMessagesPath } from '../../core/i18n/languages.ts';
import { ENGLISH_LOCALE, setLocale } from '../../core/i18n/translate.ts';
import { explain } from '../explain/explain.ts';
import {
  formatExplanationMarkdown,
  formatExplanationText,
} from './explanation-text.ts';

const explainCode = (code: string, nearby = '') =>
  explain({ code, nearby }, testCatalogue);

/** The explanation of 131047 with many agreeing sources. */
const [window] = explainCode('131047').entry?.claims ?? [];
const manySources: ReturnType<typeof explainCode> = {
  ...explainCode('131047'),
  entry: window
    ? {
        ...(explainCode('131047').entry as Entry),
        claims: testCatalogue.sources.map(({ id }) => ({
          ...window,
          source: id,
        })),
      }
    : null,
};

describe('copy as text', () => {
  it('is one paragraph with code, title, provider, verdict, steps and one source', () => {
    expect(formatExplanationText(explainCode('131047'), testCatalogue)).toBe(
      '131047: Re-engagement message. Meta Cloud API. ' +
        'Your turn · Fix first: Send an approved template instead of free text. ' +
        'Steps: (1) Pick a template in WhatsApp Manager. (2) Once they answer, free text works for 24 hours. ' +
        'Source: Meta: error codes (checked 2026-11-20).',
    );
  });

  it('stays short with any number of sources', () => {
    const text = formatExplanationText(manySources, testCatalogue);
    expect(text.match(/\(checked /g)).toHaveLength(1);
    expect(text).toMatch(/Source: Meta: error codes \(checked 2026-11-20\)\.$/);
  });

  it('uses the detail next to the code', () => {
    const text = formatExplanationText(
      explainCode('131026', 'not capable of receiving'),
      testCatalogue,
    );
    expect(text).toContain('The app of the recipient is too old');
    expect(text).toContain('Ask the person to update WhatsApp.');
  });

  it('shows a subcode', () => {
    expect(
      formatExplanationText(
        explain({ code: '190', subcode: '463' }, testCatalogue),
        testCatalogue,
      ),
    ).toMatch(/^190 \(subcode 463\): Expired\./);
  });

  it('describes an unknown code by its range', () => {
    expect(formatExplanationText(explainCode('131999'), testCatalogue)).toMatch(
      /^131999: Not in the catalogue\. Six-digit codes/,
    );
  });
});

describe('copy as Markdown', () => {
  it('ends with a short line of sources', () => {
    expect(testCatalogue.sources.length).toBeGreaterThan(2);
    const [last] = formatExplanationMarkdown(manySources, testCatalogue)
      .trim()
      .split('\n\n')
      .slice(-1);
    expect(last).toMatch(/^Sources: Meta: error codes/);
    expect(last?.match(/\(checked /g)).toHaveLength(2);
    expect(last).toMatch(/ and \d+ more\.$/);
  });

  it('has a heading line, the verdict, numbered steps', () => {
    const text = formatExplanationMarkdown(
      explainCode('131047'),
      testCatalogue,
    );
    expect(text).toMatch(
      /^\*\*131047 Re-engagement message\*\* \(Meta Cloud API\)\n\n\*\*Your turn · Fix first:\*\* Send/,
    );
    expect(text).toContain(
      '\n1. Pick a template in WhatsApp Manager. (support agent)\n2. Once',
    );
  });

  it('escapes formatting', () => {
    expect(
      formatExplanationMarkdown(explainCode('MISSING_TOKEN'), testCatalogue),
    ).toContain('**MISSING\\_TOKEN ');
  });

  it('prevents formatting, line breaks and tags in text of the data', () => {
    const [first] = explainCode('131047').entry ? [explainCode('131047')] : [];
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (meaning) => {
        if (!first?.entry) return;
        const text = formatExplanationMarkdown(
          { ...first, entry: { ...first.entry, meaning } },
          testCatalogue,
        );
        expect(text).not.toMatch(/(?<!\\)(?:\\\\)*[<`[]/);
        expect(text.split('\n\n').length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('in Arabic', () => {
  afterEach(() => setLocale(ENGLISH_LOCALE));

  it('has no English interface text', () => {
    const path = join(
      import.meta.dirname,
      '../../../public',
      getMessagesPath('ar', 'messages'),
    );
    setLocale({
      language: 'ar',
      entries: {},
      messages: JSON.parse(readFileSync(path, 'utf8')),
    });
    const parent = testCatalogue.byKey.get('meta/cloud/131047') ?? null;
    const copies = [
      formatExplanationText(manySources, testCatalogue),
      formatExplanationMarkdown(manySources, testCatalogue),
      formatExplanationText(
        explain({ code: '190', subcode: '463' }, testCatalogue),
        testCatalogue,
      ),
      formatExplanationText(
        { ...explainCode('131999'), parent },
        testCatalogue,
      ),
    ];
    for (const text of copies)
      expect(text).not.toMatch(
        /Steps:|Sources?:|\(seen|and \d+ more|subcode \d|stands with/i,
      );
    expect(copies[0]).toContain('الخطوات: (1) Pick a template');
    expect(copies[1]).toMatch(
      /المصادر: .*تم التحقق في 2026-11-20.* وواحد آخر\./,
    );
    expect(copies[2]).toContain('(الرمز الفرعي 463)');
  });
});
