import type { Prefilter } from '../detect/prefilter.ts';
import { isText } from '../dom/nodes.ts';
import { pause } from './pause.ts';
import { followRoots, type OpenRoot } from './roots.ts';
import { continues, isInline } from './split-numbers.ts';
import { textsOf, walkOn, walkOver } from './texts.ts';
import { GATHER_MS, isWithin, MAX_GATHER_MS } from './watch.ts';

const SLICE_MS = 6;
/** The pause after reading what changed is so many times as long. */
const REST = 50;

export interface PrescanOptions {
  prefilter: Prefilter;
  openRoot: OpenRoot;
  /** A text of this frame may hold a code. Called for each such text, until the prescan is stopped. */
  onMatch(): void;
}

/** Looks out for the first text that may hold a code, in a page and in all that it becomes: far less than it takes to judge and mark one. */
export interface Prescan {
  isLooking(): boolean;
  stop(): void;
}

export function startPrescan({ prefilter, openRoot, onMatch }: PrescanOptions): Prescan {
  /** It grows while it is read. */
  let queue: Node[] = [];
  const changed = new Set<Node>();
  let looking = false;
  let stopped = false;
  let changes = 0;
  let gathering: ReturnType<typeof setTimeout> | 0 = 0;
  let since = 0;
  let workedMs = 0;

  const roots = followRoots(openRoot, follow);
  const observer = new MutationObserver((records) => {
    changes++;
    let removed = false;
    // What is not asked of a record the browser need not make: there may be thousands a second.
    for (const record of records) {
      if (record.type === 'characterData') {
        changed.add(record.target);
        continue;
      }
      for (const node of record.addedNodes) changed.add(node);
      if (record.removedNodes.length === 0) continue;
      removed = true;
      // What stood between two parts of a number may be gone.
      for (const side of [record.previousSibling, record.nextSibling])
        if (side && isInline(side)) changed.add(side);
    }
    if (removed) {
      roots.prune();
      globalThis.errataOnNodesRemoved?.();
    }
    if (changed.size > 0 && gathering === 0)
      gathering = setTimeout(gather, Math.max(GATHER_MS, Math.min(MAX_GATHER_MS, workedMs * REST)));
  });

  function gather(): void {
    gathering = 0;
    for (const node of changed) if (node.isConnected && !isWithin(node, changed)) queue.push(node);
    changed.clear();
    void look();
  }

  function follow(root: Document | ShadowRoot): void {
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    queue.push(root);
    void look();
  }

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    since = performance.now();
    // Whoever asked has done enough in this task.
    await rest();
    workedMs = 0;
    try {
      for (const node of queue) {
        if (await holdsLikely(node)) {
          // One is enough.
          onMatch();
          break;
        }
      }
    } finally {
      // Whatever one part of the page does to us, the next one is read.
      queue = [];
      workedMs += performance.now() - since;
      looking = false;
    }
  }

  async function rest(): Promise<void> {
    workedMs += performance.now() - since;
    await pause();
    since = performance.now();
  }

  /** Lets the page work where a slice is used up; false where the prescan was stopped meanwhile. */
  async function breathe(): Promise<boolean> {
    if (performance.now() - since >= SLICE_MS) await rest();
    return !stopped;
  }

  /** Of a page, a shadow root, or any node that was added or changed. */
  async function holdsLikely(node: Node): Promise<boolean> {
    if (!(await breathe())) return false;
    if (isText(node)) return (prefilter(node.data) || continues(node)) && !isSource(node);
    if (!('querySelectorAll' in node)) return false;
    let found = false;
    const keep = (text: Text) => {
      found ||= !isSource(text);
    };
    // A number may go on across its edges; the walk looks across the first itself.
    const last = textsOf(node).lastChild() as Text | null;
    if (last && continues(last)) keep(last);
    let again = false;
    let walk = walkOver(node, again);
    const changesBefore = changes;
    while (walkOn(walk, { prefilter, keep, forget: null }) && !found) {
      if (!(await breathe())) return false;
      if (again || changes === changesBefore) continue;
      // A NodeIterator keeps its place, but each removal from the page costs more while it lives.
      again = true;
      walk = walkOver(node, again);
    }
    if (!found && node.isConnected) await roots.explore(node as Element | ShadowRoot);
    return found;
  }

  follow(document);
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

/** Full of numbers, and never shown. */
const isSource = ({ parentElement }: Text) =>
  ' script style noscript '.includes(` ${parentElement?.localName} `);
