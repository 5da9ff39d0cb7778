import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect, isStrong } from '../detect.ts';
import { testIndex } from '../test-index.ts';
import { META, testShapes } from './shape-lines.ts';

/** Codes that no catalogue knows: hits where only a code can stand. None of these numbers is in the index. */
testShapes({
  'an unlisted code in a proven place': {
    found: [
      ['"code": ‹100›, "error_subcode": ‹2494067›, "fbtrace_id": "A"'],
      ['"errors":[{"code":‹131998›,"title":"Something new"}]', META],
      ['errors[0].code: ‹131998›', META],
      ['statuses[0].errors[0].code = ‹131998›', META],
      ['(#‹131999›) Something new'],
      ['"meta_error_code":"‹131998›"'],
      ['error code ‹131999› from WhatsApp'],
      ['├─ Error ‹131999›? → new\n├─ Error ‹131047›? → too late\n├─ Error ‹131026›? → nobody'],
      ['| Code | Meaning |\n|---|---|\n| ‹7788› | Too late |\n| ‹131047› | Re-engagement message |'],
      ['Error code\tMeaning\n‹7788›\tToo late\n‹131047›\tRe-engagement message'],
      ['if (Number(e.error_subcode) === ‹2494067›) stop()'],
    ],
    alike: [
      ['131999', META],
      ['131999 messages', META],
      ['├─ Error 131998? → new\n├─ Error 131999? → newer'],
      ['Order #131999', META],
      ['| Code | City |\n|---|---|\n| 7788 | Rome |\n| 7789 | Bonn |', META],
      ['| Error code | HTTP |\n|---|---|\n| x | 7788 |', META],
      ['| 7788 | Too late |\n| 7789 | Too many |', META],
      ['rows[0].id = 131998', META],
      ['items[131].price: 131998', META],
      ['"limit": 131999', META],
      ['"error_subcode": null', META],
      ['"timestamp": 2494067', META],
    ],
  },
});

describe('an unlisted code', () => {
  it('never borrows a meaning, whatever stands around it', () => {
    const unlisted = fc
      .integer({ min: 130000, max: 149999 })
      .map(String)
      .filter((code) => testIndex.meaningsOf(code).length === 0);
    const title = fc.constantFrom('Re-engagement message', 'Rate limit hit', 'Message undeliverable', '');
    fc.assert(
      fc.property(unlisted, title, (code, words) => {
        const hits = detect(`{"error":{"code":${code},"message":"(#${code}) ${words}"}}`, testIndex, META);
        expect(hits.filter(isStrong).map((hit) => hit.code)).toEqual([code, code]);
        for (const hit of hits) expect(hit.meanings).toEqual([]);
      }),
    );
  });

  it('keeps its parent code as it is, and goes with it as a subcode', () => {
    const [parent, subcode] = detect('"code": 100, "error_subcode": 2494067', testIndex, META);
    expect(parent).toMatchObject({ code: '100', subcode: '2494067' });
    expect(parent?.meanings[0]?.code).toBe('100');
    expect(subcode).toMatchObject({ code: '2494067', meanings: [] });
  });
});
