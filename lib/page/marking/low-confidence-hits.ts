import type { DetectedCode, DetectRequest } from '../../detect/detect-request.ts';
import type { Prefilter } from '../../detect/prefilter.ts';
import {
  getAttribute,
  getNodeProperty,
  isElementNode,
  isTextNode,
  matches,
  scrollIntoView,
} from '../../dom/nodes.ts';
import { getRangeSignature, isSuppressed, type Suppression } from '../../settings/suppression.ts';
import { createPassage, findPieceEnd, type Passage } from '../text/passage.ts';
import { type GetShadowRoot, HOST_SELECTOR } from '../text/shadow-roots.ts';
import { getSite } from '../text/site.ts';
import { createSurroundings } from '../text/surroundings.ts';
import { createLayout, isOffLimits, isTextShown, isVisibleBox } from '../text/text-layout.ts';
import { yieldToMain } from '../text/yield-to-main.ts';
import { getMeanings, type PageCode } from './code-counts.ts';
import type { DetectClient } from './detect-client.ts';

/** Maximum working time between two yields, and in total, because a person is waiting. */
const SLICE_MS = 8;
const MAX_TOTAL_MS = 700;
const MAX_FOUND = 40;
const MAX_ATTRIBUTE_LENGTH = 1000;
const ATTRIBUTES = ['title', 'aria-label'] as const;
/** Characters shown on each side of a code. */
const MAX_UNITS_AROUND = 60;
const MAX_REQUESTS_PER_MESSAGE = 400;

/** A code on the page without a mark. */
export interface LowConfidenceHit {
  /** `perhaps`: too little evidence. `attribute`: in a tooltip or label, which cannot be marked. */
  why: 'perhaps' | 'attribute';
  code: string;
  /** Key of the best meaning. Null for a code that the catalogue does not know. */
  key: string | null;
  meanings?: PageCode['meanings'];
  /** Number of similar hits in this frame. */
  count: number;
  confidence: number;
  /** The text around the first one: before the code, the code as written, and after it. */
  around: readonly [string, string, string];
  /** Index in this frame, for `reveal`. */
  place: number;
}

export interface LowConfidenceHits {
  codes: readonly LowConfidenceHit[];
  /** True if the search stopped early because of a limit. */
  partial: boolean;
}

export interface LowConfidenceHitFinder {
  /** Searches the frame in slices. Discards earlier results. */
  find(about: { provider: string | null; silenced: readonly Suppression[] }): Promise<LowConfidenceHits>;
  /** Scrolls to a found code. Returns false if it has left the page. */
  reveal(place: number): boolean;
}

export interface LowConfidenceHitOptions {
  prefilter: Prefilter;
  client: DetectClient;
  getShadowRoot: GetShadowRoot;
  /** Time limit of the search, for tests. */
  totalMs?: number;
}

/** A detection request with its origin: a text of the page, or an attribute of an element. */
type PendingRequest = DetectRequest & ({ passage: Passage } | { element: Element });

/** Finds codes without a mark: weak hits, and codes in tooltips and labels. Runs only on request. */
export function createLowConfidenceHitFinder(options: LowConfidenceHitOptions): LowConfidenceHitFinder {
  const { prefilter, client, getShadowRoot, totalMs = MAX_TOTAL_MS } = options;
  let places: WeakRef<Element>[] = [];

  return {
    async find({ provider, silenced }) {
      const site = getSite(provider);
      const found = new Map<string, LowConfidenceHit>();
      const fresh: WeakRef<Element>[] = [];
      const done = new Set<Text>();
      let pendingRequests: PendingRequest[] = [];
      let layout = createLayout();
      let surroundings = createSurroundings(site, layout);
      let worked = 0;
      let sliceStart = performance.now();
      let partial = false;

      function addHit(one: PendingRequest, hit: DetectedCode, element: Element) {
        const { text, context } = one;
        if (isSuppressed(hit, text, context, silenced)) return;
        const why = 'passage' in one ? 'perhaps' : 'attribute';
        const key = hit.meanings[0]?.key ?? null;
        const alike = why === 'perhaps' ? getRangeSignature(text, hit.start, hit.end, context).words : '';
        const name = [why, hit.code, key, alike].join('\n');
        const known = found.get(name);
        if (known) {
          known.count++;
          return;
        }
        if (found.size >= MAX_FOUND) {
          partial = true;
          return;
        }
        const place = fresh.push(new WeakRef(element)) - 1;
        const { code, confidence } = hit;
        const around = getLineAround(text, hit);
        found.set(name, { why, code, key, count: 1, confidence, around, place, ...getMeanings(hit) });
      }

      async function requestDetection() {
        const asked = pendingRequests;
        pendingRequests = [];
        if (asked.length === 0) return;
        const requests = asked.map(({ text, context, weak }) => ({ text, context, ...(weak && { weak }) }));
        const results = await client(requests);
        partial ||= results === null;
        sliceStart = performance.now();
        for (const [at, one] of asked.entries()) {
          for (const hit of results?.[at] ?? []) {
            if (!('passage' in one)) addHit(one, hit, one.element);
            else if (one.passage.owns(hit.start)) {
              const node = one.passage.locate(hit.start, false)?.node;
              if (node?.parentElement && isTextShown(node)) addHit(one, hit, node.parentElement);
            }
          }
        }
      }

      function readText(text: Text, from: number, to: number) {
        const whole = from === 0 && to === text.data.length;
        if ((whole && done.has(text)) || !prefilter(text.data, from, to)) return;
        if (!text.parentElement || isOffLimits(text) || !isTextShown(text)) return;
        const passage = createPassage(text, layout, from, to);
        if (!passage) return;
        for (const node of passage.core) done.add(node);
        pendingRequests.push({
          text: passage.text,
          context: surroundings.of(passage.block),
          weak: true,
          passage,
        });
      }

      function readAttributes(element: Element) {
        for (const attribute of ATTRIBUTES) {
          const text = getAttribute(element, attribute)?.slice(0, MAX_ATTRIBUTE_LENGTH);
          if (text && prefilter(text) && isVisibleBox(element))
            pendingRequests.push({ text, context: surroundings.of(element), element });
        }
      }

      /** Returns false if the time is used up. */
      async function yieldIfDue(): Promise<boolean> {
        if (pendingRequests.length >= MAX_REQUESTS_PER_MESSAGE) await requestDetection();
        if (performance.now() - sliceStart < SLICE_MS) return true;
        worked += performance.now() - sliceStart;
        if (worked > totalMs) {
          partial = true;
          return false;
        }
        await yieldToMain();
        layout = createLayout();
        surroundings = createSurroundings(site, layout);
        sliceStart = performance.now();
        return true;
      }

      async function readRoot(root: Document | ShadowRoot): Promise<void> {
        const nodes = document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          if (!(await yieldIfDue())) return;
          if (isTextNode(node)) {
            for (let from = 0, to = 0; from < node.data.length; from = to) {
              to = findPieceEnd(node.data, from);
              readText(node, from, to);
              if (!(await yieldIfDue())) return;
            }
          } else if (isElementNode(node)) {
            readAttributes(node);
            const inner = matches(node, HOST_SELECTOR) ? getShadowRoot(node) : null;
            if (inner) await readRoot(inner);
          }
        }
      }

      await readRoot(document);
      await requestDetection();
      places = fresh;
      return { codes: [...found.values()].sort((a, b) => b.confidence - a.confidence), partial };
    },
    reveal(place) {
      const element = places[place]?.deref();
      if (!element || !getNodeProperty(element, 'isConnected')) return false;
      scrollIntoView(element, 'center');
      return true;
    },
  };
}

/** Returns the line around a hit, truncated at word boundaries. */
export function getLineAround(
  text: string,
  { start, end }: Pick<DetectedCode, 'start' | 'end'>,
): LowConfidenceHit['around'] {
  const before =
    text
      .slice(Math.max(0, start - 2 * MAX_UNITS_AROUND), start)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(end, end + 2 * MAX_UNITS_AROUND).split('\n', 1)[0] ?? '';
  const lead =
    before.length > MAX_UNITS_AROUND ? `…${before.slice(-MAX_UNITS_AROUND).replace(/^\S*\s?/, '')}` : before;
  const tail =
    after.length > MAX_UNITS_AROUND ? `${after.slice(0, MAX_UNITS_AROUND).replace(/\s?\S*$/, '')}…` : after;
  return [lead.replace(/\s+/g, ' ').trimStart(), text.slice(start, end), tail.replace(/\s+/g, ' ').trimEnd()];
}
