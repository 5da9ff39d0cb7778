import { describe, expect, test } from 'vitest';
import type { CardRequest } from '../../lib/page/marking/page-api.ts';
import { getCodeOrigin } from './card.tsx';

const getOriginOf = (code: string, own: string) =>
  getCodeOrigin(
    {
      code,
      own,
      nearby: 'of others',
      host: 'crm.example',
      path: '/',
    } as CardRequest,
    null,
  );

describe('the context of a seen code', () => {
  test('is its own row, with the time and recipient of the row', () => {
    const seen = getOriginOf(
      '470',
      '2026-11-20 14:02:11 UTC\t+14705550101\t470',
    );
    expect(seen.text).not.toContain('others');
    expect(seen.places).toMatchObject([
      { recipient: '+14705550101', time: { text: '2026-11-20 14:02:11 UTC' } },
    ]);
  });

  test.each([
    [undefined, 'order_update'],
    ['To: +14705550101\nTemplate: spring.sale\nCode: 470', 'spring.sale'],
  ])(
    'has the template of the row, by the header of its column if there is one: %s',
    (labelled, template) => {
      const own = '+14705550101\torder_update\t470';
      const request = {
        code: '470',
        own,
        nearby: own,
        ...(labelled && { labelled: { text: labelled, isRow: true } }),
      } as CardRequest;
      expect(getCodeOrigin(request, null).places).toMatchObject([{ template }]);
    },
  );

  test('is around the standalone code, not the same digits in a number', () => {
    const seen = getOriginOf(
      '470',
      '+1470555\n\n2026-11-20 14:02:11 UTC failed 470',
    );
    expect(seen.places[0]?.time?.text).toBe('2026-11-20 14:02:11 UTC');
  });

  test('is any text for a selection without a code', () => {
    expect(getOriginOf('(what?', 'no (what? here').text).toBe('no (what? here');
    expect(getOriginOf('gone', '').text).toBeNull();
  });
});
