import type { Rule } from '../rule.ts';
import { rule as address } from './address.ts';
import { rule as colour } from './colour.ts';
import { rule as currency } from './currency.ts';
import { rule as cutLength } from './cut-length.ts';
import { rule as dailyLife } from './daily-life.ts';
import { rule as date } from './date.ts';
import { rule as enumerator } from './enumerator.ts';
import { rule as figureHeader } from './figure-header.ts';
import { rule as foreign } from './foreign.ts';
import { rule as foreignAnswer } from './foreign-answer.ts';
import { rule as foreignOwner } from './foreign-owner.ts';
import { rule as grpc } from './grpc.ts';
import { rule as headed } from './headed.ts';
import { rule as http } from './http.ts';
import { rule as labelAbove } from './label-above.ts';
import { rule as labelBelow } from './label-below.ts';
import { rule as labelled } from './labelled.ts';
import { rule as lineNumber } from './line-number.ts';
import { rule as namedThing } from './named-thing.ts';
import { rule as noError } from './no-error.ts';
import { rule as numbered } from './numbered.ts';
import { rule as otherCode } from './other-code.ts';
import { rule as otherKey } from './other-key.ts';
import { rule as outOfContext } from './out-of-context.ts';
import { rule as phone } from './phone.ts';
import { rule as port } from './port.ts';
import { rule as postcode } from './postcode.ts';
import { rule as processId } from './process-id.ts';
import { rule as quantity } from './quantity.ts';
import { rule as report } from './report.ts';
import { rule as sharedRange } from './shared-range.ts';
import { rule as tally } from './tally.ts';
import { rule as thingHeader } from './thing-header.ts';
import { rule as thingKey } from './thing-key.ts';
import { rule as thousands } from './thousands.ts';
import { rule as ticketLead } from './ticket-lead.ts';
import { rule as tileLabel } from './tile-label.ts';
import { rule as tracker } from './tracker.ts';
import { rule as tupleId } from './tuple-id.ts';
import { rule as unit } from './unit.ts';
import { rule as unplaced } from './unplaced.ts';
import { rule as version } from './version.ts';

/** The rules that speak against a code. The order does not matter: the score weighs them. */
export const AGAINST: readonly Rule[] = [
  address,
  colour,
  currency,
  cutLength,
  dailyLife,
  date,
  enumerator,
  figureHeader,
  foreign,
  foreignAnswer,
  foreignOwner,
  grpc,
  headed,
  http,
  labelAbove,
  labelBelow,
  labelled,
  lineNumber,
  namedThing,
  noError,
  numbered,
  otherCode,
  otherKey,
  outOfContext,
  phone,
  port,
  postcode,
  quantity,
  report,
  sharedRange,
  tally,
  thingHeader,
  thingKey,
  thousands,
  processId,
  ticketLead,
  tileLabel,
  tracker,
  tupleId,
  unit,
  unplaced,
  version,
];
