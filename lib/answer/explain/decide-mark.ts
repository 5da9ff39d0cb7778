import type { Catalogue } from '../../catalogue/catalogue.ts';
import type {
  DetectedCode,
  DetectRequest,
} from '../../detect/detect-request.ts';
import { selectTextAround } from '../../structure/around-code.ts';
import { dependsOnRow, getRowMark } from '../plan/apply-plan.ts';
import { readMessageStatus } from '../plan/message-status.ts';
import { decideRow, withRecipientRows } from './decide-row.ts';
import { mayDetailDecide } from './detail-verdict.ts';
import { explain } from './explain.ts';
import type { RowClock } from './row-failure.ts';

const UNREAD = { text: '', isRow: false };
const CELL_END = /[\t\n]/;

/**
 * Decides whose turn the mark of a code shows: that of its row, as its card says it. What depends on no row, time or
 * detail keeps the turn of its entry, and costs nothing.
 *
 * @returns The code as it came, with its `mark`, or with `needsRow` if the request lacks the row.
 */
export function decideMark(
  code: DetectedCode,
  request: DetectRequest,
  catalogue: Catalogue,
  clock: RowClock,
): DetectedCode {
  const [best] = code.meanings;
  const entry = best && catalogue.byKey.get(best.key);
  if (!entry || code.wording) return code;

  const { text: passage, context, labelled, recipientRows } = request;
  const isOfRow = dependsOnRow(entry, catalogue) || saysArrived(context.row);
  if (isOfRow && !labelled) return { ...code, needsRow: true };
  if (!isOfRow && !mayDetailDecide(entry, catalogue)) return code;

  const around = selectTextAround({
    passage,
    offset: code.start,
    row: context.row,
    labelled: labelled ?? UNREAD,
  });
  const { host, path } = context;
  const question = { ...around, host, path };
  const explanation = explain({ ...code, ...question }, catalogue);
  if (!explanation.entry || explanation.ambiguous) return code;

  const { row } = explanation;
  if (!labelled && row && dependsOnRow(row.entry, catalogue))
    return { ...code, needsRow: true };

  const decided = decideRow(
    withRecipientRows(explanation, recipientRows, catalogue),
    catalogue,
    clock,
  );
  const mark = getRowMark(decided.entry ?? explanation.entry, decided.planned);
  return { ...code, mark };
}

/** Whether a cell of a row says that the message arrived. */
const saysArrived = (row = ''): boolean =>
  row
    .split(CELL_END)
    .some((cell) => cell !== '' && readMessageStatus(cell) === 'arrived');
