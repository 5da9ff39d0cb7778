import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../../build/read-catalogue.ts';
import { createCatalogue } from '../../catalogue/catalogue.ts';
import { type MessageFailure, planFailures } from './plan-failures.ts';
import { createPlannedTable } from './planned-table.ts';
import { indexRecipients } from './recipient-index.ts';

const catalogue = createCatalogue(readCatalogue());
const NOW_MS = Date.UTC(2026, 10, 28, 12);

/** Codes that are decided in each way: at once, by a wait, by the country, by what else the recipient got. */
const CODES = ['131000', '131026', '131047', '131049', '131050', '131056'];

const failure: fc.Arbitrary<MessageFailure> = fc.record({
  entry: fc
    .constantFrom(...CODES, 'unknown')
    .map((code) => catalogue.byKey.get(`meta/cloud/${code}`) ?? null),
  recipient: fc.constantFrom('+5511987654321', '+12125550134', '', undefined),
  failedAtMs: fc
    .option(fc.integer({ min: 1, max: 100 }))
    .map((hours) => hours && NOW_MS - hours * 3_600_000),
  isZoneOpen: fc.boolean(),
  status: fc.constantFrom('failed', 'arrived', undefined),
  message: fc.constantFrom('wamid.A', 'wamid.B', '', undefined),
  template: fc.constantFrom('order', 'promo', undefined),
});

test('has the plans of an array, row for row', () =>
  fc.assert(
    fc.property(fc.array(failure, { maxLength: 12 }), (failures) => {
      const recipients = indexRecipients(failures);
      const table = createPlannedTable(failures, catalogue, NOW_MS, recipients);

      expect(failures.map((_, row) => table.at(row))).toEqual(
        planFailures(failures, catalogue, NOW_MS),
      );
      expect(table.at(failures.length)).toBeUndefined();
    }),
  ));
