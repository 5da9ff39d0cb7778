import { describe, expect, it } from 'vitest';
import {
  testCatalogue,
  testCatalogueData,
} from '../../../tests/fixtures/catalogue.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { getCauseVerdict } from './detail-verdict.ts';
import { explain } from './explain.ts';
import { explainEntry } from './explanation.ts';

const SENDER_OF_PARTS = 'part {which:word} of {what:text} is missing';
const catalogue = createCatalogue({
  ...testCatalogueData,
  entries: testCatalogueData.entries.map((entry) =>
    entry.key === 'meta/cloud/131047'
      ? {
          ...entry,
          causes: [
            { text: 'Other.', do: 'Nothing.', who: 'operator' },
            {
              id: 'late',
              text: 'Too late.',
              do: 'Wait.',
              who: 'operator',
              turn: 'nobody',
              retry: 'later',
            },
            { id: 'bare', text: 'Bare.', turn: 'provider' },
          ],
          details: [
            {
              match: ['too late'],
              meaning: 'It is late.',
              next: 'Write tomorrow.',
              cause: 'late',
            },
            {
              match: ['too late for this window'],
              meaning: 'The window is shut.',
              adds: true,
            },
            {
              match: ['fixed'],
              meaning: 'Fixed.',
              next: 'x'.repeat(70),
              cause: 'bare',
            },
            { match: ['late'], meaning: 'Late.' },
            { match: ['provider error'], meaning: 'Bare.', cause: 'bare' },
            {
              match: ['shut'],
              meaning: 'Shut.',
              verdict: { turn: 'meta', retry: 'no' },
            },
            {
              match: [SENDER_OF_PARTS],
              meaning: 'No {what}.',
              next: 'Add {what}.',
              verdict: { turn: 'you', retry: 'no' },
            },
          ],
        }
      : entry,
  ),
});
const explainNear = (nearby: string, code = '131047') =>
  explain({ code, nearby }, catalogue);

describe('a detail near a code', () => {
  it('is the one with the most letters, in any order', () => {
    expect(explainNear('131047 too late for this window').detail).toEqual({
      text: 'too late for this window',
      meaning: 'The window is shut.',
      adds: true,
      next: null,
    });
    expect(explainNear('131047 too late').detail).toEqual({
      text: 'too late',
      meaning: 'It is late.',
      next: 'Write tomorrow.',
      cause: 'late',
    });
    expect(explainNear('131047 on time').detail).toBeNull();
  });

  it('makes a step to read it needless', () => {
    const steps = [
      {
        do: 'Read error_data.details for the reason.',
        who: 'developer' as const,
      },
      { do: 'Send it again.', who: 'operator' as const },
    ];
    const withSteps = createCatalogue({
      ...testCatalogueData,
      entries: catalogue.entries.map((entry) =>
        entry.code === '131047' ? { ...entry, steps } : entry,
      ),
    });
    const getSteps = (nearby: string) =>
      explain({ code: '131047', nearby }, withSteps).entry?.steps?.map(
        (step) => step.do,
      );
    expect(getSteps('131047 on time')).toEqual(steps.map((step) => step.do));
    expect(getSteps('131047 late')).toEqual(['Send it again.']);
  });

  it('may be that of the entry’s successor', () => {
    const { entry, detail } = explainNear('470 too late', '470');
    expect([entry?.code, detail?.meaning, entry?.verdict.turn]).toEqual([
      '470',
      'It is late.',
      'nobody',
    ]);
  });

  it('has the verdict, the remedy and the next step of its cause', () => {
    const { entry } = explainNear('131047 too late');
    expect(entry).toMatchObject({
      verdict: { turn: 'nobody', retry: 'later' },
      next: 'Write tomorrow.',
    });
    expect(entry?.steps?.map((step) => step.do)).toEqual([
      'Wait.',
      'Pick a template in WhatsApp Manager.',
      'Once they answer, free text works for 24 hours.',
    ]);
  });

  it('keeps what the cause or the detail leaves open', () => {
    const whole = testCatalogue.byKey.get('meta/cloud/131047');
    expect(explainNear('131047 provider error').entry).toMatchObject({
      verdict: { turn: 'provider', retry: 'after-fix' },
      next: whole?.next,
      steps: whole?.steps,
    });
    expect(explainNear('131047 shut').entry).toMatchObject({
      verdict: { turn: 'meta', retry: 'no' },
    });
    expect(explainNear('131047 fixed').entry?.next).toBe('x'.repeat(70));
    expect(explainNear('131047 late').entry?.steps).toEqual(whole?.steps);
    expect(explainNear('131047 late').entry?.verdict).toEqual(whole?.verdict);
    expect(
      explain({ code: '470', nearby: '470 shut' }, catalogue).entry,
    ).not.toHaveProperty('steps');
  });

  it('fills its next step with the words of the page, if they are short', () => {
    expect(explainNear('131047 part b of header is missing').entry?.next).toBe(
      'Add header.',
    );
    const words = 'w'.repeat(58 - 'Add .'.length);
    expect(
      explainNear(`131047 part b of ${words} is missing`).entry?.next,
    ).toBe(`Add ${words}.`);
    expect(
      explainNear(`131047 part b of ${words}w is missing`).entry?.next,
    ).toBe('Send an approved template instead of free text.');
  });
});

it.each([
  [{ turn: 'meta' }, { turn: 'meta', retry: 'backoff', wait: 6 }],
  [{ retry: 'later' }, { turn: 'you', retry: 'later' }],
  [
    { retry: 'later', wait: 3_600 },
    { turn: 'you', retry: 'later', wait: 3_600 },
  ],
] as const)(
  'a cause with %o waits as long as it or its entry says',
  (cause, verdict) => {
    const entry = {
      verdict: { turn: 'you', retry: 'backoff', wait: 6 },
    } as const;
    expect(getCauseVerdict(entry, { text: '', ...cause })).toEqual(verdict);
  },
);

describe('the sender’s message near a code', () => {
  it.each([
    [
      'in quotes',
      '{"code":131047,"details":"Não deu, again"}',
      'Não deu, again',
    ],
    [
      'with an apostrophe',
      "{'code': 131047, 'details': 'It can't be sent'}",
      "It can't be sent",
    ],
    [
      'with an apostrophe, to the end',
      "131047 'details': 'It's sent'",
      "It's sent",
    ],
    [
      'before a blank',
      "{'details': 'It's sent' , 'code': 131047}",
      "It's sent",
    ],
    ['with brackets', '131047 "details":"Not [yet] sent"', 'Not [yet] sent'],
    [
      'to the end of the line',
      'code=131047 details=Not sent\nnext line',
      'Not sent',
    ],
    [
      'that begins with none',
      'details: None of it, 131047',
      'None of it, 131047',
    ],
    ['on the next line', '131047\ndetails:\n  Not sent', 'Not sent'],
    ['in CSV', '"{""code"":131047,""details"":""Not sent""}"', 'Not sent'],
    ['that is cut off', '{"code":131047,"details":"Not se', 'Not se'],
    ['twice', '{"code":131047,"error_user_title":"No","details":"No"}', 'No'],
    [
      'in two fields',
      '{"code":131047,"error_user_title":"One","details":"Two"}',
      'One · Two',
    ],
    [
      'of six fields',
      `131047 ${'abcdefgh'.replace(/./g, '"details":"s$&",')}`,
      'sa · sb · sc · sd · se · sf',
    ],
    [
      'of at most 600 characters',
      `131047 "details":"${'x'.repeat(700)}"`,
      'x'.repeat(600),
    ],
  ])('is quoted: %s', (_, nearby, said) =>
    expect(explainNear(nearby).said).toBe(said),
  );

  it.each([
    [
      'the title of the code',
      '{"code":131047,"details":" re-engagement -- message!"}',
    ],
    ['an object', '131047 "details":{"ab":1}'],
    ['a number', '131047 "details":"12 a"'],
    ['empty', '131047 "details":"","title":"Ab"'],
    ['empty in an object of Node', "131047 { details: '', product: 'waba' }"],
    ['empty in PHP', "131047 ['details' => '', 'product' => 'waba']"],
    ['empty in logfmt', '131047 details= trace=AbC'],
    ['empty in logfmt, with quotes', '131047 details="" trace=AbC'],
    ['empty in YAML', "code: 131047\ndetails: ''\nproduct: waba"],
    ['missing in YAML', 'code: 131047\ndetails:\n  product: waba'],
    ['null before a field', "131047 details: null, product: 'waba'"],
  ])('is not %s', (_, nearby) => expect(explainNear(nearby).said).toBeNull());

  it('is the text of the detail that it contains, and only there', () => {
    const { detail, said } = explainNear(
      '{"code":131047,"details":"Sorry, too late now.","developer_message":"Hm"}',
    );
    expect([detail?.text, said]).toEqual(['Sorry, too late now.', 'Hm']);
    const second = explainNear(
      '{"code":131047,"error_user_title":"Hm","details":"Sorry, too late now."}',
    );
    expect([second.detail?.text, second.said]).toEqual([
      'Sorry, too late now.',
      'Hm',
    ]);
    const outside = explainNear('131047 "details":"Hm" too late');
    expect([outside.detail?.text, outside.said]).toEqual(['too late', 'Hm']);
  });
});

describe('a chosen entry', () => {
  const explainChosen = (code: string, key: string | null) =>
    explainEntry({ code, key }, testCatalogue, {});

  it('is explained without a question, with the other meanings of its code', () => {
    expect(explainChosen('1003', 'gupshup/api/1003')).toMatchObject({
      code: '1003',
      subcode: null,
      entry: { key: 'gupshup/api/1003' },
      others: [{ key: 'meta/onprem/1003' }],
      ambiguous: false,
      family: null,
    });
    expect(explainChosen('190', 'meta/graph/190.463').subcode).toBe('463');
  });

  it.each([null, 'meta/cloud/gone'])(
    'that does not exist (%s) is an unknown code',
    (key) =>
      expect(explainChosen('131999', key)).toMatchObject({
        entry: null,
        others: [],
        family: expect.stringMatching(/^Not in/),
      }),
  );
});
