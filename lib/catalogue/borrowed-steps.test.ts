import { describe, expect, it } from 'vitest';
import type { Entry, Related } from '../../data/schema.ts';
import { testCatalogueData } from '../../tests/fixtures/catalogue.ts';
import {
  type EntrySteps,
  removeRepeatedSteps,
  repeatsHeadline,
  withBorrowedSteps,
} from './borrowed-steps.ts';
import { createCatalogue } from './catalogue.ts';

const [model] = testCatalogueData.entries;
const verdict = { turn: 'you', retry: 'after-fix' } as const;
const createStep = (text: string) => ({ do: text, who: 'operator' as const });

function createEntry(key: string, more: Partial<Entry> = {}): Entry {
  const [provider = '', api = '', code = ''] = key.split('/');
  return {
    ...(model as Entry),
    steps: undefined,
    verdict,
    next: 'Send a template.',
    key,
    provider,
    api,
    code,
    ...more,
  };
}

const createWrappedLinks = (...keys: string[]): Related[] =>
  keys.map((key) => ({ key, as: 'behind' }));
const theirs: EntrySteps = [
  createStep('Look up when the customer last wrote.'),
  createStep('Wait for the answer.'),
];
const meta = createEntry('meta/cloud/131047', { steps: theirs });
const getFirstSteps = (...entries: Entry[]) =>
  withBorrowedSteps(entries)[0]?.steps;

describe('the steps of a code that wraps a Meta code', () => {
  it('are those of the Meta code', () => {
    expect(
      getFirstSteps(
        createEntry('a/api/1', { related: createWrappedLinks(meta.key) }),
        meta,
      ),
    ).toEqual(theirs);
  });

  it('begin with its own step, and are only its own if it has at least two', () => {
    const own = createStep('Pick a template in the portal.');
    const related = createWrappedLinks(meta.key);
    expect(
      getFirstSteps(createEntry('a/api/1', { related, steps: [own] }), meta),
    ).toEqual([own, ...theirs]);
    expect(
      getFirstSteps(
        createEntry('a/api/1', { related, steps: [own, own] }),
        meta,
      ),
    ).toEqual([own, own]);
  });

  it('name places as in the provider’s console', () => {
    const meta = createEntry('meta/cloud/131047', {
      steps: [
        createStep('Open WhatsApp Manager, Message templates.'),
        createStep('Look in WhatsApp Manager.'),
      ],
    });
    const places = [
      {
        meta: 'WhatsApp Manager, Message templates',
        here: 'A, Templates',
        url: 'https://a.example',
        seen: '2026-11',
      },
    ];
    const entries = [
      createEntry('a/api/1', { related: createWrappedLinks(meta.key) }),
      meta,
    ];
    const [placed, unplaced] = withBorrowedSteps(entries, [
      { id: 'a', name: 'A', places },
    ]);
    expect(placed?.steps?.map((each) => each.do)).toEqual([
      'Open A, Templates.',
      'Look in WhatsApp Manager.',
    ]);
    expect(unplaced?.steps).toEqual(meta.steps);
  });

  it('include the customer message and the ticket list, without items that only Meta can look up', () => {
    const handed = {
      customer: 'Please write to us.',
      ticket: [
        'The message ID (wamid)',
        'fbtrace_id of the call',
        'The template name',
      ],
    };
    const codes = [
      createEntry('a/api/1', {
        related: createWrappedLinks(meta.key),
        customer: undefined,
        ticket: undefined,
      }),
      createEntry('a/api/2', {
        related: createWrappedLinks(meta.key),
        customer: 'Ours.',
        ticket: ['Our list'],
      }),
      { ...meta, ...handed },
    ];
    const [lent, own] = withBorrowedSteps(codes, [{ id: 'a', name: 'A' }]);
    expect(lent?.customer).toBe(handed.customer);
    expect(lent?.ticket).toEqual([
      'Your account at A',
      'The message ID',
      'The template name',
    ]);
    expect([own?.customer, own?.ticket]).toEqual(['Ours.', ['Our list']]);
  });

  it('exclude repetitions of the next step, and steps for Meta’s direct customers', () => {
    const steps = [
      createStep('Send the template.'),
      createStep('Read error_data.details.'),
      createStep('Open Direct Support.'),
    ];
    const next = 'Send the template again.';
    const source = createEntry(meta.key, { steps: [...steps, ...theirs] });
    expect(
      getFirstSteps(
        createEntry('a/api/1', { next, related: createWrappedLinks(meta.key) }),
        source,
      ),
    ).toEqual(theirs);
  });

  it.each<[string, Partial<Entry>, Partial<Entry>]>([
    [
      'the provider does not say which it was',
      { related: createWrappedLinks(meta.key, 'meta/cloud/131026') },
      {},
    ],
    [
      'it is another turn',
      { verdict: { turn: 'provider', retry: 'after-fix' } },
      {},
    ],
    [
      'a retry helps here and not there',
      { verdict: { turn: 'you', retry: 'no' } },
      {},
    ],
    [
      'the Meta code is retired',
      {},
      { deprecated: 'On-premises, gone in 2025.' },
    ],
    [
      'one step alone would be left',
      {},
      {
        steps: [
          createStep('Read error_data.details.'),
          createStep('Correct it.'),
        ],
      },
    ],
    ['nothing failed', { success: true }, {}],
    [
      'they only look alike',
      { related: [{ key: meta.key, as: 'see-also' }] },
      {},
    ],
  ])('are not borrowed if %s', (_, own, its) => {
    const one = createEntry('a/api/1', {
      related: createWrappedLinks(meta.key),
      ...own,
    });
    expect(
      getFirstSteps(
        one,
        { ...meta, ...its },
        createEntry('meta/cloud/131026', { steps: theirs }),
      ),
    ).toBeUndefined();
  });

  it('exist in an opened catalogue, and are the same in an excerpt', () => {
    const entries = [
      createEntry('a/api/1', { related: createWrappedLinks(meta.key) }),
      meta,
    ];
    const once = createCatalogue({ ...testCatalogueData, entries });
    expect(once.byKey.get('a/api/1')?.steps).toEqual(theirs);
    expect(once.entries[0]).toBe(once.byKey.get('a/api/1'));
    expect(once.meaningsOf('1')[0]).toBe(once.entries[0]);
    expect(createCatalogue({ ...once }).entries).toEqual(once.entries);
  });
});

describe('a step that repeats the headline', () => {
  it.each([
    ['Publish the Flow.', 'Publish the Flow before you send it.', true],
    ['Use an https address', 'Use an https address.', true],
    ['Send again.', 'Shorten the text, then send it again.', false],
    ['Go on.', 'Go on.', true],
    ['Find the longest value and shorten it.', 'Shorten the value.', false],
    ['Look at `to` first.', 'Correct the recipient.', false],
  ])('"%s" below "%s": %s', (text, headline, same) => {
    expect(repeatsHeadline(text, headline)).toBe(same);
    expect(removeRepeatedSteps([createStep(text)], headline)).toHaveLength(
      same ? 0 : 1,
    );
  });
});
