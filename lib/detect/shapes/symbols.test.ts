import { describe, expect, it } from 'vitest';
import { detect, isStrong } from '../detect.ts';
import { testIndex } from '../test-index.ts';
import { at, META, testShapes } from './shape-lines.ts';

const CEQUENS = at('console.cequens.com');

testShapes({
  'a reason of a rejection': {
    found: [
      ['Rejected, reason: ‹INVALID_FORMAT›'],
      ['Motivo: ‹INVALID_FORMAT›', META],
      ['‹INVALID_FORMAT›', { ...META, header: 'Reason' }],
      ['‹INVALID_FORMAT›', { label: 'Motivo de rechazo' }],
      ['"rejected_reason": "‹INVALID_FORMAT›"', META],
    ],
    alike: [
      ['Reason: INVALID_FORMAT'],
      ['REJECTED', { ...META, header: 'Reason' }],
      ['REJECTED', { ...META, label: 'Rejection reason' }],
      ['Message REJECTED today', { ...META, header: 'Error code' }],
      ['Message REJECTED today', { ...META, label: 'Error' }],
    ],
  },
  'a list of reasons': {
    found: [
      [
        "  ‹INVALID_FORMAT›: 'confira as variáveis',\n  ‹PROMOTIONAL›: 'é promocional',\n  ‹TAG_CONTENT_MISMATCH›: 'não combina',",
        META,
      ],
      [
        "  ‹TAG_CONTENT_MISMATCH›: 'não combina',\n  ‹INVALID_FORMAT›: 'confira',\n  ‹PROMOTIONAL›: 'é promocional',\n  NONE: 'sem motivo',",
        META,
      ],
    ],
    alike: [
      ["  PENDING: 'em análise',\n  REJECTED: 'recusado',\n  IN_APPEAL: 'em recurso',", META],
      ['  PENDING: 1,\n  PROMOTIONAL: 2,\n  REJECTED: 3,', META],
    ],
  },
  'an outcome that is no mere state': {
    found: [
      ['Status: ‹REJECTED_NOT_ENOUGH_CREDITS›'],
      ['Message failed: ‹MISSING_TOKEN›', CEQUENS],
      ['{"code":"‹MISSING_TOKEN›"}', CEQUENS],
    ],
    alike: [
      ['Status: PENDING', META],
      ['Status: DELIVERED_TO_HANDSET', at('portal.infobip.com')],
      ['"error":"REJECTED"', META],
      ['"REJECTED"', META],
    ],
  },
});

/** Words that providers print as codes, as the rest of the world uses them. None of these lines is about an error. */
const EVERYDAY = [
  'Player state: PAUSED',
  '▶ PAUSED · Track 4 of 12',
  'Download PAUSED at 47 %',
  'PENDING review',
  'Your order is PENDING',
  'Payment PENDING · due 12 Oct',
  'Application REJECTED by the committee',
  'REJECTED: the offer was too low',
  'Job 12 REJECTED, 3 APPROVED',
  'Status REJECTED · Owner Ann',
  'This ticket is EXPIRED',
  'Certificate EXPIRED on 3 May',
  'Button DISABLED until you agree',
  'Feature flag DISABLED',
  'FORBIDDEN area, staff only',
  'UNKNOWN author',
  'Caller UNKNOWN',
  'Enter TOKEN here',
  'TOKEN ••••4f1c',
  'export API_TOKEN=abc',
  'VALIDATION passed',
  'Form VALIDATION with zod',
  'Design TOKEN library',
  'LIMITED edition',
  'Account LIMITED to 3 users',
  'FLAGGED for follow-up',
  'RESTRICTED access',
  'The road is BLOCKED',
  'Task BLOCKED by #12',
  'Delivery FAILED to start the engine',
  'QUEUED for print',
  'SENT from my phone',
  'OPT-OUT of cookies',
  'NOT_FOUND in the cache',
  'INTERNAL use only',
  'type Status = "PENDING" | "REJECTED" | "PAUSED"',
  'enum State { PENDING, PAUSED, DISABLED }',
  'if (player.state === "PAUSED") player.play()',
  'git push --force REJECTED (non-fast-forward)',
  'pod web-1 PENDING 0/1',
];

describe('everyday words', () => {
  it.each(EVERYDAY)('are no codes anywhere: %s', (line) => {
    expect(detect(line, testIndex).filter(isStrong)).toEqual([]);
  });

  it.each(EVERYDAY)('are none on a console either: %s', (line) => {
    for (const host of ['business.facebook.com', 'console.cequens.com', 'portal.infobip.com'])
      expect(detect(line, testIndex, { host }).filter(isStrong)).toEqual([]);
  });
});
