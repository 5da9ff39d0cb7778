import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { planPage } from '../../../components/popup/page-plan.ts';
import { translateCatalogue } from '../../catalogue/bundled-catalogue.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { NO_CONTEXT } from '../explain/message-context.ts';
import { writeHandovers } from './handover.ts';
import { createCodeNode } from './page-tree.ts';

const catalogue = createCatalogue(readCatalogue());

const NOW_MS = Date.parse('2026-12-01T12:00:00Z');

const createNode = (code: string, count: number) =>
  createCodeNode({ code, key: `meta/cloud/${code}`, count }, catalogue);

const nodes = [
  createNode('131042', 15),
  createNode('131026', 8),
  createNode('131000', 5),
  createNode('131008', 1),
  { ...createNode('131099', 2), entry: null },
];

const messages = new Map(
  nodes.map(({ id, count }) => [
    id,
    Array.from({ length: count }, (_, at) => ({
      ...NO_CONTEXT,
      message: `wamid.${id.slice(0, 6)}${at}`,
      recipient: `+55 11 9555 01${10 + at}`,
      template: 'order_update',
    })),
  ]),
);

const letters = writeHandovers(
  nodes,
  messages,
  { host: 'app.wati.io', path: '/history' },
  catalogue,
  NOW_MS,
);

describe('the failures of a page', () => {
  it('go to the desks that can do something about them, each failure to one', () => {
    expect(letters.map(({ desk, count }) => [desk, count])).toEqual([
      ['support', 7],
      ['developer', 1],
      ['admin', 15],
      ['list', 8],
    ]);
    expect(letters[0]?.to).toMatch(/Wati/);
  });

  it('have no line for a message of which nothing is known, but count it', () => {
    const [known = NO_CONTEXT] = messages.get(nodes[0]?.id ?? '') ?? [];
    const [letter] = writeHandovers(
      [createNode('131042', 2)],
      new Map([[nodes[0]?.id ?? '', [known, NO_CONTEXT]]]),
      { host: 'app.wati.io', path: '/history' },
      catalogue,
      NOW_MS,
    );
    expect(letter?.text).toMatch(
      /, 2 times:\n.*\n.*Recipient.*\n.*order_update\nand 1 more\n/,
    );
  });

  it('are told with their next step and every message', () => {
    const text = letters.find(({ desk }) => desk === 'admin')?.text ?? '';
    expect(text).toMatch(/^To: .*\nSubject: 15 failures: 131042\n\nHello,\n/);
    expect(text).toContain('We have 15 failures on app.wati.io/history.');
    expect(text).toMatch(/\n131042 .*, 15 times:\nNext step: \S/);
    expect(text.match(/wamid\.131042\d+ \| /g)).toHaveLength(15);
  });

  it('are told to a support with at most three blanks, none for what is told', () => {
    const text = letters.find(({ desk }) => desk === 'support')?.text ?? '';
    const blanks = text.match(/^.*: ____$/gm) ?? [];
    expect(blanks.length).toBeGreaterThan(0);
    expect(blanks.length).toBeLessThanOrEqual(3);
    expect(blanks.join()).not.toMatch(/^Message:|template name(?!s)/im);
  });

  it('do not include what did not fail', () => {
    const sent = catalogue.entries.find(({ success }) => success);
    const node = { ...createNode('131042', 3), entry: sent ?? null };
    expect(sent).toBeDefined();
    expect(writeHandovers([node], new Map(), {}, catalogue, NOW_MS)).toEqual(
      [],
    );
  });

  /** Writes the letters of a page with these rows of one code. */
  function writeOfRows(code: string, rows: readonly string[], own = catalogue) {
    const key = code.startsWith('6')
      ? `twilio/api/${code}`
      : `meta/cloud/${code}`;
    const node = createCodeNode({ code, key, count: rows.length }, own);
    const read = new Map([[node.id, rows]]);
    const { groups } = planPage([node], read, own, { nowMs: NOW_MS });
    const codes = groups.flatMap((group) => group.codes);

    return writeHandovers(codes, new Map(), {}, own, NOW_MS);
  }

  it('have the next step of their rows, in English', () => {
    const words = {
      of: '',
      meaning: 'Bedeutung',
      next: 'Nachrichten anhalten.',
    };
    const translated = createCatalogue(
      translateCatalogue(readCatalogue(), { 'meta/cloud/131056': words }),
    );
    const rows = ['Sent at: 2026-11-28T10:00:00Z\nTo: +55 11 91234 5678'];

    expect(writeOfRows('131056', rows, translated)[0]?.text).toContain(
      'pair rate limit hit, once:\nNext step: Send again slowly (pause over since ',
    );
  });

  it('have the advice of a country in English, also for a code of a provider', () => {
    const countries = [
      { reason: 'keine Werbung' },
      { reason: 'das Limit gilt nicht', next: 'Kategorie prüfen.' },
    ];
    const words = { of: '', meaning: 'Bedeutung', next: 'Warten.', countries };
    const translated = createCatalogue(
      translateCatalogue(readCatalogue(), {
        'meta/cloud/131049': words,
        'twilio/api/63049': { ...words, countries: [] },
      }),
    );
    const rows = ['To: +44 7400 100001', 'To: +49 1512 1000001'];

    for (const code of ['131049', '63049']) {
      const [letter] = writeOfRows(code, rows, translated);

      expect(letter?.text).toContain(
        "Next step: Check the template's category and quality; ask support (United Kingdom: the limit does not apply; Germany: the limit does not apply).",
      );
      expect(letter?.text).toContain(', 2 times:');
    }
  });

  it('name a code once for each next step', () => {
    const to = 'To: +55 11 9555 01';
    const [letter] = writeOfRows('131056', [
      `Sent at: 2026-11-28T10:00:00Z\n${to}10`,
      `Sent at: 2026-12-01T11:59:59Z\n${to}11`,
      `Sent at: 2026-12-01T11:59:58Z\n${to}12`,
      to,
    ]);
    const steps = letter?.text.match(/^Next step: .*/gm) ?? [];

    expect(new Set(steps).size).toBe(steps.length);
    expect(letter?.count).toBe(4);
  });

  it('do not include what arrived all the same', () => {
    const rows = ['Status: Delivered\nTo: +55 11 91234 5678'];

    expect(writeOfRows('131000', rows)).toEqual([]);
  });
});
