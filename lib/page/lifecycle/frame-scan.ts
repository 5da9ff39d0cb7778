import { createScanner, type ScannerOptions } from '../marking/scanner.ts';
import { type GetShadowRoot, observeShadowRoots } from '../text/shadow-roots.ts';
import { observePage } from './page-observer.ts';

const EXPLORE_DELAY_MS = 50;

/** Creates a scan of the document and its shadow roots, which follows their changes. */
export function createFrameScan(
  options: Omit<ScannerOptions, 'onHidden'> & {
    getShadowRoot: GetShadowRoot;
    onReplaced(): void;
    onResting(): void;
  },
) {
  const { getShadowRoot, onReplaced, onResting } = options;
  /** Weak, because a page creates and drops shadow roots all the time. */
  let followed: WeakRef<Document | ShadowRoot>[] = [];
  /** True after the first complete scan. Later changes are read quickly. */
  let isRead = false;
  /** Roots that have been read but not yet searched for nested shadow roots. */
  let unexplored: (Document | ShadowRoot)[] = [];
  let exploring = false;
  let stopped = false;

  const scanner = createScanner({ ...options, onHidden: (text) => watch.await(text), onSettled });
  const roots = observeShadowRoots(getShadowRoot, followRoot);
  const watch = observePage({
    marks: options.marks,
    scanner,
    roots,
    onFollowed: getFollowedRoots,
    onReplaced,
    onRemoved() {
      roots.prune();
      globalThis.errataOnNodesRemoved?.();
    },
    onResting,
    onRested() {
      isRead = false;
      for (const root of getFollowedRoots()) {
        watch.follow(root);
        readRoot(root);
      }
    },
  });

  function onSettled(): void {
    if (exploring) return;
    if (unexplored.length > 0) {
      exploring = true;
      // On a large page, the search for shadow roots takes as long as hundreds of marks. Paint the existing marks first.
      setTimeout(exploreRoots, EXPLORE_DELAY_MS);
      return;
    }
    isRead = true;
    watch.look();
    options.onSettled();
  }

  async function exploreRoots(): Promise<void> {
    try {
      // Grows during the loop.
      for (const root of unexplored) if (!stopped) await roots.explore(root);
    } finally {
      unexplored = [];
      exploring = false;
    }
    if (!stopped && !scanner.isReading()) onSettled();
  }

  function followRoot(root: Document | ShadowRoot): void {
    if (followed.length % 100 === 99) getFollowedRoots();
    followed.push(new WeakRef(root));
    watch.follow(root);
    readRoot(root);
  }

  function readRoot(root: Document | ShadowRoot): void {
    unexplored.push(root);
    scanner.scan(root);
  }

  function getFollowedRoots(): (Document | ShadowRoot)[] {
    followed = followed.filter((root) => root.deref()?.isConnected);
    return followed.flatMap((root) => root.deref() ?? []);
  }

  return {
    roots,
    watch,
    start: () => followRoot(document),
    isRead: () => isRead,
    isReading: () => watch.isResting() || (!isRead && (scanner.isReading() || unexplored.length > 0)),
    readAgain(): void {
      isRead = false;
      for (const root of getFollowedRoots()) scanner.scan(root);
    },
    stop(): void {
      stopped = true;
      roots.stop();
      watch.stop();
      scanner.stop();
    },
  };
}
