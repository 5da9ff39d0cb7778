import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../build/read-catalogue.ts';
import {
  collectLiterals,
  collectShippedTexts,
  type Field,
  type ShippedText,
} from './shipped-texts.ts';

// The rules of docs/voice.md that can be checked automatically.
const ROOT = join(import.meta.dirname, '..');
/** The folder is next to the repository or, for a git worktree, one level up. */
const SEEDS = ['../shared/seeds', '../../shared/seeds']
  .map((path) => join(ROOT, path))
  .find(existsSync);

/** Maximum characters of a text, and maximum words of one of its sentences. */
const LIMITS: Readonly<
  Record<Field, readonly [characters: number, words: number]>
> = {
  meaning: [280, 40],
  next: [65, 14],
  step: [160, 32],
  cause: [120, 24],
  unaffected: [160, 28],
  detail: [140, 24],
  'detail.next': [65, 14],
  customer: [200, 26],
  ticket: [100, 18],
  note: [230, 32],
  decided: [200, 30],
  deprecated: [120, 24],
  title: [70, 12],
  reason: [200, 30],
  lie: [220, 32],
  report: [360, 60],
};

/** Forbidden words, with their replacement. */
const FORBIDDEN: readonly (readonly [RegExp, instead: string])[] = [
  [/\b(simply|just|easily|obviously|basically|of course)\b/i, 'leave it out'],
  [/\b(kindly|inconvenience|unfortunately)\b/i, 'say what to do'],
  [/\bplease\b/i, 'the imperative, without please'],
  [
    /\b(in order to|utili[sz]e|leverage|prior to|due to the fact)\b/i,
    'to, use, before, because',
  ],
  [
    /\ban (unexpected |unknown )?error (has )?occurred\b/i,
    'what failed, and where',
  ],
  [/\bas soon as possible\b/i, 'a time'],
  [/\b(e\.g\.|i\.e\.|etc\.|and\/or)/i, 'for example, that is, or'],
  [/!/, 'a full stop'],
  [/[–—]/, 'a comma, a colon or a full stop'],
  [
    /\b(don't|can't|won't|isn't|doesn't|didn't|aren't|it's|you're)\b/i,
    'the words in full',
  ],
  [
    /\b(color|behavior|canceled|(authori|recogni|customi|organi)z(e|es|ed|ing)|synchroniz\w*)\b/,
    'British spelling',
  ],
  [/\b(make sure|ensure) that\b/i, 'check that'],
  [/ {2}|\s[.,;:]|\.\.$/, 'tidy spacing'],
];

/** In messages to customers, "please" and "just" are polite, and technical terms do not help. */
const TO_CUSTOMERS: readonly (readonly [RegExp, instead: string])[] = [
  [
    /\b(inconvenience|apologi|unfortunately|kindly|error|code|API|webhook|template|wamid)\b/i,
    'everyday words',
  ],
  [/!/, 'a full stop'],
  [
    /\b(tomorrow at|within \d+ (minutes|hours))\b/i,
    'no promise that only the sender can keep',
  ],
];

/** Promises that Errata cannot make for a business: that a message is sent again, what has arrived, when it works. */
const PROMISES =
  /\b(we (are (sending|on it|correcting)|will|have your message|have just sent)|you will (have|hear|get)|on its way|shortly|in a minute|within the|for some (days|hours)|by some hours|tomorrow)\b|\bmessage that we have just sent\b/i;

/** "Later" without a time does not help. */
const LATER =
  /\b(?:try|retry|send|resend|call|register|look|ask)\b[^.;]*\blater\b/i;
const A_TIME =
  /\d|\b(when|once|after|until|tomorrow|minutes?|hours?|days?|weeks?)\b/i;

/** Support must be named: Meta's Direct Support, a provider's support desk. */
const NAMELESS =
  /\b(?:write to|ask|tell|contact|give|send|go to|open a ticket (?:with|at)) (?:the )?support\b/i;

/** Verbs other than "retry" (the same request) and "send it again" (a person, after the fix). */
const THIRD_VERB = /\b(re-?(send|submit)\w*|try(ing)? (again|once more))\b/i;

/** The place or person of the next step: a screen, a field, an API call, a person. */
const PLACES =
  /\b(WhatsApp Manager|Business (settings|Support Home|app)|Security Center|Ads Manager|App Review|Partner Hub|API Setup|Insights|Console|portal|dashboard|debugger|reference|desk|support|settings|terms|credentials|log|app|phone|handset|device|server|client|network|queue|list|lists|campaign|balance|wallet|credits?|credit|channel|catalogue?|store|cart|order|payment|invoice|currency|plan|limits?|quota|window|hours|review|appeal|rule|requests?|calls?|call|query|header|headers|body|field|fields|parameters?|values?|variables?|samples?|components?|buttons?|footer|payload|tokens?|key|password|PIN|secret|certificate|templates?|text|texts|words?|wording|content|link|links|URL|URLs|address|addresses|file|files|media|picture|images?|icon|audio|video|documents?|location|contacts?|reaction|number|numbers|sender|recipients?|persons?|person|people|customers?|users?|group|participants?|invite|account|accounts|business|WABA|webhooks?|callback|endpoint|domain|route|routing|traffic|report|flow|flows|screens?|JSON|schema|model|property|properties|expression|action|section|sections|rows?|products?|languages?|locale|code|codes|form|format|type|types|version|length|size|name|names|permissions?|scope|role|rights|IDs?|SDP|SIP|DTLS|message|messages|status|state|notice|answer|reply|data|details|description|message's|subscription|bundle|country|sandbox|proxy|policy|object|confirmation|verification|letter|insights|offer|session|TLS|resources?|fallback|opt-in|opt-out|date|time|rate|retries|metastatus\.com|facebook\.com|\w+[._]\w+|SendAt|everyone|them|attachments?|API|tags?|category|pack|feature|question|nodes?|clock|step|providers?|groups|changelog|Commerce Manager|profile|campaigns|brand)\b/i;

/** The name of a field that is not an English word, or is in quotation marks. */
const FIELD_NAME = /\b[a-z]+[A-Z]\w*\b|"\w+"/;

describe('the voice of the catalogue', () => {
  const data = readCatalogue();
  const texts = collectShippedTexts(data);
  const names = new RegExp(
    data.providers.map(({ name }) => name.replace(/\W/g, '\\$&')).join('|'),
  );
  const ours = texts.filter(({ field }) => field !== 'report');
  const moves = texts.filter(
    ({ field }) => field === 'next' || field === 'detail.next',
  );
  const formatText = ({ of, field, text }: ShippedText) =>
    `${of} ${field}: ${text}`;

  it('phrases the customer’s steps as what the reader waits for, since the customer does not read them', () => {
    const orders = data.entries.flatMap(({ key, steps = [] }) =>
      steps
        .filter(
          ({ who, do: text }) =>
            who === 'customer' && !/\bthe customer [a-z]+s\b/i.test(text),
        )
        .map(({ do: text }) => `${key}: ${text}`),
    );
    expect(orders).toEqual([]);
  });

  it('has texts of every kind to judge', () => {
    expect(new Set(texts.map(({ field }) => field)).size).toBe(
      Object.keys(LIMITS).length,
    );
  });

  it('keeps every text and every sentence short', () => {
    const long = texts.filter(({ field, text }) => {
      const [characters, words] = LIMITS[field];
      return (
        text.length > characters ||
        splitSentences(text).some((one) => one.split(/\s+/).length > words)
      );
    });
    expect(long.map(formatText)).toEqual([]);
  });

  it('uses no filler word', () => {
    const found = ours.flatMap((one) => {
      const rules = one.field === 'customer' ? TO_CUSTOMERS : FORBIDDEN;
      const said = one.text.replace(/"[^"]*"|\(details: [^)]*\)/g, 'x');
      return rules
        .filter(([word]) => word.test(said))
        .map(([word, instead]) => `${formatText(one)} ← ${word}: ${instead}`);
    });
    expect(found).toEqual([]);
  });

  it('promises the customer nothing that only the business can know', () => {
    const promises = texts.filter(
      ({ field, text }) => field === 'customer' && PROMISES.test(text),
    );
    expect(promises.map(formatText)).toEqual([]);
  });

  it('uses only the verbs "retry" and "send again"', () => {
    const third = ours.filter(({ text }) => THIRD_VERB.test(text));
    expect(third.map(formatText)).toEqual([]);
  });

  it('gives a time wherever it says "later"', () => {
    const vague = ours.filter(({ field, text, entry }) => {
      if (['customer', 'note', 'decided', 'reason', 'ticket'].includes(field))
        return false;
      const later = LATER.exec(text)?.[0];
      return later !== undefined && !A_TIME.test(text) && !entry?.verdict.wait;
    });
    expect(vague.map(formatText)).toEqual([]);
  });

  it('says whose support it means', () => {
    expect(
      ours
        .filter(({ text, field }) => NAMELESS.test(text) && field !== 'reason')
        .map(formatText),
    ).toEqual([]);
  });

  it('next steps name a place or a person', () => {
    const placeless = moves.filter(
      ({ text, entry }) =>
        !entry?.success &&
        ![PLACES, FIELD_NAME, names].some((place) => place.test(text)),
    );
    expect(placeless.map(formatText)).toEqual([]);
  });

  /** Places that users of the plain Cloud API can reach: screens, fields, API calls, people. */
  const CLOUD_PLACES =
    /\b(WhatsApp Manager|Business (settings|Support Home|app)|API Setup|App Dashboard|app dashboard|token debugger|Flow Builder|Direct Support|metastatus\.com|Block Users API|Marketing Messages API|Android|\w+[._]\w+|components|messages? (call|endpoint)|calls?|body|field|request|response|reference|server|link|settings|token|handshake|template|queue|campaign|lists?|person|customer|users?|recipient|sender|parameters|button|by e-?mail|send the message)\b|(\/messages)/i;

  it('names a screen, a field, a call or a person for every code of the Cloud API', () => {
    const vague = data.entries.filter(
      ({ provider, api, next }) =>
        provider === 'meta' && api === 'cloud' && !CLOUD_PLACES.test(next),
    );
    expect(vague.map(({ code, next }) => `${code}: ${next}`)).toEqual([]);
  });

  it('gives orders: no next move and no step begins with the reader or a possibility', () => {
    const orders = texts.filter(({ field }) =>
      ['next', 'detail.next', 'step'].includes(field),
    );
    const weak = orders.filter(({ text }) =>
      /^(You|We|It|There|This|The(?! customer [a-z]+s )|A|An|Maybe|Perhaps|Try to)\b/.test(
        text,
      ),
    );
    expect(weak.map(formatText)).toEqual([]);
  });

  it.each(['Try again later.', 'Retry later, or use another channel.'])(
    'rejects "%s"',
    (text) => {
      expect(LATER.test(text) && !A_TIME.test(text)).toBe(true);
    },
  );
});

const RUN = 8;

describe.skipIf(!SEEDS)('beside the founding documents', () => {
  const data = readCatalogue();
  const theirs = new Set(
    (SEEDS ? readdirSync(SEEDS) : []).flatMap((file) =>
      getRuns(readFileSync(join(SEEDS ?? '', file), 'utf8')),
    ),
  );
  const allowed = new Set(collectLiterals(data).flatMap(getRuns));
  const findSharedRuns = (text: string) =>
    getRuns(text).filter((run) => theirs.has(run) && !allowed.has(run));

  it('has phrases to compare with', () => {
    expect(theirs.size).toBeGreaterThan(5000);
  });

  it('shares no eight words in a row with the catalogue, except titles and literals', () => {
    const copied = collectShippedTexts(data).flatMap(({ of, field, text }) =>
      findSharedRuns(text).map((run) => `${of} ${field}: ${run}`),
    );
    expect(copied).toEqual([]);
  });

  it('shares none with the interface, the documents and the code', () => {
    const files = ['docs', 'components', 'lib', 'entrypoints']
      .flatMap((dir) =>
        readdirSync(join(ROOT, dir), { recursive: true, encoding: 'utf8' }).map(
          (file) => join(dir, file),
        ),
      )
      .concat('README.md')
      .filter((file) => /\.(md|tsx?|html)$/.test(file));
    expect(files.length).toBeGreaterThan(50);
    const copied = files
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .flatMap((file) =>
        findSharedRuns(readFileSync(join(ROOT, file), 'utf8')).map(
          (run) => `${file}: ${run}`,
        ),
      );
    expect(copied).toEqual([]);
  });
});

const splitSentences = (text: string) => text.split(/(?<=[.!?])\s+/);

/** Returns every run of eight words, without case and punctuation. */
function getRuns(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).join(' '));
}
