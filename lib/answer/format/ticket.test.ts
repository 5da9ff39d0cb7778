import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { takeNthByDay } from '../../../tests/by-day.ts';
import { translateCatalogue } from '../../catalogue/bundled-catalogue.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { bundledMasking } from '../../masking/bundled-masking.ts';
import { maskText, splitQuoting } from '../../masking/mask-text.ts';
import { explain } from '../explain/explain.ts';
import { explainEntry } from '../explain/explanation.ts';
import { parseTimeText } from '../explain/find-timestamps.ts';
import { formatExplanationText } from './explanation-text.ts';
import {
  type CodeOrigin,
  formatTicket,
  getOptionalNeeds,
  getQuotedTexts,
  getSupportDesk,
} from './ticket.ts';

const TICKET_FORMATS = ['text', 'markdown'] as const;
const catalogue = createCatalogue(readCatalogue());
const explainCode = (code: string, provider?: string) =>
  explain({ code, provider }, catalogue);
const maskTicket = (text: string) =>
  maskText(bundledMasking.splitIntoParts(text));
const PHONE = '5511987654321';
const WAMID = 'wamid.HBgNNTUxMTk4NzY1NDMyMRUCABEYEjdGN0YzQ0E5NTkA';
const TOKEN = 'EAAGm0PX4ZCpsBAKZC';

const seen: CodeOrigin = {
  host: 'business.facebook.com',
  path: '/wa/manage',
  count: 3,
  places: [
    {
      message: WAMID,
      recipient: PHONE,
      template: 'order_update',
      time: { text: '2026-11-20T10:00:00Z', at: Date.UTC(2026, 10, 20, 10) },
      trace: 'AbC123xyz',
    },
  ],
  text: `to ${PHONE} mail ana@example.com "profile":{"name":"Ana Souza"} access_token=${TOKEN} (#131047)`,
};

it.each(['meta/management/PAUSED', 'meta/cloud/131047'])(
  'a ticket of %s is the same in every language',
  (key) => {
    const words = {
      of: '',
      title: 'T',
      meaning: 'M',
      next: 'N',
      steps: Array(9).fill('S'),
    };
    const translated = createCatalogue(
      translateCatalogue(readCatalogue(), { [key]: words }),
    );
    const write = (own: typeof catalogue) =>
      formatTicket(explainEntry({ code: '', key }, own, {}), seen, 'text', own);
    expect(write(translated)).toBe(write(catalogue));
  },
);

describe('a ticket', () => {
  it.each(TICKET_FORMATS)(
    'as %s tells everything that a desk asks for, and nothing of a person once masked',
    (form) => {
      const written = formatTicket(
        explainCode('131047'),
        seen,
        form,
        catalogue,
      );
      const masked = maskTicket(written);
      for (const secret of [
        PHONE,
        WAMID,
        TOKEN,
        'ana@example.com',
        'Ana Souza',
      ]) {
        expect(written).toContain(secret);
        expect(masked).not.toContain(secret);
      }
      for (const fact of [
        '131047',
        'business.facebook.com/wa/manage',
        '2026-11-20T10:00:00Z',
        'AbC123xyz',
        'order_update',
      ])
        expect(masked).toContain(fact);
      expect(masked).toMatch(/Direct Support/);
    },
  );

  it.each(['1795166400', '1795166400000'])(
    'formats the time %s so that it is not masked',
    (text) => {
      const [place] = seen.places.map((one) => ({
        ...one,
        time: parseTimeText(text),
      }));
      for (const form of TICKET_FORMATS)
        expect(
          maskTicket(
            formatTicket(
              explainCode('131047'),
              { ...seen, places: place ? [place] : [] },
              form,
              catalogue,
            ),
          ),
        ).toContain('2026-11-20T09:20:00Z');
    },
  );

  it.each(TICKET_FORMATS)(
    'as %s says whom it is for, which code, then the evidence, and lists no sources',
    (form) => {
      const written = formatTicket(
        explainCode('131047'),
        seen,
        form,
        catalogue,
      );
      const places = [
        'Direct Support',
        'Re-engagement message',
        '/wa/manage',
        '10:00:00Z',
        WAMID,
        'access_token',
      ].map((fact) => written.indexOf(fact));
      expect(places[0]).toBeGreaterThan(0);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(written).not.toMatch(/Sources?:|\(checked 20|"(sources|claims)"/);
    },
  );

  it.each(TICKET_FORMATS)(
    'as %s has at most three blanks, and names what the desk also asks for',
    (form) => {
      const asked = explainCode('131047').entry?.ticket ?? [];
      const written = formatTicket(
        explainCode('131047'),
        seen,
        form,
        catalogue,
      );
      const own = asked.filter(
        (need) => !/^(The message ID \(wamid\)|fbtrace_id)/.test(need),
      );
      const optional = getOptionalNeeds(explainCode('131047'), seen, catalogue);
      const all = [written, ...optional].join('\n');
      const open = own.filter((need) => !/free text or a template/.test(need));
      for (const need of ['WABA ID', ...open]) expect(all).toContain(need);
      expect(open.length).toBeLessThan(own.length);
      expect(all).not.toMatch(/template name|free text or a template/i);
      expect(written.match(/: ____/g)?.length).toBeLessThanOrEqual(3);
      expect(own.length).toBeGreaterThan(1);
      expect(written).not.toMatch(/Message: ____|Time: ____/);
      const unseen = formatTicket(explainCode('131047'), null, form, catalogue);
      expect(unseen).toMatch(/Message: ____/);
    },
  );

  it.each([
    ['131000', ['WABA ID', 'Phone number ID', 'Message']],
    ['99999999', ['Message', 'Time', 'Your account']],
  ])(
    'asks for the default values if the entry %s names none',
    (code, names) => {
      const entry = explainCode(code).entry;
      const text = formatTicket(
        {
          ...explainCode(code),
          entry: entry && { ...entry, ticket: undefined },
        },
        null,
        'markdown',
        catalogue,
      );
      expect(
        [...text.matchAll(/^- (.*): ____$/gm)].map(([, name]) => name),
      ).toEqual(names);
    },
  );

  it('has a table of all messages, with the columns that one of them has', () => {
    const [place] = seen.places;
    if (!place) throw new TypeError('expected a message');
    const places = [
      place,
      { ...place, message: 'wamid.B', template: null },
    ].map((one) => ({
      ...one,
      trace: null,
    }));
    const text = formatTicket(
      explainCode('131047'),
      { ...seen, count: 2, places },
      'text',
      catalogue,
    );
    expect(text).toContain(
      `\n\nTime | Message | Recipient | Template\n2026-11-20T10:00:00Z | ${WAMID} | ${PHONE} | order_update\n2026-11-20T10:00:00Z | wamid.B | ${PHONE} | \n\n`,
    );
    expect(text).toMatch(/\nNote: .*wamid.* number of the recipient/);
    expect(
      formatTicket(
        explainCode('131047'),
        { ...seen, count: 2, places },
        'markdown',
        catalogue,
      ),
    ).toContain(
      '| Time | Message | Recipient | Template |\n| --- | --- | --- | --- |\n',
    );
    expect(
      formatTicket(
        explainCode('131047'),
        { ...seen, count: 9, places },
        'text',
        catalogue,
      ),
    ).toContain('\nand 7 more\n');
    const copied = maskText(
      splitQuoting(
        bundledMasking,
        text,
        getQuotedTexts({ ...seen, places, text: null }),
      ),
    );
    expect(copied).toContain(WAMID);
    expect(copied).not.toContain(PHONE);
  });

  it('asks for nothing that its table already has', () => {
    const [place] = seen.places;
    if (!place) throw new TypeError('expected a message');
    const asked = catalogue.entries.flatMap((entry) => {
      const told = {
        ...explainCode(entry.code),
        entry,
        said: 'the sender’s words',
      };
      return [1, 2].flatMap((count) => {
        const places = Array.from({ length: count }, () => ({
          ...place,
          trace: 'AbC123xyz',
        }));
        const text = formatTicket(
          told,
          { ...seen, count, places },
          'text',
          catalogue,
        );
        const optional = getOptionalNeeds(
          told,
          { ...seen, count, places },
          catalogue,
        );
        return [...(text.match(/^.*: ____$/gm) ?? []), ...optional].filter(
          (line) =>
            /fbtrace_id|error_data\.details|^Time\b|template name(?!s)/i.test(
              line,
            ),
        );
      });
    });
    expect(asked).toEqual([]);
  });

  it('leaves what it does not ask for to its sender', () => {
    const [entry] = catalogue.entries.toSorted(
      (a, b) => (b.ticket?.length ?? 0) - (a.ticket?.length ?? 0),
    );
    const told = { ...explainCode('131047'), entry: entry ?? null };
    const [first = ''] = getOptionalNeeds(told, null, catalogue);
    expect(first).not.toBe('');
    expect(formatTicket(told, null, 'text', catalogue)).not.toContain(first);
  });

  it('is in English for a translated entry', () => {
    const { entry } = explainCode('131047');
    const steps = entry?.steps?.map((step) => ({ ...step, do: 'Passo' }));
    const english = entry && { next: entry.next, steps: entry.steps };
    const translated = entry && {
      ...entry,
      translated: true,
      next: 'Passo',
      steps,
      english,
    };
    const format = (one: typeof entry) =>
      formatTicket(
        { ...explainCode('131047'), entry: one },
        seen,
        'text',
        catalogue,
      );
    expect(format(translated as typeof entry)).toBe(format(entry));
  });

  it('has one fact on each line as plain text', () => {
    const text = formatTicket(
      explainCode('131047'),
      { ...seen, text: 'line one\nline two' },
      'text',
      catalogue,
    );
    expect(text).toMatch(
      /\nTime: .*\n(.*\n)*Text next to the code: line one line two\n/,
    );
  });

  it('escapes formatting in the page’s text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const markdown = formatTicket(
          explainCode('131047'),
          { ...seen, text },
          'markdown',
          catalogue,
        );
        expect(markdown.split('\n').at(-4)).toMatch(/^\d\. /);
      }),
    );
  });

  it('does not mask text of the catalogue', () => {
    const changed = takeNthByDay(48, catalogue.entries)
      .map((entry) =>
        explain({ code: entry.code, subcode: entry.subcode }, catalogue),
      )
      .flatMap((told) => [
        formatExplanationText(told, catalogue),
        ...TICKET_FORMATS.map((form) =>
          formatTicket(told, null, form, catalogue),
        ),
      ])
      .filter(
        (text) => maskText(splitQuoting(bundledMasking, text, [])) !== text,
      );
    expect(changed).toEqual([]);
  });
});

describe('the support desk', () => {
  it.each([
    ['a provider’s code', '63016', {}, /Twilio/],
    [
      'a code of Meta on a provider’s console',
      '131047',
      { host: 'hub.360dialog.com' },
      /360dialog/,
    ],
    [
      'a site that sends by a provider, as the reader said',
      '131047',
      { provider: 'gupshup' },
      /Gupshup/,
    ],
    [
      'a code of Meta on Meta’s pages',
      '131047',
      { host: 'business.facebook.com' },
      /^Meta Direct Support/,
    ],
    [
      'a direct customer, as the reader said',
      '131047',
      { provider: 'meta' },
      /^Meta Direct Support/,
    ],
    ['a code of Meta anywhere', '131047', {}, /^your provider’s support$/],
    [
      'an answer of Meta itself',
      '131047',
      { places: seen.places },
      /^Meta Direct Support/,
    ],
    [
      'a code that nobody lists',
      '99999999',
      { places: seen.places },
      /^your provider’s support$/,
    ],
  ])('of %s', (_, code, sender, desk) =>
    expect(getSupportDesk(explainCode(code).entry, sender, catalogue)).toMatch(
      desk,
    ),
  );
});
