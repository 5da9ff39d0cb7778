import type { DetectedCode, DetectRequest } from '../detect/detect-request.ts';
import type { Prefilter } from '../detect/prefilter.ts';
import { attributeOf, bringIntoView, fits, isElement, isText, ofNode } from '../dom/nodes.ts';
import { alikeOf, isSilenced, type Silence } from '../settings/silence.ts';
import type { DetectClient } from './detect-client.ts';
import { type Passage, passageAround, pieceEnd } from './passage.ts';
import { pause } from './pause.ts';
import { HOSTS, type OpenRoot } from './roots.ts';
import { siteOf } from './site.ts';
import { readSurroundings } from './surroundings.ts';
import { isOffLimits, isShown, isVisibleBox, readLayout } from './text-layout.ts';

/** Maximum working time between two yields, and in total, because a person is waiting. */
const SLICE_MS = 8;
const TOTAL_MS = 700;
const MAX_FOUND = 40;
const MAX_ATTRIBUTE = 1000;
const ATTRIBUTES = ['title', 'aria-label'] as const;
/** Characters shown on each side of a code. */
const AROUND = 60;
/** Maximum requests in one message. */
const MANY = 400;

/** A code on the page without a mark. */
export interface WeakHit {
  /** `perhaps`: too little evidence. `attribute`: in a tooltip or label, which cannot be marked. */
  why: 'perhaps' | 'attribute';
  code: string;
  /** Key of the best meaning. Null for a code that the catalogue does not know. */
  key: string | null;
  /** Number of similar hits in this frame. */
  count: number;
  strength: number;
  /** The text around the first one: before the code, the code as written, and after it. */
  around: readonly [string, string, string];
  /** Index in this frame, for `reveal`. */
  place: number;
}

export interface WeakHits {
  codes: readonly WeakHit[];
  /** True if the search stopped early because of a limit. */
  partial: boolean;
}

export interface WeakHitFinder {
  /** Searches the frame in slices. Discards earlier results. */
  find(about: { provider: string | null; silenced: readonly Silence[] }): Promise<WeakHits>;
  /** Scrolls to a found code. Returns false if it has left the page. */
  reveal(place: number): boolean;
}

export interface WeakHitOptions {
  prefilter: Prefilter;
  client: DetectClient;
  openRoot: OpenRoot;
  /** Time limit of the search, for tests. */
  totalMs?: number;
}

/** A detection request with its origin: a text of the page, or an attribute of an element. */
type Case = DetectRequest & ({ passage: Passage } | { element: Element });

/** Finds codes without a mark: weak hits, and codes in tooltips and labels. Runs only on request. */
export function createWeakHitFinder(options: WeakHitOptions): WeakHitFinder {
  const { prefilter, client, openRoot, totalMs = TOTAL_MS } = options;
  let places: WeakRef<Element>[] = [];

  return {
    async find({ provider, silenced }) {
      const site = siteOf(provider);
      const found = new Map<string, WeakHit>();
      const fresh: WeakRef<Element>[] = [];
      const done = new Set<Text>();
      let cases: Case[] = [];
      let layout = readLayout();
      let surroundings = readSurroundings(site, layout);
      let worked = 0;
      let sliceStart = performance.now();
      let partial = false;

      function note(one: Case, hit: DetectedCode, element: Element) {
        const { text, context } = one;
        if (isSilenced(hit, text, context, silenced)) return;
        const why = 'passage' in one ? 'perhaps' : 'attribute';
        const key = hit.meanings[0]?.key ?? null;
        const alike = why === 'perhaps' ? alikeOf(text, hit.start, hit.end, context).words : '';
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
        const { code, strength } = hit;
        found.set(name, { why, code, key, count: 1, strength, around: around(text, hit), place });
      }

      async function ask() {
        const asked = cases;
        cases = [];
        if (asked.length === 0) return;
        const requests = asked.map(({ text, context, weak }) => ({ text, context, ...(weak && { weak }) }));
        const results = await client(requests);
        partial ||= results === null;
        sliceStart = performance.now();
        for (const [at, one] of asked.entries()) {
          for (const hit of results?.[at] ?? []) {
            if (!('passage' in one)) note(one, hit, one.element);
            else if (one.passage.owns(hit.start)) {
              const node = one.passage.locate(hit.start, false)?.node;
              if (node?.parentElement && isShown(node)) note(one, hit, node.parentElement);
            }
          }
        }
      }

      function readText(text: Text, from: number, to: number) {
        const whole = from === 0 && to === text.data.length;
        if ((whole && done.has(text)) || !prefilter(text.data, from, to)) return;
        if (!text.parentElement || isOffLimits(text) || !isShown(text)) return;
        const passage = passageAround(text, layout, from, to);
        if (!passage) return;
        for (const node of passage.core) done.add(node);
        cases.push({
          text: passage.text,
          context: surroundings.of(passage.block),
          weak: true,
          passage,
        });
      }

      function readAttributes(element: Element) {
        for (const attribute of ATTRIBUTES) {
          const text = attributeOf(element, attribute)?.slice(0, MAX_ATTRIBUTE);
          if (text && prefilter(text) && isVisibleBox(element))
            cases.push({ text, context: surroundings.of(element), element });
        }
      }

      /** Returns false if the time is used up. */
      async function breathe(): Promise<boolean> {
        if (cases.length >= MANY) await ask();
        if (performance.now() - sliceStart < SLICE_MS) return true;
        worked += performance.now() - sliceStart;
        if (worked > totalMs) {
          partial = true;
          return false;
        }
        await pause();
        layout = readLayout();
        surroundings = readSurroundings(site, layout);
        sliceStart = performance.now();
        return true;
      }

      async function read(root: Document | ShadowRoot): Promise<void> {
        const nodes = document.createNodeIterator(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          if (!(await breathe())) return;
          if (isText(node)) {
            for (let from = 0, to = 0; from < node.data.length; from = to) {
              to = pieceEnd(node.data, from);
              readText(node, from, to);
              if (!(await breathe())) return;
            }
          } else if (isElement(node)) {
            readAttributes(node);
            const inner = fits(node, HOSTS) ? openRoot(node) : null;
            if (inner) await read(inner);
          }
        }
      }

      await read(document);
      await ask();
      places = fresh;
      return { codes: [...found.values()].sort((a, b) => b.strength - a.strength), partial };
    },
    reveal(place) {
      const element = places[place]?.deref();
      if (!element || !ofNode(element, 'isConnected')) return false;
      bringIntoView(element, 'center');
      return true;
    },
  };
}

/** Returns the line around a hit, truncated at word boundaries. */
export function around(text: string, { start, end }: Pick<DetectedCode, 'start' | 'end'>): WeakHit['around'] {
  const before =
    text
      .slice(Math.max(0, start - 2 * AROUND), start)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(end, end + 2 * AROUND).split('\n', 1)[0] ?? '';
  const lead = before.length > AROUND ? `…${before.slice(-AROUND).replace(/^\S*\s?/, '')}` : before;
  const tail = after.length > AROUND ? `${after.slice(0, AROUND).replace(/\s?\S*$/, '')}…` : after;
  return [lead.replace(/\s+/g, ' ').trimStart(), text.slice(start, end), tail.replace(/\s+/g, ' ').trimEnd()];
}
