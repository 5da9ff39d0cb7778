import type { Hit, TextContext } from '../detect/hit.ts';
import { alikeOf, isSilenced } from '../detect/silence.ts';
import { attributeOf, fits, isElement, isText, ofNode } from '../dom/nodes.ts';
import type { Engine } from './engine.ts';
import { passageAround } from './passage.ts';
import { pause } from './pause.ts';
import type { QuietApi, QuietCode } from './quiet-api.ts';
import { HOSTS, type OpenRoot } from './roots.ts';
import { siteOf } from './site.ts';
import { readSurroundings } from './surroundings.ts';
import { isOffLimits, isShown, isVisibleBox, readLayout } from './text-layout.ts';

/** Work between two pauses, and in all: a person waits, and the page goes on. */
const SLICE_MS = 8;
const TOTAL_MS = 700;
const MAX_FOUND = 40;
const LONG_TEXT = 4000;
const MAX_ATTRIBUTE = 1000;
const ATTRIBUTES = ['title', 'aria-label'] as const;
/** Characters shown on each side of a code. */
const AROUND = 60;

interface QuietOptions {
  engine: Engine;
  openRoot: OpenRoot;
  /** Read until here, then stop; for tests. */
  totalMs?: number;
}

/** Finds what is not underlined: codes that are only perhaps some, and those in tooltips and labels. Works when asked to, never else. */
export function createQuiet({ engine, openRoot, totalMs = TOTAL_MS }: QuietOptions): QuietApi {
  let places: WeakRef<Element>[] = [];

  return {
    async find({ provider, silenced }) {
      const site = siteOf(provider);
      const found = new Map<string, QuietCode>();
      const fresh: WeakRef<Element>[] = [];
      const done = new Set<Text>();
      let layout = readLayout();
      let surroundings = readSurroundings(site, layout);
      let worked = 0;
      let sliceStart = performance.now();
      let partial = false;

      function note(why: QuietCode['why'], hit: Hit, text: string, context: TextContext, element: Element) {
        if (isSilenced(hit, text, context, silenced)) return;
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

      function readText(text: Text, from: number, to: number) {
        const whole = from === 0 && to === text.data.length;
        if (whole && done.has(text)) return;
        if (!engine.mayHoldCode(whole ? text.data : text.data.slice(from, to))) return;
        const { parentElement } = text;
        if (!parentElement || isOffLimits(text) || !isShown(text)) return;
        const passage = passageAround(text, layout, from, to);
        if (!passage) return;
        for (const node of passage.core) done.add(node);
        const context = surroundings.of(passage.block);
        for (const hit of engine.detect(passage.text, context)) {
          if (engine.isStrong(hit) || !passage.owns(hit.start)) continue;
          const node = passage.locate(hit.start, false)?.node;
          if (node?.parentElement && isShown(node))
            note('perhaps', hit, passage.text, context, node.parentElement);
        }
      }

      function readAttributes(element: Element) {
        for (const attribute of ATTRIBUTES) {
          const text = attributeOf(element, attribute)?.slice(0, MAX_ATTRIBUTE);
          if (!text || !engine.mayHoldCode(text)) continue;
          if (!isVisibleBox(element)) continue;
          const context = surroundings.of(element);
          for (const hit of engine.detect(text, context))
            if (engine.isStrong(hit)) note('attribute', hit, text, context, element);
        }
      }

      const isDue = () => performance.now() - sliceStart >= SLICE_MS;

      /** False when there is no time left. */
      async function breathe(): Promise<boolean> {
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
          if (isDue() && !(await breathe())) return;
          if (isText(node)) {
            for (let from = 0; from < node.data.length; from += LONG_TEXT) {
              readText(node, from, Math.min(node.data.length, from + LONG_TEXT));
              if (isDue() && !(await breathe())) return;
            }
          } else if (isElement(node)) {
            readAttributes(node);
            const inner = fits(node, HOSTS) ? openRoot(node) : null;
            if (inner) await read(inner);
          }
        }
      }

      await read(document);
      places = fresh;
      return { codes: [...found.values()].sort((a, b) => b.strength - a.strength), partial };
    },
    reveal(place) {
      const element = places[place]?.deref();
      if (!element || !ofNode(element, 'isConnected')) return false;
      Element.prototype.scrollIntoView.call(element, {
        block: 'center',
        inline: 'nearest',
        behavior: 'instant',
      });
      return true;
    },
  };
}

/** The line around a hit, cut at words where it is long. */
function around(text: string, { start, end }: Hit): QuietCode['around'] {
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
