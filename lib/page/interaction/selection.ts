import type { DetectedCode } from '../../detect/detect-request.ts';
import type { TextContext } from '../../detect/hit.ts';
import { MIN_CONFIDENCE } from '../../detect/threshold.ts';
import {
  findDeepestFocus,
  getDocumentElement,
  getDocumentProperty,
} from '../dom/nodes.ts';
import type { DetectClient } from '../marking/annotate-queue.ts';
import type { CardRequest } from '../marking/page-api.ts';
import type { PageMark } from '../marking/page-mark.ts';
import { getRangeContext } from '../text/suppression-of-mark.ts';
import type { Site } from '../text/surroundings.ts';
import {
  findFirstText,
  readTextAround,
  toRequestedCode,
} from './card-request.ts';

const MAX_TEXT_LENGTH = 2000;

/** Returns a request for each code of a selection, or else one that says so. Rejects without a response. */
export async function createSelectionRequests(
  text: string | null,
  client: DetectClient,
  marks: readonly PageMark[],
  site: Site,
): Promise<CardRequest[]> {
  const selected = (text ?? '').trim().slice(0, MAX_TEXT_LENGTH);
  const selection = text === null ? null : getSelectedRange();
  const first = selection && findFirstText(selection);

  const { around, context } = first
    ? readTextAround(first.node, first.offset, site)
    : { around: { nearby: '', own: '' }, context: null };

  const marked = selection ? findMarkedCodes(selection, marks) : [];
  const { host, path, provider } = site;
  const known = context ?? { host, path, ...(provider && { provider }) };

  const asked = await detectCodes(selected, known, client).catch((error) => {
    if (marked.length === 0) throw error;
    return [];
  });

  // The page's own marks come first, in their order.
  const all = [...marked, ...asked, ...marked];

  const isInner = ({ code, meanings }: DetectedCode) =>
    all.some(
      (one) =>
        one.subcode === code && one.meanings[0]?.key === meanings[0]?.key,
    );

  const outer = all.filter((hit) => !isInner(hit));

  const hits = [
    ...new Map(
      outer.map((hit) => [`${hit.code} ${hit.subcode}`, hit]),
    ).values(),
  ];

  const withSelected = (more: string) =>
    `${selected}\n${more}`.slice(0, MAX_TEXT_LENGTH);

  const rejection =
    selection && marked.length === 0
      ? await findRejection(selection, site, client)
      : null;

  const none = {
    code: selected,
    subcode: null,
    meanings: [],
    hit: false,
  };
  const requested = hits.length > 0 ? hits.map(toRequestedCode) : [none];

  return requested.map((code, at) => ({
    ...around,
    nearby: withSelected(around.nearby),
    own: around.own.includes(selected) ? around.own : withSelected(around.own),
    host,
    path,
    position: null,
    takesFocus: text !== null,
    isPinned: false,
    range:
      selection ??
      createElementRange(
        findDeepestFocus(document) ?? getDocumentProperty('documentElement'),
      ),
    ...code,
    navigationStep: hits.length > 1 ? [at + 1, hits.length] : null,
    ...rejection,
  }));
}

/** A number alone: a text has many candidates. */
const LONE_NUMBER = /^\W{0,3}\d{1,9}\W{0,3}$/;

/** Asks why the engine does not mark a selected number, and whether it could. Null if it is no candidate, or nobody answers. */
async function findRejection(
  selection: Range,
  { host, path, provider }: Site,
  client: DetectClient,
): Promise<Pick<CardRequest, 'rejection' | 'canMark'> | null> {
  if (!LONE_NUMBER.test(selection.toString())) return null;

  const found = getRangeContext(selection);
  if (!found) return null;

  const { text, start, end } = found;
  const context = {
    ...found.context,
    host,
    path,
    ...(provider && { provider }),
  };
  const results = await client([{ text, context, wanted: 'judged' }]);

  const candidate = results?.[0]?.find(
    (one) => one.start < end && one.end > start,
  );

  if (!candidate?.rejection) return null;

  const canMark = candidate.confidence >= MIN_CONFIDENCE.more;
  return { rejection: candidate.rejection, canMark };
}

/** Returns the visible selection. Returns null inside a text field, whose selection is separate. */
function getSelectedRange(): Range | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;

  const range = selection.getRangeAt(0);

  return range.getClientRects().length > 0 && !range.collapsed
    ? range.cloneRange()
    : null;
}

function createElementRange(focused: Element): Range {
  const range = new Range();

  const isWholePage =
    focused === getDocumentElement() || focused === getDocumentProperty('body');

  if (isWholePage) range.selectNodeContents(focused);
  else range.selectNode(focused);

  return range;
}

function findMarkedCodes(
  selection: Range,
  marks: readonly PageMark[],
): DetectedCode[] {
  return marks.flatMap(({ hit, nodes, drawn }) => {
    if (!nodes.some((node) => selection.intersectsNode(node))) return [];

    const starts = selection.comparePoint(
      drawn.startContainer,
      drawn.startOffset,
    );

    const ends = selection.comparePoint(drawn.endContainer, drawn.endOffset);

    return starts >= 0 && ends <= 0 ? hit : [];
  });
}

async function detectCodes(
  text: string,
  context: TextContext,
  client: DetectClient,
) {
  if (!text) return [];

  const results = await client([
    { text, context: { ...context, asked: true } },
  ]);

  if (!results) throw new Error('Nobody answered.');

  return results[0] ?? [];
}
