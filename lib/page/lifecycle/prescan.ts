import { recordFailure } from '../../core/diagnostics.ts';
import { getOwnGlobal } from '../../core/get-own-global.ts';
import type { Prefilter } from '../../detect/prefilter/prefilter.ts';
import { isTextNode } from '../dom/nodes.ts';
import {
  type GetShadowRoot,
  observeShadowRoots,
} from '../text/shadow-roots.ts';
import { continuesNumber, isInline } from '../text/split-numbers.ts';
import {
  advanceTextWalk,
  createTextWalk,
  createTextWalker,
} from '../text/text-walk.ts';
import { yieldToMain } from '../text/yield-to-main.ts';
import { DEBOUNCE_MS, isWithin, MAX_DEBOUNCE_MS } from './page-observer.ts';

const SLICE_MS = 6;
/** Length of the pause after reading changes, as a multiple of the reading time. */
const REST_FACTOR = 50;

/** More of them are read by the annotator. */
const MAX_DOUBTFUL_TEXTS = 60;

export interface PrescanOptions {
  prefilter: Prefilter;
  /** Returns true for a text that hardly needs the engine, of those that pass. */
  isSure(data: string): boolean;
  getShadowRoot: GetShadowRoot;
  /** Asks the engine about texts that hold a code only if what is around them says so. */
  judge(texts: readonly Text[]): Promise<boolean>;
  /** Called for each text of this frame that may hold a code, until the prescan is stopped. */
  onMatch(): void;
}

export type Prescan = ReturnType<typeof startPrescan>;

/** Scans a page and its changes for the first text that may hold a code. Much cheaper than detecting and marking. */
export function startPrescan({
  prefilter,
  isSure,
  getShadowRoot,
  judge,
  onMatch,
}: PrescanOptions) {
  /** Kept while they are on the page, because a label or header may come later. */
  const doubtful = new Set<Text>();
  /** Grows while it is read. */
  let queue: Node[] = [];
  const changed = new Set<Node>();
  let looking = false;
  let stopped = false;
  let changes = 0;
  let gathering: ReturnType<typeof setTimeout> | 0 = 0;
  let since = 0;
  let workedMs = 0;

  const roots = observeShadowRoots(getShadowRoot, followRoot);

  const observer = new MutationObserver((records) => {
    changes++;

    let removed = false;

    // Read fields lazily: each getter on a record allocates, and there can be thousands per second.
    for (const record of records) {
      if (record.type === 'characterData') changed.add(record.target);
      else if (noteChildren(record)) removed = true;
    }

    if (removed) {
      roots.prune();
      getOwnGlobal('errataOnNodesRemoved')?.();
    }

    const restMs = Math.min(MAX_DEBOUNCE_MS, workedMs * REST_FACTOR);

    if (changed.size > 0)
      gathering ||= setTimeout(scheduleLook, Math.max(DEBOUNCE_MS, restMs));
  });

  /** Notes the nodes of a record. Returns true if any were removed. */
  function noteChildren(record: MutationRecord): boolean {
    for (const node of record.addedNodes) changed.add(node);
    if (record.removedNodes.length === 0) return false;

    // A removed node may have separated two parts of a number.
    for (const side of [record.previousSibling, record.nextSibling])
      if (side && isInline(side)) changed.add(side);

    return true;
  }

  function scheduleLook(): void {
    gathering = 0;

    for (const node of changed)
      if (node.isConnected && !isWithin(node, changed)) queue.push(node);

    changed.clear();
    void scanQueue();
  }

  function followRoot(root: Document | ShadowRoot): void {
    observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
    });

    queue.push(root);
    void scanQueue();
  }

  async function scanQueue(): Promise<void> {
    if (looking) return;
    looking = true;
    since = performance.now();
    // The caller has used enough of this task.
    await pause();
    workedMs = 0;

    try {
      let isFound = false;

      forgetGone();

      for (const node of queue) {
        isFound = await holdsLikely(node);
        if (isFound) break;
      }

      if (isFound || (await judgeDoubtful())) onMatch();
    } catch (error) {
      recordFailure('scan', error);
      throw error;
    } finally {
      // Continue with other nodes even if one of them throws.
      queue = [];
      workedMs += performance.now() - since;
      looking = false;
    }
  }

  /** Forgets doubtful texts that left the page, or have no number any more. */
  function forgetGone(): void {
    for (const text of doubtful)
      if (!text.isConnected || !prefilter(text.data)) doubtful.delete(text);
  }

  /** Returns true if the engine finds a code in one of the doubtful texts. */
  async function judgeDoubtful(): Promise<boolean> {
    if (doubtful.size === 0 || stopped) return false;

    const judging = judge([...doubtful]);

    // The answer of the background is no work of this page.
    workedMs += performance.now() - since;
    const isCode = await judging;
    since = performance.now();

    return isCode && !stopped;
  }

  /** Returns true for a text that surely needs the annotator, and keeps a doubtful one to be judged. */
  function isMatch(text: Text): boolean {
    if (isSource(text)) return false;
    if (continuesNumber(text)) return true;
    // Beside another text a unit does not end: `470 ms`, `102`.
    if (!prefilter(text.data)) return false;
    if (isSure(text.data)) return true;

    doubtful.add(text);

    return doubtful.size > MAX_DOUBTFUL_TEXTS;
  }

  async function pause(): Promise<void> {
    workedMs += performance.now() - since;
    await yieldToMain();
    since = performance.now();
  }

  /** Yields to the page when the slice is used up. Returns false if the prescan was stopped. */
  async function yieldIfDue(): Promise<boolean> {
    if (performance.now() - since >= SLICE_MS) await pause();
    return !stopped;
  }

  /** Returns true if a page, a shadow root or a changed node may hold a code. */
  async function holdsLikely(node: Node, again = false): Promise<boolean> {
    if (!(await yieldIfDue())) return false;

    if (isTextNode(node))
      return (prefilter(node.data) || continuesNumber(node)) && isMatch(node);

    return 'querySelectorAll' in node && holdsLikelyBelow(node, again);
  }

  async function holdsLikelyBelow(
    node: Node,
    again: boolean,
  ): Promise<boolean> {
    let found = endsInNumber(node);

    const handleCandidate = (text: Text) => {
      found ||= isMatch(text);
    };

    const walk = createTextWalk(node, again);
    const changesBefore = changes;

    while (
      advanceTextWalk(walk, {
        prefilter,
        keep: handleCandidate,
        forget: null,
      }) &&
      !found
    ) {
      if (!(await yieldIfDue())) return false;
      // A NodeIterator survives DOM changes, but slows every removal from the page while it exists.
      if (!again && changes !== changesBefore) return holdsLikely(node, true);
    }

    if (!found && node.isConnected)
      await roots.explore(node as Element | ShadowRoot);

    return found;
  }

  followRoot(document);

  return {
    isLooking: () => looking,
    stop() {
      stopped = true;
      observer.disconnect();
      roots.stop();
      clearTimeout(gathering);
    },
  };
}

/** Returns true if a number may continue beyond the last text of a node. The walk itself checks the first. */
function endsInNumber(node: Node): boolean {
  const last = createTextWalker(node).lastChild() as Text | null;
  return last !== null && continuesNumber(last) && !isSource(last);
}

/** Returns true for scripts and styles, which contain many numbers and are never visible. */
const isSource = ({ parentElement }: Text) =>
  ' script style noscript '.includes(` ${parentElement?.localName} `);
