import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from '../catalogue/fixture.ts';
import { asMarkdown, asText } from './as-text.ts';
import { explain } from './explain.ts';

const explained = (code: string, nearby = '') => explain({ code, nearby }, fixture);

describe('copy as text', () => {
  it('is one paragraph with code, title, provider, verdict, steps and sources', () => {
    expect(asText(explained('131047'), fixture)).toBe(
      '131047: Re-engagement message. Meta Cloud API. ' +
        'The customer last wrote more than 24 hours ago, so free-form messages are closed. ' +
        'Your turn · resend when fixed: Send an approved template instead of free text. ' +
        'Steps: (1) Pick a template in WhatsApp Manager. (2) Once they answer, free text works for 24 hours. ' +
        'Sources: Meta: error codes (seen 2026-11-20).',
    );
  });

  it('names who disagrees', () => {
    expect(asText(explained('131056'), fixture)).toMatch(
      /Disagreeing: Unnamed: error codes \(seen 2026-11-20\)\.$/,
    );
  });

  it('uses the detail found beside the code', () => {
    const text = asText(explained('131026', 'not capable of receiving'), fixture);
    expect(text).toContain('The app of the recipient is too old');
    expect(text).toContain('Ask the person to update WhatsApp.');
  });

  it('shows a subcode', () => {
    expect(asText(explain({ code: '190', subcode: '463' }, fixture), fixture)).toMatch(
      /^190 \(subcode 463\): Expired\./,
    );
  });

  it('says of an unknown code what its range tells', () => {
    expect(asText(explained('131999'), fixture)).toMatch(/^131999: Not in the catalogue\. Six digits/);
  });
});

describe('copy as Markdown', () => {
  it('has a heading line, the verdict, numbered steps', () => {
    const text = asMarkdown(explained('131047'), fixture);
    expect(text).toMatch(
      /^\*\*131047 Re-engagement message\*\* \(Meta Cloud API\)\n\n\*\*Your turn · resend when fixed:\*\* Send/,
    );
    expect(text).toContain('\n1. Pick a template in WhatsApp Manager. (operator)\n2. Once');
  });

  it('escapes what would format', () => {
    expect(asMarkdown(explained('MISSING_TOKEN'), fixture)).toContain('**MISSING\\_TOKEN ');
  });

  it('lets no text of the data format, break the block or open a tag', () => {
    const [first] = explained('131047').entry ? [explained('131047')] : [];
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (meaning) => {
        if (!first?.entry) return;
        const text = asMarkdown({ ...first, entry: { ...first.entry, meaning } }, fixture);
        expect(text).not.toMatch(/(?<!\\)(?:\\\\)*[<`[]/);
        expect(text.split('\n\n').length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
