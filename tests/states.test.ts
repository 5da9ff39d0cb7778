import { describe, expect, it } from 'vitest';
import { answerText } from '../lib/answer/answer-text.ts';
import { getBundledCatalogue } from '../lib/catalogue/bundled-catalogue.ts';
import { answerEverywhere } from './surfaces.ts';

const catalogue = getBundledCatalogue();
const answer = (said: string | object) =>
  answerText(typeof said === 'string' ? said : JSON.stringify(said), { catalogue });

describe('a state behind its field', () => {
  it.each<[said: string | object, key: string]>([
    [{ quality_rating: 'RED', status: 'CONNECTED' }, 'meta/management/RED'],
    [{ code_verification_status: 'EXPIRED' }, 'meta/states/EXPIRED~code_verification_status'],
    [{ name: 'order', status: 'PAUSED', quality_score: { score: 'RED' } }, 'meta/management/PAUSED'],
    [
      { verified_name: 'Shop', status: 'PENDING', quality_rating: 'GREEN' },
      'meta/management/PENDING~phone-number',
    ],
    [
      { name: 'x', language: 'en', status: 'PENDING', category: 'UTILITY' },
      'meta/management/PENDING~template',
    ],
    [{ name: 'x', status: 'REJECTED', rejected_reason: 'PROMOTIONAL' }, 'meta/management/PROMOTIONAL'],
    [{ throughput: { level: 'STANDARD' } }, 'meta/states/STANDARD~throughput'],
    [{ is_official_business_account: false }, 'meta/states/false~is_official_business_account'],
    ['Quality rating: Red', 'meta/management/RED'],
    ['Quality rating\nRed', 'meta/management/RED'],
    ['Status: Paused', 'meta/management/PAUSED'],
    ['Phone number,Status,Quality rating\n+49 176 0000000,Connected,Red', 'meta/management/RED'],
    ['Template name\tCategory\tStatus\norder\tUtility\tPaused', 'meta/management/PAUSED'],
  ])('%j', (said, key) => {
    expect(answer(said)).toMatchObject({ guessed: null });
    expect(answer(said).entries[0]?.key).toBe(key);
  });

  it('is the same on every surface', () =>
    expect(new Set(Object.values(answerEverywhere('{"quality_rating":"RED","status":"CONNECTED"}')))).toEqual(
      new Set(['meta/management/RED']),
    ));
});

it('names the code before the state, and what blocks before what limits', () => {
  const { findings } = answer({
    health_status: {
      can_send_message: 'LIMITED',
      entities: [
        { entity_type: 'PHONE_NUMBER', can_send_message: 'AVAILABLE' },
        { entity_type: 'WABA', can_send_message: 'BLOCKED', errors: [{ error_code: 141006 }] },
      ],
    },
  });
  expect(findings.map(({ entry }) => entry?.code)).toEqual(['141006', 'BLOCKED', 'LIMITED']);
});

it('says of a healthy number that it works', () => {
  const { findings, statuses } = answer({ quality_rating: 'GREEN', status: 'CONNECTED' });
  expect(findings).toEqual([]);
  expect(statuses.map(({ entry }) => entry?.title)).toEqual(['Number works', 'Quality high']);
});

it.each<string | object>([
  { orderId: 5, status: 'PENDING' },
  { level: 'HIGH', message: 'disk full' },
  'The light is red, and my order is paused.',
])('%j has no state', (said) => {
  const { findings, statuses } = answer(said);
  expect([...findings, ...statuses].filter(({ entry }) => entry?.state)).toEqual([]);
});
