import { getNodeProperty, isElementNode, isTextNode } from '../dom/nodes.ts';
import type { Marks } from '../marking/marks.ts';
import type { Scanner } from '../marking/scanner.ts';
import { createLayout, type Layout } from '../text/readable-text.ts';
import { createRescanFinder, type RescanFinder } from '../text/rescan-scope.ts';
import type { ShadowRootObserver } from '../text/shadow-roots.ts';
import { observeVisibility } from './visibility-observer.ts';

/** Throttle delay of changes. Longer if reading is slow and changes continue, but a code is marked within a second. */
export const DEBOUNCE_MS = 60;
export const MAX_DEBOUNCE_MS = 400;
/** Minimum delay of visibility checks. Longer if they are slow. */
const VISIBILITY_CHECK_MS = 250;
/** Length of the pause after repeated work, in its time: about 1% of the main thread, 4% while something scrolls. */
const REST_FACTOR = 100;
const SCROLL_REST_FACTOR = 25;
const MAX_HIDDEN_TEXTS = 5000;
/** Marks whose backdrop one check reads, so that it stays short on a large page. The next check continues. */
const MAX_BACKDROPS_READ = 1_000;
/** Maximum time for mutations within a period. After it, observation pauses until the period ends. */
const BUDGET_SPAN_MS = 10_000;
const MAX_BUDGET_MS = 0.04 * BUDGET_SPAN_MS;
/** Estimated time in which the browser creates one mutation record. */
const RECORD_COST_MS = 0.003;

const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: ['contenteditable', 'aria-readonly'],
};

export function observePage(options: {
  marks: Marks;
  scanner: Scanner;
  roots: ShadowRootObserver;
  onFollowed(): readonly (Document | ShadowRoot)[];
  /** Called when the document was replaced (`document.open`), which removes all listeners. */
  onReplaced(): void;
  onRemoved(): void;
  onResting(): void;
  /** Called when the pause ends. All roots must be observed and read again. */
  onRested(): void;
}) {
  const { marks, scanner, roots } = options;
  const hidden = new Set<Text>();
  const added = new Set<Node>();
  const touched = new Set<Node>();
  let gathering: ReturnType<typeof setTimeout> | 0 = 0;
  let looking: ReturnType<typeof setTimeout> | 0 = 0;
  let lookPause = VISIBILITY_CHECK_MS;
  /** Number of marks whose backdrop was read in this round. */
  let readMarks = 0;
  let lastRead = Number.NEGATIVE_INFINITY;
  let readMs = 0;
  let heardMs = 0;
  let spanEnd = 0;
  let resting: ReturnType<typeof setTimeout> | 0 = 0;

  const observer = new MutationObserver((records) => {
    const began = performance.now();

    handleRecords(records);

    const now = performance.now();
    if (now > spanEnd) {
      heardMs = 0;
      spanEnd = now + BUDGET_SPAN_MS;
    }

    heardMs += now - began + records.length * RECORD_COST_MS;
    if (heardMs > MAX_BUDGET_MS) pauseFor(spanEnd - now);
  });

  function pauseFor(ms: number): void {
    observer.disconnect();

    resting = setTimeout(() => {
      resting = 0;
      restoreListeners();

      const texts = [...marks.all].flatMap(({ nodes }) => nodes);

      marks.sweep(texts, true);
      options.onRested();
    }, ms);

    options.onResting();
  }

  function restoreListeners(): void {
    showings.listen();
    scanner.followScroll(document);
    options.onReplaced();
  }

  function handleRecords(records: readonly MutationRecord[]): void {
    scanner.handleChanges();

    const changes: Changes = {
      texts: [],
      after: new Set(),
      removed: false,
      moved: false,
    };

    for (const record of records) noteRecord(record, changes);

    for (const node of changes.after) touched.add(node);

    const split = [...changes.after]
      .flatMap((node) => [...marks.at(node)])
      .filter(({ nodes }) => nodes.length > 1)
      .flatMap(({ nodes }) => nodes);

    marks.sweep([...changes.texts, ...split], changes.removed, changes.moved);
    if (changes.removed) options.onRemoved();
    scanner.recall(added);
    if (added.size > 0 || touched.size > 0) scheduleRead();
  }

  /** Reads fields lazily: each getter on a record allocates, and there can be thousands per second. */
  function noteRecord(record: MutationRecord, changes: Changes): void {
    const { type, target } = record;

    if (type === 'childList') noteChildren(record, target, changes);
    else if (type === 'attributes') added.add(target);
    else if (isTextNode(target)) {
      changes.texts.push(target);
      added.add(target);
      touched.add(target);
    }
  }

  function noteChildren(
    record: MutationRecord,
    target: Node,
    changes: Changes,
  ): void {
    if (target === document) restoreListeners();

    const { addedNodes, removedNodes } = record;

    for (const node of addedNodes) if (mayHoldText(node)) added.add(node);

    for (const node of removedNodes)
      changes.moved ||= getNodeProperty(node, 'isConnected');

    changes.removed ||= removedNodes.length > 0;
    changes.after.add(record.nextSibling ?? target);
  }

  const showings = observeVisibility({
    roots: options.onFollowed,
    onVisibilityChange() {
      scanner.handleChanges();
      look();
    },
    onUse: () => marks.restore(),
    isWaiting: () => marks.all.size > 0,
  });

  function scheduleRead(): void {
    if (gathering !== 0) return;

    const factor = scanner.isScrolling() ? SCROLL_REST_FACTOR : REST_FACTOR;

    const pauseMs = Math.min(
      MAX_DEBOUNCE_MS,
      (readMs + scanner.workedMs()) * factor,
    );

    gathering = setTimeout(
      readChanges,
      Math.max(DEBOUNCE_MS, lastRead + pauseMs - performance.now()),
    );
  }

  function readChanges(): void {
    gathering = 0;
    lastRead = performance.now();

    const nodes = new Set<Node>();
    const finder = createRescanFinder();

    for (const node of touched)
      for (const other of finder.findNodes(node, nodes)) nodes.add(other);

    for (const node of touched) addTable(node, nodes, finder);
    for (const node of added) addNode(node, nodes, finder);

    added.clear();
    touched.clear();

    for (const node of nodes)
      if (getNodeProperty(node, 'isConnected') && !isWithin(node, nodes))
        scanner.scan(node);

    readMs = performance.now() - lastRead;
    look();
  }

  const addTable = (node: Node, nodes: Set<Node>, finder: RescanFinder) => {
    const table = finder.findAffectedTable(node);
    if (table) nodes.add(table);
  };

  function addNode(node: Node, nodes: Set<Node>, finder: RescanFinder): void {
    nodes.add(node);

    if (!isElementNode(node) || !getNodeProperty(node, 'isConnected')) return;

    void roots.explore(node);
    if (isHead(node)) addTable(node, nodes, finder);
  }

  const hasTexts = () => hidden.size > 0 || marks.all.size > 0;

  function look(): void {
    if (looking !== 0 || !hasTexts()) return;

    looking = setTimeout(() => {
      looking = 0;

      const start = performance.now();

      marks.restore();

      const layout = createLayout();
      const isDone = checkTexts(layout);

      if (hasTexts()) showings.await();

      lookPause = Math.max(
        VISIBILITY_CHECK_MS,
        (performance.now() - start) * REST_FACTOR,
      );
      if (!isDone) look();
    }, lookPause);
  }

  /** Scans hidden texts that are shown now, and drops marks that are not. Returns false if more is to be read. */
  function checkTexts(layout: Layout): boolean {
    const isAway = (text: Text) =>
      !layout.isShown(text) || layout.isOffLimits(text);

    for (const text of hidden) {
      if (text.isConnected && isAway(text)) continue;
      hidden.delete(text);
      if (text.isConnected) scanner.scan(text);
    }

    for (const mark of [...marks.all]) {
      const lost = mark.nodes.find(isAway);
      if (!lost) continue;
      marks.drop(mark);
      watchHiddenText(lost);
    }

    return readBackdrops(layout);
  }

  /** Reads what is behind the next marks. Returns false if there are more. */
  function readBackdrops(layout: Layout): boolean {
    const all = marks.usesBackdrops() ? [...marks.all] : [];
    const part = all.slice(readMarks, readMarks + MAX_BACKDROPS_READ);

    for (const mark of part)
      marks.setBackdrop(mark, layout.backdropOf(mark.nodes[0]));

    readMarks += part.length;

    const isDone = readMarks >= all.length;
    if (isDone) readMarks = 0;

    return isDone;
  }

  /** Checks a hidden text that may hold a code until it becomes visible. */
  function watchHiddenText(text: Text): void {
    if (hidden.size < MAX_HIDDEN_TEXTS) hidden.add(text);
  }

  return {
    /** Observes a document or shadow root, which its scroll events do not leave, also again after a pause. */
    follow(root: Document | ShadowRoot): void {
      scanner.followScroll(root);
      if (resting === 0) observer.observe(root, OBSERVED);
    },
    /** Returns true if the page changes too fast to be observed. */
    isResting: () => resting !== 0,
    await: watchHiddenText,
    isAwaiting: () => hidden.size > 0,
    look,
    stop(): void {
      observer.disconnect();
      showings.stop();
      clearTimeout(gathering);
      clearTimeout(resting);
      clearTimeout(looking);
      for (const nodes of [hidden, added, touched]) nodes.clear();
    },
  };
}

/** What changed in a page, as far as it concerns marks. */
interface Changes {
  texts: Text[];
  /** What follows a change. The parts of a code there may no longer be adjacent. */
  after: Set<Node>;
  removed: boolean;
  /** True if a removed node is on the page again. */
  moved: boolean;
}

const mayHoldText = (node: Node): boolean =>
  isElementNode(node) ? node.localName !== 'errata-card' : isTextNode(node);

/** Returns true for elements that may name the columns of an existing table. */
const isHead = ({ localName, previousElementSibling }: Element) =>
  localName === 'thead' || (localName === 'tr' && !previousElementSibling);

/** Returns true if an ancestor of this node will be read anyway. */
export function isWithin(node: Node, others: ReadonlySet<Node>): boolean {
  let around = getNodeProperty(node, 'parentNode');
  while (around && !others.has(around))
    around = getNodeProperty(around, 'parentNode');
  return around !== null;
}
