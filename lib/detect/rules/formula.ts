import type { Examples, Rule } from '../rule.ts';

/** How Meta begins what it says of a code. */
export const FORMULA =
  /^["'`*|]{0,3}[\s|:–—-]{0,8}(?:Message failed to send (?:because|during)|Message failed to be delivered|This message was not delivered|Message was not sent|Failed to download the media)\b/;

/** `470`, and behind it or beneath it one of Meta's standing sentences. */
export const rule: Rule = {
  id: 'formula',
  family: 'place',
  weight: 5,
  needs: ['number', 'head', 'right'],
  find({ code, lineLeft, right }) {
    if (code.length < 3 || !/^[\s|*`"'-]*$/.test(lineLeft)) return null;
    return FORMULA.exec(right)?.[0].trim() ?? null;
  },
};

export const examples: Examples = {
  yes: [
    '‹470›\n\nMessage failed to send because more than 24 hours have passed',
    '| ‹470› | Message failed to send because it is late |',
    '‹131047›: Message failed to send because of the window',
  ],
  no: ['470 messages failed to send', '12\n\nMessage failed to send because', 'at 470\nMessage failed'],
};
