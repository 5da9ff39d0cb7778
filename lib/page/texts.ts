import type { FirstLook } from '../detect/first-look.ts';
import { continues, mayContinue } from './continues.ts';
import { isShadowRoot } from './layout.ts';

/** The text of a page of more elements is not taken as a whole: that would be a long task. */
const VAST = 150_000;
/** So many texts are walked over in one go. */
const STRIDE = 64;

/** The texts below a node, on the way through them. */
export interface TextWalk {
  texts: Pick<NodeIterator, 'nextNode'>;
  /** All of them as one, as to ask each for its own costs more than all else here; null where each is asked. */
  whole: string | null;
  /** So far the whole is read. */
  to: number;
  /** The last unit of the text before. */
  last: number;
}

export interface TextSorter {
  firstLook: FirstLook;
  /** The text may hold a code. */
  keep(text: Text): void;
  /** It holds none. Null where nobody needs to know. */
  forget: ((text: Text) => void) | null;
}

/**
 * A page or shadow root, or what of it changed. A browser keeps each NodeIterator up to date with every removal until it is collected: none
 * for the many small things that change. A TreeWalker loses its way where the page removes the node that it stands on.
 *
 * @param anew The page changed on the way.
 */
export function walkOver(node: Node, anew: boolean): TextWalk {
  const texts =
    isRoot(node) || anew
      ? document.createNodeIterator(node, NodeFilter.SHOW_TEXT)
      : document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  return { texts, whole: anew ? null : wholeTextOf(node), to: 0, last: Number.NaN };
}

export const isRoot = (node: Node) => node === document || isShadowRoot(node);

/** It may lose its way where the page changes. */
export const mayStray = ({ texts }: TextWalk) => 'currentNode' in texts;

/** Looks at the next texts. `astray`: the pieces are others than the whole is made of. No generator, as a browser compiles those late. */
export function walkOn(
  walk: TextWalk,
  { firstLook, keep, forget }: TextSorter,
): 'further' | 'there' | 'astray' {
  const { texts, whole } = walk;
  for (let seen = 0; seen < STRIDE; seen++) {
    const text = texts.nextNode() as Text | null;
    if (!text) return whole === null || walk.to === whole.length ? 'there' : 'astray';
    const data = whole ?? text.data;
    const from = whole === null ? 0 : walk.to;
    const to = from + (whole === null ? data.length : text.length);
    walk.to = to;
    if (from === to) continue;
    const isLikely = firstLook(data, from, to);
    if (isLikely && whole !== null && whole.slice(from, to) !== text.data) return 'astray';
    if (isLikely || (mayContinue(walk.last, data.charCodeAt(from)) && continues(text))) keep(text);
    else forget?.(text);
    walk.last = data.charCodeAt(to - 1);
  }
  return 'further';
}

/** The texts of a page or shadow root as one. Null where they are few, or so many that it would take long. */
export function wholeTextOf(node: Node): string | null {
  if (!isRoot(node)) return null;
  const root = isShadowRoot(node) ? node : document.documentElement;
  // The browser has just counted them.
  const isVast = document.getElementsByTagName('*').length > VAST;
  return isVast ? null : root.textContent;
}
