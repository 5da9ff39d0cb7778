import type { Examples, Rule } from '../rule.ts';

/** `131047: 'Window closed'`, `1013:` with `text: "…"` beneath: a list that gives codes their words. */
export const rule: Rule = {
  id: 'map-key',
  family: 'place',
  weight: 3.5,
  find({ lineLeft, right, code }) {
    if (code.length < 3 || !/^[\s{]*["'`]?$/.test(lineLeft)) return null;
    return (
      /^["'`]?\s?(?::|=>)\s*(?:\n\s+\w*(?:reason|text|message|msg|title|desc)\w*\s?:|["'`]\p{L})/u
        .exec(right)?.[0]
        .trim() ?? null
    );
  },
};

export const examples: Examples = {
  yes: [
    "  ‹131047›: 'Window closed',",
    '  ‹1013›:\n    text_en: "This phone has no WhatsApp"',
    '  "‹470›" => "too late",',
  ],
  no: ['131047: 12', 'at 1013: "x"', '  12: "December"'],
};
