import { describe, expect, it } from 'vitest';
import type { StateField } from '../../../data/schema.ts';
import { getBundledCatalogue } from '../../catalogue/bundled-catalogue.ts';
import type { TextContext } from '../../detect/hit.ts';
import {
  createStateReader,
  findPageStates,
  findStates,
} from './find-states.ts';

const catalogue = getBundledCatalogue();

const findOnPage = (text: string, context: TextContext) =>
  findPageStates(text, { isConsole: true, ...context }, catalogue).map(
    ({ start, end, meanings }) =>
      `${text.slice(start, end)} ${meanings.map(({ key }) => key).join()}`,
  );

const NUMBERS = 'Phone number\tDisplay name\tStatus\tQuality rating';
const TEMPLATES = 'Template name\tCategory\tLanguage\tStatus';

describe('a state on a console page', () => {
  it.each<[string, string, TextContext, string]>([
    [
      'in a table of numbers',
      'Banned',
      { header: 'Status', around: NUMBERS },
      'Banned meta/management/BANNED',
    ],
    [
      'with spaces around it',
      '  Banned ',
      { header: 'Status', around: NUMBERS },
      'Banned meta/management/BANNED',
    ],
    [
      'below a header with a sign of its order',
      'Banned',
      { header: 'Status', around: 'Phone number\tStatus\tQuality rating ▲' },
      'Banned meta/management/BANNED',
    ],
    [
      'below a header with a colon',
      'Banned',
      {
        header: 'Status :',
        around: 'Phone number\nDisplay name: Shop\nStatus :',
      },
      'Banned meta/management/BANNED',
    ],
    [
      'in a table of templates',
      'Paused',
      { header: 'Status', around: TEMPLATES },
      'Paused meta/management/PAUSED',
    ],
    [
      'in a table by its heading',
      'Banned',
      {
        header: 'Status',
        around: 'Name\tStatus',
        heading: 'WhatsApp phone numbers and their quality',
      },
      'Banned meta/management/BANNED',
    ],
    [
      'in a table by its rows',
      'Paused',
      {
        header: 'Status',
        around: 'Name\tCategory\tLanguage\tStatus',
        row: 'order_update\tUTILITY\ten\tPaused',
      },
      'Paused meta/management/PAUSED',
    ],
    [
      'in a table by a header of numbers',
      'Banned',
      { header: 'Status', around: 'Name\tCountry\tStatus\tQuality rating' },
      'Banned meta/management/BANNED',
    ],
    [
      'beside a label',
      'Offline',
      { label: 'Status', around: 'Phone number\nDisplay name\nStatus' },
      'Offline meta/management/OFFLINE',
    ],
    [
      'beside a label that names its object',
      'Low',
      { label: 'Quality rating', around: 'Quality rating' },
      'Low meta/management/RED',
    ],
    [
      'with its field in its text',
      'Quality rating: Low',
      { around: 'Phone number' },
      'Low meta/management/RED',
    ],
    [
      'in data',
      '{"quality_rating": "RED", "display_phone_number": "+1 555"}',
      {},
      'RED meta/management/RED',
    ],
  ])('is found %s', (_, text, context, found) =>
    expect(findOnPage(text, context)).toEqual([found]),
  );

  it.each<[string, string, TextContext]>([
    [
      'that is no console',
      'Banned',
      { header: 'Status', around: NUMBERS, isConsole: false },
    ],
    ['without anything around it', 'Banned', { label: 'Status' }],
    [
      'that says that all is well',
      'Connected',
      { header: 'Status', around: NUMBERS },
    ],
    [
      'of messages',
      'Failed',
      {
        header: 'Status',
        around: 'Message ID\tRecipient\tPhone number\tStatus',
      },
    ],
    [
      'of campaigns',
      'Paused',
      { header: 'Status', around: 'Campaign\tTemplate\tStatus' },
    ],
    ['of users', 'Banned', { header: 'Status', around: 'Name\tRole\tStatus' }],
    ['of anything', 'Banned', { header: 'Status', around: 'Name\tStatus' }],
    [
      'below another header',
      'Banned',
      { header: 'Display name', around: NUMBERS },
    ],
    [
      'with more words behind it',
      'Banned users are listed here',
      { header: 'Status', around: NUMBERS },
    ],
    [
      'of templates in a table of numbers',
      'Rejected',
      { header: 'Status', around: 'Phone number\tStatus' },
    ],
    [
      'in data of something else',
      '{"campaign":{"id":"5","status":"PAUSED"}}',
      {},
    ],
  ])('is not found on a page %s', (_, text, context) =>
    expect(findOnPage(text, context)).toEqual([]),
  );
});

describe('fields of states', () => {
  const entry = catalogue.byKey.get('meta/management/PAUSED');
  if (!entry) throw new Error('PAUSED is in the catalogue');
  const paused = { effect: 'blocked', key: entry.key } as const;
  const createStates = (field: Partial<StateField>) => {
    const values = [
      { ...paused, value: 'ON_HOLD', also: ['gestoppt'] },
      { ...paused, value: 'HOLD' },
    ];
    return {
      ...catalogue,
      stateFields: [
        { fields: ['send state'], labels: ['sendestatus'], values, ...field },
      ],
    };
  };

  it.each<[string, Partial<StateField>]>([
    ['"send_state":"ON_HOLD"', {}],
    ['sendState: on hold', {}],
    ['send state = On-Hold', {}],
    ['Sendestatus: Gestoppt', {}],
    ['Sendestatus\nON_HOLD', {}],
    ['Sendestatus | ON_HOLD', {}],
    ['Sendestatus – On hold', {}],
    ['{"lane":{"send_state":"HOLD"}}', { fields: ['lane.send state'] }],
    [
      '{"lane":{"name":"x","send_state":"HOLD"}}',
      { fields: ['lane.send state'] },
    ],
    ['{"number":{"send_state":"HOLD","lane":1}}', { near: ['lane'] }],
    ['{"number":{"lane":1,"send_state":"HOLD"}}', { near: ['other', 'lane'] }],
    [
      '{"number":{"road":2,"send_state":"HOLD","lane":1}}',
      { near: ['lane&road'] },
    ],
    ['{"number":{"lane":"LEFT","send_state":"HOLD"}}', { near: ['lane=LEFT'] }],
    [
      '{"number":{"lane":1,"road":2,"send_state":"HOLD"}}',
      { near: ['lane…road'] },
    ],
  ])('find the value in %s', (text, field) =>
    expect(
      findStates(text, createStates(field)).map(({ entry }) => entry?.key),
    ).toEqual([entry.key]),
  );

  it.each<[string, Partial<StateField>]>([
    ['ON_HOLD', {}],
    ['Send state\tON_HOLDING', {}],
    ['resend_state: ON_HOLD', {}],
    ['send_state: other', {}],
    ['{"send_state":"HOLD"}', { fields: ['lane.send state'] }],
    ['{"number":{"send_state":"HOLD","road":1}}', { near: ['lane'] }],
    ['{"number":{"send_state":"HOLD","airlane":1}}', { near: ['lane'] }],
    ['{"number":{"road":2,"send_state":"HOLD"}}', { near: ['lane&road'] }],
    [
      '{"number":{"lane":"RIGHT","send_state":"HOLD"}}',
      { near: ['lane=LEFT'] },
    ],
    [
      '{"number":{"road":2,"lane":1,"send_state":"HOLD"}}',
      { near: ['lane…road'] },
    ],
  ])('find none in %s', (text, field) =>
    expect(findStates(text, createStates(field))).toEqual([]),
  );

  it('are columns of tables, unless a cell holds a code', () => {
    const states = createStates({});
    const read = (rows: readonly (readonly string[])[]) => {
      const reader = createStateReader(['Name', 'Send state'], states, rows);
      return [
        reader.columns,
        reader.read((at) => rows[0]?.[at] ?? '').map(({ key }) => key),
      ];
    };
    expect(
      read([
        ['a', 'On hold'],
        ['b', ''],
      ]),
    ).toEqual([[1], [entry.key]]);
    expect(
      read([
        ['131047', 'On hold'],
        ['b', 'Sent 12 times'],
      ]),
    ).toEqual([[1], [entry.key]]);
    expect(
      read([
        ['a', 'On hold'],
        ['b', '131047'],
      ]),
    ).toEqual([[], []]);
  });
});
