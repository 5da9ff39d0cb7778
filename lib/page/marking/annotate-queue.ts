import { getDiagnostics } from '../../core/diagnostics.ts';
import type {
  DetectedCode,
  DetectRequest,
  DetectResult,
} from '../../detect/detect-request.ts';
import { SUBCODE_NAME, type TextContext } from '../../detect/hit.ts';
import type { Prefilter } from '../../detect/prefilter/prefilter.ts';
import { createChatSideTest } from '../text/chat-side.ts';
import {
  createPassage,
  findPieceEnd,
  MAX_WHOLE_TEXT_UNITS,
  type Passage,
} from '../text/passage.ts';
import { getBlockElement } from '../text/readable-text.ts';
import {
  type SlicedWork,
  TEXTS_PER_CLOCK_CHECK,
  type TimeSlice,
} from '../text/time-slice.ts';
import { CodeCounts } from './code-counts.ts';
import { createColumnMemory } from './column-memory.ts';
import { MAX_MARKS_IN_LINE, type Marks } from './marks.ts';
import type { MarkRange, PageMark } from './page-mark.ts';
import { readRowNumbers, watchRecipients } from './recipient-rows.ts';

/** Maximum pieces of a long text in one request: their codes are marked before the next request. */
const MAX_PIECES_AT_ONCE = 4;
/**
 * A message costs the page as much as ten requests, but smaller ones let the background begin earlier. So each is twice as long as the one
 * before.
 */
const MIN_REQUESTS_PER_MESSAGE = 100;
const MAX_REQUESTS_PER_MESSAGE = 800;

/**
 * Sends detection requests to the background. Results are in the order of the requests. Resolves to null if there is no
 * response, because the extension was updated or the background stopped.
 */
export type DetectClient = (
  requests: readonly DetectRequest[],
) => Promise<readonly DetectResult[] | null>;

export interface AnnotateQueueOptions {
  client: DetectClient;
  /** Only texts that pass it are sent for detection. */
  prefilter: Prefilter;
  marks: Marks;
  /** Returns true for a hit below the sensitivity setting, or one that the user has suppressed. */
  isSuppressed(hit: DetectedCode, text: string, context: TextContext): boolean;
  /** Called for a text that may hold a code but is hidden at the moment. */
  onHidden(text: Text): void;
}

interface QueuedText extends Pick<DetectRequest, 'labelled' | 'recipientRows'> {
  passage: Passage;
  context: TextContext;
  /** The text of which the passage is a piece. */
  whole?: LongText;
  /** It is read again, because the recipient has other failures. */
  isAgain?: true;
}

interface Answer {
  cases: readonly QueuedText[];
  results: readonly DetectResult[];
  inView: boolean;
}

/** What has been found so far in a text that is read in pieces. */
interface LongText {
  text: Text;
  ranges: MarkRange[];
  unmarked: CodeCounts;
  /** End of the line of the last range, and the number of marks in it. */
  lineEnd: number;
  marksInLine: number;
}

/**
 * Creates a queue of detection requests: sends texts with their surroundings and turns the responses into marks, without
 * blocking the page.
 *
 * @param onViewMarked Called when all texts that were sent as being in view are marked.
 */
export function createAnnotateQueue(
  { client, prefilter, marks, isSuppressed, onHidden }: AnnotateQueueOptions,
  slice: TimeSlice,
  onViewMarked: () => void,
) {
  let taken: QueuedText[] = [];
  let requestsPerMessage = MIN_REQUESTS_PER_MESSAGE;
  const waiting = new Set<Promise<void>>();
  /** Codes whose row decides whose turn it is, as far as they have been met: their row is sent at once. */
  const rowCodes = new Set<string>();

  const came: Answer[] = [];
  const memory = createColumnMemory();
  const recipients = watchRecipients(marks);
  const isOfOtherSide = createChatSideTest();

  /** Adds a text to the next request. Returns the remaining work if the text is too long for one request. */
  function take(text: Text): SlicedWork | null {
    if (slice.done.has(text)) return null;

    if (slice.layout.isOffLimits(text)) marks.replace([text], []);
    else if (!slice.layout.isShown(text)) {
      onHidden(text);
      marks.replace([text], []);
    } else if (text.length > MAX_WHOLE_TEXT_UNITS) return takeLong(text);
    else takePassage(createPassage(text, slice.layout));

    return null;
  }

  function takePassage(passage: Passage | null, whole?: LongText): void {
    if (!passage) return;
    for (const node of passage.core) slice.done.add(node);

    const context = slice.surroundings.of(passage.block);
    const isOfRow = [...rowCodes].some((code) => passage.text.includes(code));

    addToRequest({
      passage,
      context,
      ...(whole && { whole }),
      ...(isOfRow && { labelled: readRow(passage) }),
    });
  }

  /** Asks again for the marks of recipients with several failures, once all of these are known. */
  function* askForRecipients(): SlicedWork {
    const asked = new Set<Text>();

    for (const { mark, readOthers } of recipients.takeChanged()) {
      if (slice.isExpired()) yield;

      const passage = readAgain(mark);
      if (!passage || passage.core.some((node) => asked.has(node))) continue;

      for (const node of passage.core) asked.add(node);

      const others = readOthers(slice.surroundings);

      addToRequest({
        passage,
        context: slice.surroundings.of(passage.block),
        labelled: readRow(passage),
        ...(others && { recipientRows: others }),
        isAgain: true,
      });
      sendMany();
    }

    send();
  }

  function readAgain({ nodes: [text] }: PageMark): Passage | null {
    const isWhole = text.isConnected && text.length <= MAX_WHOLE_TEXT_UNITS;
    return isWhole ? createPassage(text, slice.layout) : null;
  }

  const addToRequest = (one: QueuedText) => taken.push(one);
  const readRow = ({ block }: Passage) =>
    slice.surroundings.readLabelled(block);

  function* takeLong(text: Text): SlicedWork {
    const { data } = text;

    const whole: LongText = {
      text,
      ranges: [],
      unmarked: new CodeCounts(),
      lineEnd: -1,
      marksInLine: 0,
    };

    for (let from = 0, to = 0; from < data.length; from = to) {
      to = findPieceEnd(data, from);
      if (slice.isExpired()) yield;
      if (text.data !== data || !text.isConnected) return;

      takePiece(whole, from, to);
      if (taken.length >= MAX_PIECES_AT_ONCE) yield* sendAndMark();
    }

    const isQueued = taken.some((one) => one.whole === whole);
    if (whole.ranges.length === 0 && !isQueued) marks.replace([text], []);
  }

  function takePiece(whole: LongText, from: number, to: number): void {
    const { text } = whole;

    if (prefilter(text.data, from, to))
      takePassage(createPassage(text, slice.layout, from, to), whole);
  }

  function* sendAndMark(): SlicedWork {
    send();

    while (waiting.size > 0) {
      yield answered();
      yield* mark();
    }
  }

  function send(inView = false): void {
    if (taken.length === 0) return;

    const cases = taken;

    taken = [];

    const { counts } = getDiagnostics();

    counts.sent += cases.length;

    const requests = cases.map(
      ({ passage, context, labelled, recipientRows }) => ({
        text: passage.text,
        context,
        ...(labelled && { labelled }),
        ...(recipientRows && { recipientRows }),
      }),
    );

    const asked = client(requests).then((results) => {
      waiting.delete(asked);
      for (const codes of results ?? []) counts.codes += codes.length;
      if (results) came.push({ cases, results, inView });
    });

    waiting.add(asked);
  }

  function sendMany(): void {
    if (taken.length < requestsPerMessage) return;

    requestsPerMessage = Math.min(
      MAX_REQUESTS_PER_MESSAGE,
      2 * requestsPerMessage,
    );
    send();
  }

  const answered = () =>
    came.length > 0 ? Promise.resolve() : Promise.race(waiting);

  function* mark(): SlicedWork {
    for (let next = came.shift(); next; next = came.shift()) {
      const again: QueuedText[] = [];

      yield* markAnswer(next, again);
      askWithRows(again, next.inView);
      if (!next.inView || again.length > 0) continue;
      onViewMarked();
      yield;
    }
  }

  /** @param again Gets the texts whose row has to be read first. */
  function* markAnswer(
    { cases, results }: Answer,
    again: QueuedText[],
  ): SlicedWork {
    for (const [at, one] of cases.entries()) {
      if (at % TEXTS_PER_CLOCK_CHECK === 0 && slice.isExpired()) yield;
      if (!markIn(one, results[at] ?? [])) again.push(one);
    }
  }

  /** A code is marked once its row is known, so that no mark changes its turn. */
  function needsRow(
    { passage, labelled }: QueuedText,
    found: readonly DetectedCode[],
  ): boolean {
    if (labelled) return false;

    const wanted = found.filter(
      (code) => code.needsRow && passage.owns(code.start),
    );
    for (const { code } of wanted) rowCodes.add(code);

    return wanted.length > 0;
  }

  function askWithRows(again: readonly QueuedText[], inView: boolean): void {
    if (again.length === 0) return;

    const others = taken;

    taken = again.map((one) => ({ ...one, labelled: readRow(one.passage) }));
    send(inView);
    taken = others;
  }

  /** Returns false if the row of a code has to be read first. */
  function markIn(one: QueuedText, found: readonly DetectedCode[]): boolean {
    if (needsRow(one, found)) return false;

    const { passage, whole } = one;
    // Texts that changed in the meantime are queued again.
    const isUnchanged = (node: Text) => passage.stands(node);

    const ranges = findRanges(one, found).filter((range) =>
      range.nodes.every(isUnchanged),
    );

    if (!whole) markPassage(one, ranges, passage.core.filter(isUnchanged));

    if (whole && isUnchanged(whole.text)) {
      for (const range of ranges) addToLong(whole, range);
      marks.replace([whole.text], whole.ranges, whole.unmarked.list());
    }

    return true;
  }

  function markPassage(
    { passage, labelled, isAgain }: QueuedText,
    ranges: readonly MarkRange[],
    unchanged: readonly Text[],
  ): void {
    const [text, ...others] = passage.core;
    const isAlone = others.length === 0 && text?.data === passage.text;

    marks.replace(unchanged, ranges);
    // In a row, the other cells decide whether a code is marked.
    if (text && isAlone && !labelled) memory.remember(text, ranges);
    if (!isAgain && ranges.length > 0)
      recipients.noteRead(passage.core, labelled?.isRow === true);
  }

  function addToLong(whole: LongText, range: MarkRange): void {
    const { data } = whole.text;

    if (range.start > whole.lineEnd) {
      const end = data.indexOf('\n', range.start);
      whole.lineEnd = end < 0 ? data.length : end;
      whole.marksInLine = 0;
    }

    if (whole.marksInLine++ < MAX_MARKS_IN_LINE) whole.ranges.push(range);
    else whole.unmarked.add(range.hit);
  }

  function findRanges(
    { passage, context, labelled }: QueuedText,
    found: readonly DetectedCode[],
  ): MarkRange[] {
    const numbers = labelled?.isRow ? readRowNumbers(labelled.text) : null;

    const ranges = found.flatMap((hit): MarkRange | [] => {
      const isWanted =
        passage.owns(hit.start) && !isSuppressed(hit, passage.text, context);

      const range = isWanted && findShownRange(passage, hit);
      if (!range) return [];

      const backdrop = marks.usesBackdrops()
        ? slice.layout.backdropOf(range.nodes[0])
        : 'plain';

      return {
        hit,
        field: {
          ...describeField(passage, context, hit),
          ...(numbers && { numbers }),
        },
        backdrop,
        ...range,
      };
    });

    // What a customer wrote is no failure.
    const isOfOthers =
      ranges.length > 0 && isOfOtherSide(getBlockElement(passage.block));

    return isOfOthers ? [] : ranges;
  }

  /** Returns the texts of a hit, or null if any of them may not be marked now. Reports those that are hidden. */
  function findShownRange(passage: Passage, { start, end }: DetectedCode) {
    const range = passage.findNodes(start, end);
    if (!range || range.nodes.some(slice.layout.isOffLimits)) return null;

    // Report only hidden texts: a visible one would be reported at every check.
    const away = range.nodes.filter((node) => !slice.layout.isShown(node));

    for (const node of away) onHidden(node);

    return away.length > 0 ? null : range;
  }

  return {
    take,
    send,
    sendMany,
    mark,
    askForRecipients,
    isWaiting: () => waiting.size > 0 || came.length > 0,
    answered,
    /** Marks again what was found in the column of a text. Returns false if nothing was. */
    recall(text: Text): boolean {
      const ranges = memory.recall(text);
      if (ranges.length > 0) marks.replace([text], ranges);

      return ranges.length > 0;
    },
    forget(text: Text): void {
      if (marks.mayHold(text) && !slice.done.has(text))
        marks.replace([text], []);
    },
  };
}

/** Returns what names a hit, and whether nothing else is in its text. */
function describeField(
  { block, text }: Passage,
  { header, label }: TextContext,
  { start, end }: DetectedCode,
): NonNullable<MarkRange['field']> {
  const name = header || label || '';

  return {
    block: getBlockElement(block),
    label: header ? '' : (label ?? ''),
    isSubcode: SUBCODE_NAME.test(name),
    isBare:
      !/\p{L}|\d/u.test(text.slice(end)) && !/\d/.test(text.slice(0, start)),
  };
}
