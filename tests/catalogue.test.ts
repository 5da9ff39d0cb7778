import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPublication } from '../build/publication.ts';
import { readCatalogue } from '../build/read-catalogue.ts';
import type { Entry, Owner, Relation, Turn } from '../data/schema.ts';
import { toEntryJson } from '../lib/answer/format/entry-json.ts';
import {
  formatVerdictLine,
  formatVerdictParts,
} from '../lib/answer/format/verdict-text.ts';
import { removeRepeatedSteps } from '../lib/catalogue/borrowed-steps.ts';
import { createCatalogue } from '../lib/catalogue/catalogue.ts';
import { getClaimUrl } from '../lib/catalogue/claim-url.ts';
import { findAmbiguousWrappedCodes } from '../lib/catalogue/relations.ts';
import { findConsole } from '../lib/detect/find-console.ts';

/** The five founding documents with their numbers of rows. */
const FOUNDING = [
  ['gallabox-onprem', 67],
  ['bizmagnets-cloud', 66],
  ['360dialog-errors', 26],
  ['cequens-errors', 58],
  ['unnamed-table', 20],
] as const;

/** Twilio's codes with the on-premises codes that they wrap, from Twilio's documentation (docs/whatsapp/api/error-code-mapping). */
const TWILIOS_LIST: Readonly<Record<string, string>> = {
  63001: '1005',
  63003: '1006 1013 1021',
  63005: '1000',
  63010: '1022',
  63012: '1011 1014 1023 1025 500',
  63013: '1008 1009',
  63016: '470',
  63018: '1015 429 471',
  63019: '400',
  63020: '402',
  63021: '1001 408 410',
  63022: '430 432 433',
  63024: '1002 1026',
  63025: '1004',
  63027: '2001 2003',
  63028: '2000',
  63029: '2002',
  63030: '1010',
  63032: '472',
  63033: '1007',
};

/** A number of some index of files, which means nothing to readers. */
const NUMBERED_FILE = /\bindex files?\b|\bfiles? \d{6}|named by the index/i;
/** Entries that rest on public code whose author nobody could name. Name one before you add another. */
const MAX_UNOPENED_ENTRIES = 13;

/** Words of an entry whose code is public, and its meaning is not. */
const UNEXPLAINED =
  /not explain it|only the name of|follows the name|No library gives more/;

/** Maximum characters of the verdict and next step on one line. */
const LONGEST_VERDICT = 90;

describe('the catalogue', () => {
  const data = readCatalogue();
  const catalogue = createCatalogue(data);
  const entry = (key: string): Entry => {
    const found = catalogue.byKey.get(key);
    if (!found) throw new Error(`There is no entry ${key}`);
    return found;
  };
  const claimsOf = (source: string) =>
    data.entries.flatMap(({ key, claims }) =>
      claims
        .filter((claim) => claim.source === source)
        .map((claim) => ({ key, ...claim })),
    );

  it.each(FOUNDING)('has every row of %s exactly once', (source, rows) => {
    const found = claimsOf(source).flatMap(({ row }) =>
      row === undefined ? [] : [row],
    );
    expect(found.sort((a, b) => a - b)).toEqual(
      Array.from({ length: rows }, (_, at) => at + 1),
    );
  });

  it('replaces only places that Meta’s steps name', () => {
    const steps = data.entries.flatMap(({ provider, steps = [] }) =>
      provider === 'meta' ? steps : [],
    );
    const places = data.providers.flatMap(({ places = [] }) => places);
    expect(
      places.filter(
        ({ meta }) => !steps.some((step) => step.do.includes(meta)),
      ),
    ).toEqual([]);
    expect(places.length).toBeGreaterThan(0);
  });

  it('has every record of every Meta list', () => {
    expect(
      data.entries.filter(({ provider }) => provider === 'meta').length,
    ).toBeGreaterThanOrEqual(485);
  });

  it.each([
    ['meta/cloud/190', 'bizmagnets-cloud'],
    ['meta/cloud/200-299', 'bizmagnets-cloud'],
    ['meta/cloud/131000', 'unnamed-table'],
    ['meta/cloud/131009', 'unnamed-table'],
    ['meta/cloud/131026', 'unnamed-table'],
    ['meta/cloud/131030', 'unnamed-table'],
    ['meta/cloud/131031', 'unnamed-table'],
    ['meta/cloud/131049', 'bizmagnets-cloud'],
    ['meta/cloud/131052', 'unnamed-table'],
    ['meta/cloud/131052', 'bizmagnets-cloud'],
    ['meta/cloud/131053', 'unnamed-table'],
    ['meta/cloud/131056', 'unnamed-table'],
    ['meta/cloud/132000', 'unnamed-table'],
    ['meta/cloud/132001', 'unnamed-table'],
    ['meta/cloud/132005', 'unnamed-table'],
    ['meta/cloud/132007', 'unnamed-table'],
  ])('%s keeps the side of %s beside that of Meta', (key, against) => {
    const { claims, decided } = entry(key);
    expect(
      claims.find(({ source, agrees }) => source === against && !agrees),
    ).toMatchObject({
      reason: expect.any(String),
    });
    expect(
      claims.some(
        ({ source, agrees }) => /^(meta-|pywa|field)/.test(source) && agrees,
      ),
    ).toBe(true);
    expect(decided).toBeTruthy();
  });

  it.each(['1', '4', '131047'])(
    '%s names the wrong HTTP status of the unnamed table',
    (code) => {
      const claim = entry(`meta/cloud/${code}`).claims.find(
        ({ source }) => source === 'unnamed-table',
      );
      expect(claim?.http).not.toBe(entry(`meta/cloud/${code}`).http);
      expect(claim?.reason).toMatch(/HTTP/);
    },
  );

  it('distinguishes the four registration cases of 1005', () => {
    const cases = data.entries.filter(({ key }) =>
      key.startsWith('360dialog/registration/1005~'),
    );
    expect(new Set(cases.map(({ next }) => next)).size).toBe(4);
  });

  it.each([
    ['meta/onprem/470', 'meta/cloud/131047'],
    ['meta/onprem/402', 'meta/cloud/131042'],
    ['meta/onprem/1026', 'meta/cloud/131026'],
    ['meta/onprem/1026', 'meta/cloud/131049'],
    ['meta/onprem/2000', 'meta/cloud/132000'],
  ])('leads from %s to %s and back', (old, today) => {
    expect(entry(old).related).toContainEqual({ key: today, as: 'successor' });
    expect(entry(today).related).toContainEqual({
      key: old,
      as: 'predecessor',
    });
  });

  it.each([
    ['twilio/api/63016', ['meta/cloud/131047', 'meta/onprem/470']],
    [
      'twilio/api/63012',
      ['500', '1011', '1014', '1023', '1025'].map(
        (code) => `meta/onprem/${code}`,
      ),
    ],
    [
      'twilio/api/63021',
      ['408', '410', '1001'].map((code) => `meta/onprem/${code}`),
    ],
    ['twilio/api/63024', ['meta/cloud/131026', 'meta/onprem/1026']],
  ])('maps %s to what is behind it, and each of these back', (key, behind) => {
    const links = entry(key).related ?? [];
    for (const one of behind) {
      expect(links).toContainEqual({ key: one, as: 'behind' });
      expect(entry(one).related).toContainEqual({ key, as: 'shown-as' });
    }
  });

  it("has exactly Twilio's list of the codes behind its codes", () => {
    const found = data.entries
      .filter(({ provider }) => provider === 'twilio')
      .flatMap(({ code, related = [] }) =>
        related
          .filter(
            ({ as, key }) => as === 'behind' && key.startsWith('meta/onprem/'),
          )
          .map(({ key }) => `${code} ${key.slice('meta/onprem/'.length)}`),
      );
    const listed = Object.entries(TWILIOS_LIST).flatMap(([code, behind]) =>
      behind.split(' ').map((one) => `${code} ${one}`),
    );
    expect(found.sort()).toEqual(listed.sort());
  });

  describe('gives one failure one verdict', () => {
    const verdictOf = ({ verdict: { turn, retry, wait = 0 } }: Entry) =>
      `${turn} ${retry} ${wait}`;
    const turnOf = ({ verdict }: Entry) => verdict.turn;
    /** Returns the properties that differ from all others, unless `decided` names the code of one as the reason. */
    function unexplained(one: Entry, others: readonly Entry[]): string[] {
      const isOld =
        one.deprecated || others.some(({ deprecated }) => deprecated);
      const told = isOld ? turnOf : verdictOf;
      if (
        others.length === 0 ||
        others.some((other) => told(other) === told(one))
      )
        return [];
      if (others.some(({ code }) => one.decided?.includes(code))) return [];
      return others.map(
        (other) => `${one.key} ${told(one)}, but ${other.key} ${told(other)}`,
      );
    }
    const linked = (as: Relation) =>
      data.entries.flatMap((one) => {
        const links = (one.related ?? []).filter(
          (link) => link.as === as && !link.via,
        );
        const others = links.map(({ key }) => entry(key));
        const today = others.filter(({ deprecated }) => !deprecated);
        return unexplained(one, today.length > 0 ? today : others);
      });

    it.each(['behind', 'successor', 'same-cause'] as const)(
      'over the link %s',
      (as) => {
        expect(linked(as)).toEqual([]);
      },
    );
  });

  it("names Twilio's places as its Console has them, and what the legacy Console calls them after that", () => {
    const OLD =
      /Messaging, Content Template Builder|Phone Numbers, |Account, API keys|Admin, Accounts/;
    const stale = data.entries.flatMap(({ key, steps = [] }) =>
      steps
        .filter(({ do: text }) => OLD.test(text) && !text.includes('legacy'))
        .map((step) => `${key}: ${step.do}`),
    );
    expect(stale).toEqual([]);
    expect(findConsole(data.consoles, '1console.twilio.com')?.provider).toBe(
      'twilio',
    );
  });

  it('names retired codes as retired, and never advises to send with them', () => {
    const RESEND =
      /\b(resend|retry|(try|send|call|make|submit)( \w+){0,3} (again|once more))\b/i;
    const retired = data.entries.filter(({ deprecated }) => deprecated);
    expect(retired.length).toBeGreaterThan(100);
    const wrong = retired.flatMap((one) => {
      const { key, next, steps = [], details = [], verdict } = one;
      const ours = steps
        .filter(({ who }) => who !== 'customer')
        .map((step) => step.do);
      const successors = (one.related ?? []).filter(
        ({ as }) => as === 'successor',
      );
      const current =
        successors.length === 1 ? entry(successors[0]?.key ?? '') : null;
      const moves = [
        ...(current ? [] : [next]),
        ...ours,
        ...details.map((detail) => detail.next ?? ''),
      ];
      const verdicts = [
        ...(current ? [] : [verdict]),
        ...details.flatMap((detail) => detail.verdict ?? []),
      ];
      return [
        ...moves.filter((move) => RESEND.test(move)),
        ...verdicts
          .filter(({ retry }) => retry !== 'no')
          .map(({ retry }) => retry),
        ...(formatVerdictLine(one, catalogue).line.startsWith('Retired · ')
          ? []
          : ['does not say so']),
      ].map((what) => `${key}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  it('names the successor in the steps of each retired code that has one', () => {
    const silent = data.entries.filter(
      ({ deprecated, related = [], next, steps = [] }) => {
        const successors = related
          .filter(({ as }) => as === 'successor')
          .map(({ key }) => entry(key).code);
        const said = [next, ...steps.map((step) => step.do)].join(' ');
        return deprecated && successors.some((code) => !said.includes(code));
      },
    );
    expect(silent.map(({ key }) => key)).toEqual([]);
  });

  describe('names a time to wait', () => {
    const UNIT = '(?:second|minute|hour|day|week|month)s?';

    it('with its source: a window, the code behind it, or a claim that says so', () => {
      const bare = data.entries.filter((one) => {
        const { verdict, window, related = [], claims } = one;
        if (!verdict.wait || window) return false;
        const isMetas = related.some(
          (link) =>
            /behind|successor/.test(link.as) &&
            entry(link.key).verdict.wait === verdict.wait,
        );
        const said = claims
          .filter(({ agrees }) => agrees)
          .map(({ says, remedy }) => `${says} ${remedy}`);
        return !isMetas && !said.some((text) => new RegExp(UNIT).test(text));
      });
      expect(bare.map(({ key, verdict }) => `${key} ${verdict.wait}`)).toEqual(
        [],
      );
    });

    it('and the longer times of the causes of the code behind it', () => {
      const collectWaits = ({ verdict, causes = [] }: Entry) =>
        [verdict, ...causes].flatMap(({ wait }) => wait ?? []);

      const short = data.entries.flatMap((one) => {
        if (!one.verdict.wait) return [];
        const own = collectWaits(one);

        return (one.related ?? [])
          .filter(({ as }) => as === 'behind')
          .map((link) => entry(link.key))
          .filter((behind) => behind.verdict.wait)
          .flatMap((behind) => collectWaits(behind))
          .filter((wait) => !own.includes(wait))
          .map((wait) => `${one.key} ${wait}`);
      });
      expect(short).toEqual([]);
    });
  });

  it('has a step for the one whose turn it is', () => {
    const OWN: Partial<Record<Turn, readonly Owner[]>> = {
      you: ['operator', 'admin', 'developer'],
      recipient: ['customer'],
    };
    const wrong = data.entries.filter(({ verdict, steps, success }) => {
      const own = OWN[verdict.turn];
      return (
        !success && own && steps && !steps.some(({ who }) => own.includes(who))
      );
    });
    expect(wrong.map(({ key, verdict }) => `${key} ${verdict.turn}`)).toEqual(
      [],
    );
  });

  it('names the support desk or one of its steps if the turn is Meta’s or a provider’s', () => {
    const silent = data.entries.filter(
      ({ provider, verdict: { turn }, next, steps = [] }) => {
        if (turn !== 'meta' && turn !== 'provider') return false;
        const named =
          turn === 'meta'
            ? 'Meta|Direct Support|metastatus'
            : `${catalogue.provider(provider)?.name}|provider`;
        const asked =
          steps.length === 0 ||
          [next, ...steps.map((step) => step.do)].some((text) =>
            new RegExp(named, 'i').test(text),
          );
        return !asked && !steps.some(({ who }) => who === turn);
      },
    );
    expect(silent.map(({ key, verdict }) => `${key} ${verdict.turn}`)).toEqual(
      [],
    );
  });

  it.each([
    ['131030', 'Payment required', /131042/],
    ['131030', 'Meta server temporarily unavailable', /131016/],
    ['131047', 'Rate limit hit', /130429/],
    ['131047', 'Recipient has opted out of messages', /131050/],
    ['131051', 'Phone number is not registered', /133010/],
    ['131052', 'Recipient is not on WhatsApp', /131026/],
    ['131056', 'Template paused', /132015/],
    ['131056', 'Blocked by the quality filter', /131048/],
    ['132000', 'Template already exists', /2388024/],
    ['132015', 'Template parameter invalid', /132012/],
  ])(
    '%s is not "%s", as is said elsewhere, and the code that is stands beside it',
    (code, title, right) => {
      const { claims, decided } = entry(`meta/cloud/${code}`);
      expect(claims.find((claim) => claim.title === title)).toMatchObject({
        agrees: false,
        reason: expect.stringMatching(right),
      });
      expect(decided).toBeTruthy();
    },
  );

  it("distinguishes Exotel's two tables by page and date", () => {
    const { claims } = entry('exotel/api/30004');
    const pages = claims.map(({ source, agrees }) => ({
      ...catalogue.source(source),
      agrees,
    }));
    expect(new Set(pages.map(({ url }) => url)).size).toBe(pages.length);
    expect(pages.every(({ seen }) => seen)).toBe(true);
    expect(
      claims.find(({ title }) => title === 'Rate limit exceeded'),
    ).toMatchObject({
      agrees: false,
    });
  });

  it('links Twilio’s code to the retired code and its successor, and back', () => {
    const via = 'meta/onprem/1008';
    expect(entry('twilio/api/63013').related).toContainEqual({
      key: 'meta/cloud/131008',
      as: 'behind',
      via,
    });
    expect(entry('meta/cloud/131008').related).toContainEqual({
      key: 'twilio/api/63013',
      as: 'shown-as',
      via,
    });
  });

  it('leads to no retired code, neither by a link nor in words', () => {
    const wrong = data.entries.flatMap((one) => {
      const { key, related = [], next, steps = [], details = [] } = one;
      const links = related.filter(
        ({ as, via }) => as === 'successor' || (as === 'behind' && via),
      );
      const said = [
        next,
        ...steps.map((step) => step.do),
        ...details.map((detail) => detail.next ?? ''),
      ];
      const named = said.flatMap((text) =>
        [
          ...text.matchAll(/[Ll]ook for ((?:\d{2,6}(?:, | or | and )?)+)/g),
        ].flatMap(([, codes = '']) => codes.match(/\d+/g)),
      );
      const gone = named.filter((code) =>
        catalogue.meaningsOf(code ?? '').every(({ deprecated }) => deprecated),
      );
      return [
        ...links
          .filter((link) => entry(link.key).deprecated)
          .map((link) => link.key),
        ...gone,
      ].map((what) => `${key}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  it('63012 represents five codes, and 63016 one', () => {
    expect(findAmbiguousWrappedCodes(entry('twilio/api/63012'))).toHaveLength(
      5,
    );
    expect(findAmbiguousWrappedCodes(entry('twilio/api/63016'))).toEqual([]);
  });

  it('every on-premises code says that its API has ended', () => {
    const ended = data.entries.filter(
      ({ provider, api }) => provider === 'meta' && api === 'onprem',
    );
    expect(ended.filter(({ deprecated }) => !deprecated)).toEqual([]);
  });

  it('says whose turn it is, whether to resend, and what next within 90 characters', () => {
    const long = data.entries.flatMap((entry) => {
      const lines = [entry, ...(entry.details ?? [])].map(
        ({ next, verdict }) => {
          const one = { ...entry, verdict: verdict ?? entry.verdict };
          return [
            ...formatVerdictParts(one, catalogue),
            next ?? entry.next,
          ].join(' · ');
        },
      );
      return lines
        .filter((line) => line.length > LONGEST_VERDICT)
        .map((line) => `${entry.key}: ${line}`);
    });
    expect(long).toEqual([]);
  });

  it('says the next move in one sentence', () => {
    const odd = data.entries.flatMap(({ key, next, details = [] }) =>
      [next, ...details.flatMap((detail) => detail.next ?? [])]
        .filter(
          (move) => !/^\p{Lu}.*\.$/u.test(move) || /[.!?]['"”)]?\s/.test(move),
        )
        .map((move) => `${key}: ${move}`),
    );
    expect(odd).toEqual([]);
  });

  it('has steps for every Meta code that can be fixed', () => {
    const bare = data.entries.filter(
      ({ provider, verdict, steps }) =>
        provider === 'meta' && verdict.retry === 'after-fix' && !steps,
    );
    expect(bare.map(({ key }) => key)).toEqual([]);
  });

  it('has two steps for every failure that say more than its headline', () => {
    const few = catalogue.entries.filter(
      ({ success, steps, next }) =>
        !success && removeRepeatedSteps(steps, next).length < 2,
    );
    expect(few.map(({ key }) => key)).toEqual([]);
  });

  it('has checks, a customer text and ticket contents for the 60 most common codes', () => {
    expect(new Set(data.mostCommon.map(({ key }) => key)).size).toBe(60);
    const failures = data.mostCommon.map((one) => one.failures ?? 0);
    const minShare = failures.reduce((sum, count) => sum + count, 0) / 100;
    const frequent = failures.filter((count) => count > minShare);
    expect(failures.slice(0, frequent.length)).toEqual(
      frequent.toSorted((a, b) => b - a),
    );
    const counts = data.mostCommon
      .slice(frequent.length)
      .map(
        ({ key, texts, threads }) =>
          (texts + threads) / (entry(key).deprecated ? 2 : 1),
      );
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const long = data.mostCommon.flatMap(({ key }) => {
      const { customer = '', ticket = [], code } = entry(key);
      const sentences = customer.match(/[.?!](?=\s|$)/g)?.length ?? 0;
      const fits = customer.length <= 200 && sentences >= 1 && sentences <= 3;
      return fits && ticket.length <= 5 && !customer.includes(code)
        ? []
        : [`${key}: ${customer}`];
    });
    expect(long).toEqual([]);
  });

  it.each([
    ['33', 'EC_MESSAGE_WAITING_LIST_FULL'],
    ['368', 'EC_INVALID_SOURCE_ADDRESS'],
    ['433', 'EC_ACCOUNT_ACCESS_DENIED'],
    ['501', 'EC_INVALID_RESPONSE_RECEIVED'],
    ['2050', 'EC_DEST_ADDRESS_BLACKLISTED'],
  ])("leaves %s to Meta, and tells Infobip's by its name %s", (code, name) => {
    expect(
      catalogue.meaningsOf(code).map(({ provider }) => provider),
    ).not.toContain('infobip');
    expect(catalogue.meaningsOf(name).map(({ key }) => key)).toEqual([
      `infobip/error-general/${name}`,
    ]);
    expect(entry(`infobip/error-general/${name}`).note).toContain(
      `Its number, ${code},`,
    );
  });

  it('has everything that the card needs for every entry, with sources and dates', () => {
    const lacking = data.entries.filter((one) => {
      const { provider, title, meaning, next, turn, retry, steps } =
        toEntryJson(one);
      const dated = one.claims.every(
        ({ source }) => catalogue.source(source)?.seen,
      );
      return !(
        provider &&
        title &&
        meaning &&
        next &&
        turn &&
        retry &&
        dated &&
        steps.every((step) => step.do && step.who)
      );
    });
    expect(lacking.map(({ key }) => key)).toEqual([]);
    expect(
      data.entries.filter((one) => toEntryJson(one).steps.length === 0),
    ).toEqual([]);
  });

  it('has entries or a console for each provider', () => {
    const known = new Set(
      [...data.entries, ...data.consoles].map(({ provider }) => provider),
    );
    expect(
      data.providers.map(({ id }) => id).filter((id) => !known.has(id)),
    ).toEqual([]);
  });

  it('knows the provider of each console, and whose codes it shows', () => {
    const ids = new Set(
      data.providers.flatMap(({ id, apis }) => [
        id,
        ...apis.map((api) => `${id}/${api.id}`),
      ]),
    );
    const named = data.consoles.flatMap(({ provider, codesOf }) => [
      provider,
      ...codesOf,
    ]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each([
    ['app.chatwoot.com', /Retry/],
    ['acme.app.n8n.cloud', /not delivered/],
    ['eu2.make.com', /not delivered/],
  ])(
    'knows what the console at %s shows otherwise than it is',
    (host, short) => {
      expect(findConsole(data.consoles, host)?.lies?.[0]?.short).toMatch(short);
    },
  );

  it('names no file by a number that readers cannot look up', () => {
    const folder = join(import.meta.dirname, '../data');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:yaml|json)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
    const published = JSON.stringify(createPublication(catalogue));

    const numbered = [...texts, ['the published catalogue', published] as const]
      .filter(([, text]) => NUMBERED_FILE.test(text))
      .map(([name]) => name);

    expect(numbered).toEqual([]);
  });

  it('names no source of a corpus by such a number', () => {
    const folder = join(import.meta.dirname, 'corpus');

    const numbered = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .filter((line) => /"source": ?"[^"]*\bfile[^"]*\d{6}/.test(line));

    expect(numbered).toEqual([]);
  });

  it('gives an address for nearly all entries, and marks the others', () => {
    const unopened = [...data.entries].filter(({ claims }) =>
      claims.every(
        (claim) =>
          !claim.agrees || !getClaimUrl(claim, catalogue.source(claim.source)),
      ),
    );

    expect(unopened.length).toBeLessThanOrEqual(MAX_UNOPENED_ENTRIES);
    expect(new Set(unopened.map(({ confidence }) => confidence))).toEqual(
      new Set(['seen-in-use']),
    );
  });

  it('names who says each cause, except those that left-out.md lists', () => {
    const listed = readFileSync(
      join(import.meta.dirname, '../docs/left-out.md'),
      'utf8',
    ).matchAll(/^\| `(?<key>[^`]+)` \| (?<causes>[\d, ]+) \|$/gm);

    const unsourced = data.entries.flatMap(({ key, causes = [] }) => {
      const numbers = causes.flatMap(({ source }, at) =>
        source ? [] : [at + 1],
      );

      return numbers.length > 0 ? [`${key}: ${numbers.join(', ')}`] : [];
    });

    expect(
      unsourced.toSorted(),
      'list these causes in docs/left-out.md, or give them a source',
    ).toEqual(
      [...listed]
        .map(({ groups }) => `${groups?.key}: ${groups?.causes}`)
        .toSorted(),
    );
  });

  it('says where a link to the code behind is only inferred', () => {
    const listSuccessors = (key: string) =>
      (catalogue.byKey.get(key)?.related ?? []).flatMap((one) =>
        one.as === 'successor' ? one.key : [],
      );

    const unexplained = data.entries.flatMap((one) => {
      const behind = (one.related ?? []).flatMap(({ key, as }) =>
        as === 'behind' ? key : [],
      );

      const followed = behind.flatMap(listSuccessors);
      const told = JSON.stringify([one.note, one.decided, one.claims]);
      if (one.deprecated || told.includes('inferred')) return [];

      return behind
        .filter(
          (key) => !followed.includes(key) && !told.includes(entry(key).code),
        )
        .map((key) => `${one.key}: ${key}`);
    });

    expect(unexplained).toEqual([]);
  });

  it('confirms nothing without the words of a source that can be opened', () => {
    const wordless = data.entries.filter(
      ({ confidence, claims }) =>
        confidence === 'confirmed' &&
        !claims.some(
          (claim) =>
            claim.agrees &&
            (claim.says || claim.row) &&
            getClaimUrl(claim, catalogue.source(claim.source)),
        ),
    );

    expect(wordless.map(({ key }) => key)).toEqual([]);
  });

  it('confirms nothing that it says nobody explains', () => {
    const unexplained = data.entries.filter(({ meaning, note = '' }) =>
      UNEXPLAINED.test(`${meaning} ${note}`),
    );

    expect(unexplained.length).toBeGreaterThan(5);
    expect(
      unexplained
        .filter(({ confidence }) => confidence === 'confirmed')
        .map(({ key }) => key),
      'mark claims that say something else with "aside: true"',
    ).toEqual([]);
  });

  it('has no duplicate source, provider or console', () => {
    const ids = [
      ...data.sources.map(({ id }) => `source ${id}`),
      ...data.providers.map(({ id }) => `provider ${id}`),
      ...data.consoles.map(({ name }) => `console ${name}`),
    ];
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

describe('a fault in the data', () => {
  const TWO_CLAIMS =
    '[{ source: page, title: Out of paper, agrees: true }, { source: clients, agrees: true }]';

  /** Returns the problems of a data folder with one file, with its entries as YAML. */
  function problems(entries: string, mostMet = '[]\n'): string {
    const dir = mkdtempSync(join(tmpdir(), 'errata-data-'));

    onTestFinished(() => rmSync(dir, { recursive: true }));
    mkdirSync(join(dir, 'acme'));
    writeFileSync(
      join(dir, 'sources.yaml'),
      "- { id: page, name: Page, publisher: Acme, kind: official, seen: '2026-11', trust: 3, unreadable: On paper. }\n" +
        "- { id: clients, name: Clients, publisher: Others, kind: third-party, seen: '2026-11', trust: 2, unreadable: On paper. }\n",
    );
    writeFileSync(join(dir, 'accepted-differences.yaml'), '[]\n');
    writeFileSync(join(dir, 'source-reads.json'), '{}\n');
    writeFileSync(join(dir, 'source-links.json'), '{}\n');
    writeFileSync(
      join(dir, 'providers.yaml'),
      '- { id: acme, name: Acme, apis: [{ id: api, name: Acme API }], desk: the Acme desk }\n',
    );
    writeFileSync(join(dir, 'consoles.yaml'), '[]\n');
    writeFileSync(join(dir, 'most-common-codes.yaml'), mostMet);
    for (const name of ['guides.yaml', 'code-questions.yaml', 'states.yaml'])
      writeFileSync(join(dir, name), '[]');
    writeFileSync(
      join(dir, 'preflight.yaml'),
      '{ buttons: [], parameters: {}, rules: [] }',
    );
    writeFileSync(
      join(dir, 'acme/api.yaml'),
      `provider: acme\napi: api\nentries:\n${entries}`,
    );
    try {
      readCatalogue(dir);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  }

  function record(changes: Record<string, string> = {}): string {
    const fields: Record<string, string> = {
      title: 'Out of paper',
      class: 'other',
      meaning: 'The tray is empty.',
      verdict: '{ turn: you, retry: after-fix }',
      next: 'Fill the tray.',
      claims: '[{ source: page, agrees: true }]',
      ...changes,
    };
    const lines = Object.entries(fields).map(
      ([field, value]) => `    ${field}: ${value}\n`,
    );
    return `  - code: '7'\n${lines.join('')}`;
  }

  it('is always reported the same way, with its line', () => {
    const entries = record({
      title: `Out of paper ${performance.now()}`,
      class: 'paper',
    });
    const told = problems(entries);
    expect(told).toMatch(/acme\/api\.yaml:6 7 \S*class/);
    expect(problems(entries).replaceAll(/data-\w+/g, '')).toBe(
      told.replaceAll(/data-\w+/g, ''),
    );
  });

  it('is not reported if a check and its result agree', () => {
    const checked = (found: string) => `{ on: '2026-11-20', found: ${found} }`;
    expect(problems(record({ checked: checked('nothing') }))).toBe('');
    expect(
      problems(record({ checked: checked('name'), claims: TWO_CLAIMS })),
    ).toBe('');
    const both = { checked: checked('publisher'), claims: TWO_CLAIMS };
    expect(problems(record(both))).toBe('');
  });

  it('is a cause whose source nobody can open', () => {
    const cite = (source: string) =>
      record({ causes: `[{ text: The tray jams, source: ${source} }]` });

    const reported = /acme\/api\/7 causes: "The tray jams": source/;

    expect(problems(cite('page'))).toMatch(reported);
    expect(problems(cite('elsewhere'))).toMatch(reported);
    expect(problems(cite('https://acme.example/threads/7'))).toBe('');
  });

  it('of a common code is a missing text for support', () => {
    const met =
      '- { key: acme/api/7, texts: 2, threads: 1 }\n- { key: acme/api/9, texts: 1, threads: 1 }\n';
    const found = problems(
      record({ steps: '[{ do: Fill it., who: operator }]' }),
      met,
    );
    expect(found).toMatch(
      /acme\/api\/7 steps: is one of the most common codes/,
    );
    expect(found).toMatch(
      /acme\/api\/7 customer: is one of the most common codes/,
    );
    expect(found).toMatch(
      /acme\/api\/7 ticket: is one of the most common codes/,
    );
    expect(found).toMatch(
      /most-common-codes\.yaml:2 \S*key: unknown entry "acme\/api\/9"/,
    );
  });

  it('is not reported for a correct record', () => {
    expect(problems(record())).toBe('');
  });

  it.each([
    [
      'a draft',
      record({ draft: 'true', class: "''" }),
      /^[^\n]*1 problem[^\n]*\n[^\n]*api\.yaml:11 7 \S*draft: is a draft/,
    ],
    [
      'an unknown field',
      record({ colour: 'red' }),
      /api\.yaml:11 7 \S*colour: /,
    ],
    [
      'an empty next',
      record({ next: "''" }),
      /api\.yaml:9 7 \S*next: must not be empty/,
    ],
    [
      'a source that does not exist',
      record({ claims: '[{ source: nowhere, agrees: true }]' }),
      /api\.yaml:10 acme\/api\/7 claims\.0\.source: unknown source "nowhere"/,
    ],
    [
      'a related entry that does not exist',
      record({ related: '[{ key: acme/api/8, as: see-also }]' }),
      /api\.yaml:11 acme\/api\/7 related: unknown entry "acme\/api\/8"/,
    ],
    [
      'a disagreement without a decision',
      record({ claims: '[{ source: page, agrees: false, reason: Wrong. }]' }),
      /acme\/api\/7 decided: sources disagree/,
    ],
    [
      'a confidence, which the build derives from the claims',
      record({ confidence: 'confirmed' }),
      /api\.yaml:11 7 \S*confidence: unknown field/,
    ],
    [
      'a place that names a file by a number',
      record({
        claims: '[{ source: page, at: index file 49107161091, agrees: true }]',
      }),
      /api\.yaml:10 7 \S*at: must not name a file by a number/,
    ],
    [
      'an example of a source that does not exist',
      record({ examples: '[{ text: Out of paper, source: nowhere }]' }),
      /acme\/api\/7 examples: unknown source "nowhere"/,
    ],
    [
      'a look-up that names another publisher without his claim',
      record({ checked: "{ on: '2026-11-20', found: publisher }" }),
      /api\.yaml:11 acme\/api\/7 checked: found "publisher", but the claims have no second source/,
    ],
    [
      'a wait where retrying does not help',
      record({ verdict: "{ turn: you, retry: 'no', wait: 3600 }" }),
      /api\.yaml:8 acme\/api\/7 verdict: has a wait, although retry is "no"/,
    ],
    [
      'a later retry without a time',
      record({ verdict: '{ turn: meta, retry: later }' }),
      /api\.yaml:8 acme\/api\/7 verdict: retry is "later" without a time/,
    ],
    [
      'a later retry of a cause without a time',
      record({ causes: '[one, { text: two, turn: meta, retry: later }]' }),
      /acme\/api\/7 verdict: "two": retry is "later" without a time/,
    ],
    [
      'a later retry whose next step is a fix',
      record({ verdict: '{ turn: you, retry: later, wait: 60 }' }),
      /acme\/api\/7 verdict: retry is "later", but the next step is a fix/,
    ],
    [
      'a single retry in the text only',
      record({ next: 'Retry the call once.' }),
      /acme\/api\/7 verdict: says "retry once", but retry is "after-fix"/,
    ],
    [
      'a time in the text only',
      record({ steps: '[{ do: Wait five minutes., who: developer }]' }),
      /acme\/api\/7 verdict: "Wait five minutes\." has a time that no wait/,
    ],
    [
      'a link to itself',
      record({ related: '[{ key: acme/api/7, as: see-also }]' }),
      /acme\/api\/7 related: an entry cannot be related to itself/,
    ],
    [
      'a link that is written in both entries',
      record({ related: '[{ key: acme/api/8, as: confused }]' }) +
        record({ related: '[{ key: acme/api/7, as: see-also }]' }).replace(
          "'7'",
          "'8'",
        ),
      /api\.yaml:19 acme\/api\/8 related: "acme\/api\/7" is linked twice, here and in acme\/api\/7/,
    ],
    [
      'a code that stands twice',
      record() + record(),
      /api\.yaml:11 acme\/api\/7 code: is a duplicate/,
    ],
  ])('%s is named with file, line, record and field', (_, entries, message) => {
    expect(problems(entries)).toMatch(message);
  });
});
