import type { UnmarkedCandidate } from '../../core/diagnostics.ts';
import type { Span } from '../../core/spans.ts';
import type {
  DetectedCode,
  DetectRequest,
} from '../../detect/detect-request.ts';
import type { Prefilter } from '../../detect/prefilter/prefilter.ts';
import { MIN_CONFIDENCE, type Sensitivity } from '../../detect/threshold.ts';
import type { PageState } from '../../settings/settings.ts';
import { getRangeSignature, isSuppressed } from '../../settings/suppression.ts';
import {
  createNodeIterator,
  getAttribute,
  getNodeProperty,
  isElementNode,
  isTextNode,
  matches,
  scrollIntoView,
} from '../dom/nodes.ts';
import { createPassage, findPieceEnd } from '../text/passage.ts';
import { isVisibleBox } from '../text/readable-text.ts';
import { type GetShadowRoot, HOST_SELECTOR } from '../text/shadow-roots.ts';
import { getSite } from '../text/site.ts';
import { TimeSlice } from '../text/time-slice.ts';
import { yieldToMain } from '../text/yield-to-main.ts';
import type { DetectClient } from './annotate-queue.ts';
import { getMeanings, type PageCode } from './code-counts.ts';

/** Maximum working time in total, because a person is waiting. */
const MAX_TOTAL_MS = 700;
const MAX_FOUND = 40;
const MAX_ATTRIBUTE_LENGTH = 1000;
const ATTRIBUTES = ['title', 'aria-label'] as const;
const MAX_UNITS_AROUND = 60;
const MAX_REQUESTS_PER_MESSAGE = 400;

/** A code on the page without a mark. */
export interface LowConfidenceHit
  extends Omit<PageCode, 'unmarked'>,
    UnmarkedCandidate {
  /** `perhaps`: too little evidence. `attribute`: in a tooltip or label, which cannot be marked. */
  why: 'perhaps' | 'attribute';
  /** Index in this frame, for `reveal`. */
  place: number;
}

export type LowConfidenceHitFinder = ReturnType<
  typeof createLowConfidenceHitFinder
>;

interface PendingRequest extends DetectRequest {
  why: LowConfidenceHit['why'];
  /** Returns the element of a hit. Returns null if it belongs to another request or is hidden. */
  locate(hit: DetectedCode): Element | null;
}

/** Finds codes without a mark: weak hits, and codes in tooltips and labels. Runs only on request. */
export function createLowConfidenceHitFinder(options: {
  prefilter: Prefilter;
  client: DetectClient;
  getShadowRoot: GetShadowRoot;
}) {
  const { prefilter, client, getShadowRoot } = options;
  let places: WeakRef<Element>[] = [];

  return {
    /**
     * Searches the frame in slices. Discards earlier results, unless it only asks why numbers are not marked.
     *
     * @param about.judgedFor Finds every number that this sensitivity leaves unmarked instead, and why.
     * @returns The codes, and as `partial` whether the search stopped early because of a limit.
     */
    async find({
      provider,
      suppressions,
      judgedFor,
    }: Pick<PageState, 'provider' | 'suppressions'> & {
      judgedFor?: Sensitivity;
    }) {
      const found = new Map<string, LowConfidenceHit>();
      const fresh: WeakRef<Element>[] = [];
      let pendingRequests: PendingRequest[] = [];
      const read = new Set<Text>();
      const slice = new TimeSlice(() => getSite(provider));
      let worked = 0;
      let partial = false;

      function addHit(
        { text, context, why, locate }: PendingRequest,
        hit: DetectedCode,
      ) {
        const element = locate(hit);
        const isOff = isSuppressed(hit, text, context, suppressions);
        if (!element || !isWanted(why, hit, isOff)) return;

        const key = hit.meanings[0]?.key ?? null;

        const alike =
          why === 'perhaps'
            ? getRangeSignature(text, hit.start, hit.end, context).words
            : '';

        const name = [why, hit.code, key, alike].join('\n');
        const known = found.get(name);

        if (known) known.count++;
        else if (found.size >= MAX_FOUND) partial = true;
        else
          found.set(name, {
            why,
            code: hit.code,
            key,
            count: 1,
            confidence: hit.confidence,
            around: getLineAround(text, hit),
            place: fresh.push(new WeakRef(element)) - 1,
            ...getMeanings(hit),
            ...getRejection(why, hit, isOff),
          });
      }

      /** Asked why numbers are not marked, also returns true for those that the user suppressed. */
      function isWanted(
        why: LowConfidenceHit['why'],
        { confidence }: DetectedCode,
        isOff: boolean,
      ): boolean {
        if (isOff || !judgedFor) return !isOff || judgedFor !== undefined;

        return why !== 'perhaps' || confidence < MIN_CONFIDENCE[judgedFor];
      }

      async function requestDetection() {
        const asked = pendingRequests;

        pendingRequests = [];
        if (asked.length === 0) return;

        const requests = asked.map(({ text, context, why }): DetectRequest => {
          const weak = why === 'perhaps' ? 'weak' : undefined;
          const wanted = judgedFor ? 'judged' : weak;

          return { text, context, ...(wanted && { wanted }) };
        });

        const results = await client(requests);

        partial ||= results === null;
        slice.next();

        for (const [at, one] of asked.entries())
          for (const hit of results?.[at] ?? []) addHit(one, hit);
      }

      function readText(text: Text, from: number, to: number) {
        const { layout, surroundings } = slice;

        if (read.has(text) || !prefilter(text.data, from, to)) return;

        if (
          !text.parentElement ||
          layout.isOffLimits(text) ||
          !layout.isShown(text)
        )
          return;

        const passage = createPassage(text, layout, from, to);
        if (!passage) return;
        for (const node of passage.core) read.add(node);

        const context = surroundings.of(passage.block);

        const locate = ({ start }: DetectedCode) => {
          const node = passage.owns(start) && passage.locate(start)?.node;
          return node && slice.layout.isShown(node) ? node.parentElement : null;
        };

        pendingRequests.push({
          text: passage.text,
          context,
          why: 'perhaps',
          locate,
        });
      }

      function readAttributes(element: Element) {
        for (const attribute of ATTRIBUTES) {
          const text = getAttribute(element, attribute)?.slice(
            0,
            MAX_ATTRIBUTE_LENGTH,
          );

          if (!text || !prefilter(text) || !isVisibleBox(element)) continue;

          const context = slice.surroundings.of(element);

          pendingRequests.push({
            text,
            context,
            why: 'attribute',
            locate: () => element,
          });
        }
      }

      async function yieldIfDue(): Promise<boolean> {
        if (pendingRequests.length >= MAX_REQUESTS_PER_MESSAGE)
          await requestDetection();

        if (!slice.isExpired()) return true;
        worked += performance.now() - slice.since;

        if (worked > MAX_TOTAL_MS) {
          partial = true;
          return false;
        }

        await yieldToMain();
        slice.forget();
        slice.next();

        return true;
      }

      async function readRoot(root: Document | ShadowRoot): Promise<void> {
        const nodes = createNodeIterator(
          root,
          NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
        );

        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          const goesOn = (await yieldIfDue()) && (await readNode(node));
          if (!goesOn) return;
        }
      }

      /** Returns false at the limit. */
      async function readNode(node: Node): Promise<boolean> {
        if (isTextNode(node)) return readPieces(node);
        if (isElementNode(node)) await readElement(node);

        return true;
      }

      async function readPieces(text: Text): Promise<boolean> {
        for (let from = 0, to = 0; from < text.data.length; from = to) {
          to = findPieceEnd(text.data, from);
          readText(text, from, to);
          if (!(await yieldIfDue())) return false;
        }

        return true;
      }

      async function readElement(element: Element): Promise<void> {
        readAttributes(element);

        const inner = matches(element, HOST_SELECTOR)
          ? getShadowRoot(element)
          : null;

        if (inner) await readRoot(inner);
      }

      await readRoot(document);
      await requestDetection();
      if (!judgedFor) places = fresh;

      return {
        codes: [...found.values()].sort((a, b) => b.confidence - a.confidence),
        partial,
      };
    },
    /** Scrolls to a found code. Returns false if it has left the page. */
    reveal(place: number): boolean {
      const element = places[place]?.deref();
      if (!element || !getNodeProperty(element, 'isConnected')) return false;
      scrollIntoView(element, 'center');
      return true;
    },
  };
}

/** Returns why a hit is not marked, if it is known. */
function getRejection(
  why: LowConfidenceHit['why'],
  hit: DetectedCode,
  isOff: boolean,
): Pick<LowConfidenceHit, 'rejection'> {
  const rejection = isOff ? 'suppressed' : hit.rejection;
  if (!rejection) return {};

  return {
    rejection: why === 'attribute' ? 'in a tooltip or label' : rejection,
  };
}

export function getLineAround(
  text: string,
  { start, end }: Span,
): LowConfidenceHit['around'] {
  const before = text
    .slice(Math.max(0, start - 2 * MAX_UNITS_AROUND), start)
    .split('\n');

  const after = text.slice(end, end + 2 * MAX_UNITS_AROUND).split('\n');

  const lead = cutLong(before.at(-1) ?? '', (part) =>
    part.slice(-MAX_UNITS_AROUND).replace(/^\S*\s?/, '…'),
  );

  const tail = cutLong(after[0] ?? '', (part) =>
    part.slice(0, MAX_UNITS_AROUND).replace(/\s?\S*$/, '…'),
  );

  return [lead.trimStart(), text.slice(start, end), tail.trimEnd()];
}

const cutLong = (part: string, cut: (part: string) => string) =>
  (part.length > MAX_UNITS_AROUND ? cut(part) : part).replace(/\s+/g, ' ');
