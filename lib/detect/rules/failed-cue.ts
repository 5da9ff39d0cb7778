import type { Examples, Rule } from '../rule.ts';
import { cue } from '../words/pattern.ts';
import { FAILED, SENT_THING } from '../words/reason.ts';

/** One thing failed; `Messages failed: 131047` counts them. */
const THING = cue(SENT_THING, { after: /^\s?(?:\p{L}{2,6}\s)?$/u });
const NAMED = cue(FAILED, {
  before: (text) => THING.in(text) !== null,
  after: /^\s?[:：(–—-]{1,2}[\s"'(]{0,3}$/,
});
/** Set apart like the parts of a line: `Failed · 131049 · Marketing`. */
const APART = cue(FAILED, { before: /(?:^|[·•|])[^\p{L}\p{N}]{0,4}$/u, after: /^\s{0,2}[·•—–]\s{0,2}$/ });

/** `Status: Failed - 131026`: of one thing. */
const LABELLED = cue(FAILED, {
  before:
    /(?:^|[^\p{L}])(?:status|state|estado|estatus|situação|statut|stato|durum|статус)\s?[:：=]\s{0,2}["'`*]{0,2}$/iu,
  after: /^["'`*]{0,2}\s{0,2}(?:[-–—:：·]\s{0,2}|[(（])$/,
});

/** The next argument of a call: `('SM1', 'undelivered', '63016')`. */
const QUOTED = cue(FAILED, { before: /["']$/, after: /^["'],\s{0,2}["']?$/ });

/** `send failed 131030` at the end of a line; `failed 131026` alone counts. */
const SINGULAR = cue(FAILED, {
  before:
    /(?:^|\P{L})(?:message|msg|send|sending|delivery|template|envio|envío|mensagem|mensaje|nachricht|versand|envoi)\s$/iu,
  after: /^\s$/,
});
const ENDS = /^["'`*]{0,2}\s{0,3}(?:$|[\n(:])/;

/** `"gagal – 131047"`: what stands beside a message, quoted. */
const CHIP = cue(FAILED, { before: /["'“„«「]$/, after: /^\s?[:：–—-]\s{1,2}$/ });
const CLOSED = /^["'”“»」]/;

/** Quickly told: mostly there is none of these. */
const SIGN = /[:：(–—·•,-][\s"'(]{0,3}$/;

/** `Delivery failed: 131026`, `Undelivered — 63016`. */
export const rule: Rule = {
  id: 'failed-cue',
  family: 'place',
  weight: 4.2,
  needs: ['number', 'long', 'left'],
  find({ kind, code, lineLeft, lineRight }) {
    if (kind !== 'number' || code.length < 5) return null;
    if (!SIGN.test(lineLeft)) return ENDS.test(lineRight) ? (SINGULAR.in(lineLeft)?.word ?? null) : null;
    const chip = CLOSED.test(lineRight) ? CHIP.in(lineLeft) : null;
    if (chip) return chip.word;
    return [NAMED, APART, LABELLED, QUOTED].map((each) => each.in(lineLeft)?.word).find(Boolean) ?? null;
  },
};

export const examples: Examples = {
  yes: [
    'Delivery failed: ‹131026›',
    'Nachricht fehlgeschlagen: ‹131026› (Nachricht nicht zustellbar)',
    'Undelivered — ‹63016›',
    "update('SM1', 'undelivered', '‹63016›', 'closed')",
    '### WhatsApp send failed ‹131030›',
    'Failed · ‹131049› · Marketing · 2 min ago',
    'Status: Failed - ‹131026›',
    'di dashboard tulisannya "gagal – ‹131047›".',
    'Status: failed (‹131026›)',
  ],
  no: [
    'Failed: 131026',
    'Failed - 131026',
    'Messages failed: 131026',
    'Sent 12, failed 131026',
    'Messages failed 131026',
    'Delivery failed: 470',
  ],
};
