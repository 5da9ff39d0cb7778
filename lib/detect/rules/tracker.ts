import { tellsOfUs } from '../ours.ts';
import type { Examples, Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { matchTitle } from '../title.ts';
import { ERROR } from '../words/error.ts';
import { cue, endsWithCue } from '../words/pattern.ts';
import { FAILED, REJECTED } from '../words/reason.ts';
import { rule as titleBefore } from './title-before.ts';

const ERRORS = endsWithCue(ERROR);
/** `fixes #131047`, `Merge pull request #131031` */
const CLOSES =
  /(?:^|[^\p{L}])(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|refs?|pull request|merge|rhbz|gh|lp)[\s:]\s?[([]?#$/iu;
/** `send failed: (#131047)` */
const FAILS = cue([...FAILED, ...REJECTED], { after: /^\s?[:：–—-]{1,2}\s?[([]#$/ });
/** Nothing follows in its line but a person or an address: `(#131016)`, `(#131016, @jane)`, `([#131016](https://…`. */
const CITED = /^\)\s*(?:$|\n)|^,\s\[?@\w|^\]\(https?:/;
/** The sentence or what is quoted ends there: `(#131016).`, `(#131016)" (#131017)`. */
const CLOSED = /^\)[."”]{1,2}\s*(?:$|\n|\(#)/;

/** The number of a bug or of a change, as lists of changes cite them. */
export const rule: Rule = {
  id: 'tracker',
  family: 'against',
  weight: -8,
  needs: ['number', 'hash'],
  find(scene) {
    const { left, lineLeft, right } = scene;
    const closes = CLOSES.exec(lineLeft.slice(-24))?.[0];
    if (closes) return (scene.code.length >= 5 && tellsOfUs(scene)) || isTitled(scene) ? null : closes.trim();
    if (LINKED.test(right)) return right.slice(0, 8);
    const cited = CITED.test(right)
      ? right.slice(0, 8)
      : scene.code.length >= 5 && CLOSED.test(right)
        ? ')'
        : null;
    if (cited === null || !/[([]#$/.test(left) || !/\p{L}/u.test(lineLeft)) return null;
    // `Invalid parameter (#100)` on a console: a title and its code.
    if (scene.reading.console && titleBefore.find(scene) !== null) return null;
    // Nobody but Graph cites numbers of six digits.
    if (scene.code.length >= 5 && isOurs(scene)) return null;
    // `Old tokens caused errors (#133010)`
    return ERRORS.in(lineLeft) || FAILS.in(lineLeft) ? null : cited;
  },
};

/** `[#131016](https://…/issues/131016)`: where it leads says what it is. */
const LINKED = /^\]\(https?:\/\/[^\s)]{3,120}\/(?:issues?|pull|pulls|merge_requests|browse|tickets?)\/\d/;

const isTitled = (scene: Scene) => scene.meanings.some((meaning) => matchTitle(meaning, scene).near >= 0.66);

function isOurs(scene: Scene): boolean {
  const { console: place, context } = scene.reading;
  return Boolean(place || context.provider || context.asked) || tellsOfUs(scene);
}

export const examples: Examples = {
  yes: [
    'genkey now takes --days (#‹131045›)',
    '- kubelet: fixed a regression (#‹131000›, @jane)',
    'inbox: keyboard shortcuts for WhatsApp (#‹1004›)',
    'fixes #‹131026›',
    'An engine may not replace the answer (#‹131026›).',
    'Revert "[dynamo] Support closures (#‹131049›)" (#131053)',
    'Merge pull request #‹131031› from x/y',
    '| [#‹131047›](https://forge.example/acme/whatsapp/issues/131047) | Window |',
  ],
  no: [
    'WhatsApp account locked (#131031)',
    '(#131047) Re-engagement message',
    'it failed (#131047), so',
    'Error #131047',
    'old tokens caused errors (#133010)',
    'WARN send failed: (#131047)',
    'for Cloud API sending (fixes #133010)',
  ],
};
