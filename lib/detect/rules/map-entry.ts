import type { Examples, Rule } from '../rule.ts';

/** `1013:` with `text: "…"` or `reason: "…"` on the line beneath: a catalogue of messages by number. */
export const rule: Rule = {
  id: 'map-entry',
  family: 'place',
  weight: 3.5,
  needs: ['head', 'right'],
  find({ lineLeft, right, code }) {
    if (code.length < 3 || !/^[\s{]*["'`]?$/.test(lineLeft)) return null;
    return (
      /^["'`]?\s?(?::|=>)\s*\{?\s*\n\s*["'`]?\w*(?:reason|text|message|msg|title|desc|hint)\w*["'`]?\s?(?::|=>)/i
        .exec(right)?.[0]
        .trim() ?? null
    );
  },
};

export const examples: Examples = {
  yes: [
    '  ‹1013›:\n    text_en: "This phone has no WhatsApp"',
    '"‹131047›": {\n  "message": "too late"',
    '  ‹470›:\n    reason: closed',
  ],
  no: ['  1013:\n    city: "Rome"', '131047: "x"', 'at 1013:\n  text: x'],
};
