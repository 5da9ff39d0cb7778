import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { NO_CONTEXT } from '../explain/message-context.ts';
import { writeHandovers } from './handover.ts';
import { createCodeNode } from './page-tree.ts';

const catalogue = createCatalogue(readCatalogue());

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
    expect(writeHandovers([node], new Map(), {}, catalogue)).toEqual([]);
  });
});
