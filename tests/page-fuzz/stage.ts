import { isElementNode, isTextNode } from '../../lib/page/dom/nodes.ts';
import type { Deed } from './deed.ts';
import type { Piece } from './forms.ts';

type Act = Exclude<Deed, { do: 'pass' }>;

/** The page on which actions are performed. */
export interface Stage {
  readonly root: Element;
  readonly closed: WeakMap<Element, ShadowRoot>;
  /** Removed nodes that may be inserted again. */
  readonly taken: ChildNode[];
}

const SPACES: Record<string, string> = {
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
  urn: 'urn:view',
};

/** Replaces the previous page. */
export function setStage(pieces: readonly Piece[]): Stage {
  document.body.innerHTML =
    '<style>.away { display: none }</style><main></main>';

  const stage: Stage = {
    root: document.querySelector('main') as Element,
    closed: new WeakMap(),
    taken: [],
  };

  for (const piece of pieces) stage.root.append(createNode(piece, stage));

  return stage;
}

/** Returns the page as HTML, including closed shadow roots. */
export function serializeStage({ root, closed }: Stage): string {
  const shadowRoots = collectNodes(root, closed).filter(
    (node) => node instanceof ShadowRoot,
  );
  return root.getHTML({ shadowRoots }).replace(/(?:lorem ipsum ){3,}/g, '… ');
}

function createNode(piece: Piece, stage: Stage): Node {
  if (piece.kind === 'text') return document.createTextNode(piece.data);
  if (piece.kind === 'comment') return document.createComment(piece.data);

  if (piece.kind === 'instruction')
    return document.createProcessingInstruction('view', piece.data);

  if (piece.kind === 'fragment') {
    const fragment = document.createDocumentFragment();
    for (const inner of piece.pieces) fragment.append(createNode(inner, stage));
    return fragment;
  }

  const [space, name] = piece.name.includes(':')
    ? piece.name.split(':')
    : [null, piece.name];

  const element = space
    ? document.createElementNS(SPACES[space] ?? '', name ?? '')
    : document.createElement(piece.name);

  if (piece.kind === 'host')
    attachShadowRoot(element, piece.mode, piece.within, stage);
  else
    for (const [key, value] of Object.entries(piece.attributes))
      element.setAttribute(key, value);

  // Otherwise its content would run as a script.
  if (element.localName === 'script')
    element.setAttribute('type', 'text/plain');

  for (const inner of piece.pieces) element.append(createNode(inner, stage));

  return element;
}

function attachShadowRoot(
  host: Element,
  mode: ShadowRootMode,
  within: readonly Piece[],
  stage: Stage,
): void {
  const root = host.attachShadow({ mode });
  if (mode === 'closed') stage.closed.set(host, root);
  for (const inner of within) root.append(createNode(inner, stage));
}

/** Returns all nodes of the page in order, including those in shadow roots. */
export function collectNodes(
  node: Node,
  closed: Stage['closed'],
  nodes: Node[] = [],
): Node[] {
  nodes.push(node);

  if (isElementNode(node)) {
    const root = node.shadowRoot ?? closed.get(node);
    if (root) collectNodes(root, closed, nodes);
  }

  for (const child of node.childNodes) collectNodes(child, closed, nodes);

  return nodes;
}

const TOGGLED: readonly ((element: HTMLElement) => void)[] = [
  (element) => element.toggleAttribute('hidden'),
  (element) => element.classList.toggle('away'),
  ({ style }) =>
    style.setProperty('display', style.display === 'none' ? '' : 'none'),
  ({ style }) =>
    style.setProperty(
      'visibility',
      style.visibility === 'hidden' ? '' : 'hidden',
    ),
  (element) => element.closest('details')?.toggleAttribute('open'),
];

/** Elements that follow a header or a label. */
const PARTS = 'tbody tr,td,li,dd,[role="gridcell"],span + span';

/** Performs an action. Ignores actions that the DOM does not allow. */
export function performDeed(deed: Act, stage: Stage): void {
  try {
    applyDeed(deed, stage);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function applyDeed(deed: Act, stage: Stage): unknown {
  const { root, closed, taken } = stage;
  const all = collectNodes(root, closed);

  const pickNode = <N extends Node>(
    at: number,
    is: (node: Node) => node is N,
  ): N | undefined => {
    const fit = all.filter(is);
    return fit[at % fit.length];
  };

  const isParent = (node: Node): node is Element | ShadowRoot =>
    isElementNode(node) || node instanceof ShadowRoot;

  const isChild = (node: Node): node is ChildNode =>
    node !== root && node.parentNode !== null;

  const isHtml = (node: Node): node is HTMLElement =>
    node instanceof HTMLElement && node !== root;

  const isPart = (node: Node): node is HTMLElement =>
    isHtml(node) && node.matches(PARTS);

  const isData = (node: Node): node is CharacterData =>
    node instanceof CharacterData;

  const insertNode = (node: Node, at: number, place: number) => {
    const parent = pickNode(at, isParent) ?? root;
    const { childNodes } = parent;

    parent.insertBefore(
      node,
      childNodes[place % (childNodes.length + 1)] ?? null,
    );
  };

  switch (deed.do) {
    case 'add':
      return insertNode(createNode(deed.piece, stage), deed.at, deed.place);
    case 'replace':
      return pickNode(deed.at, isChild)?.replaceWith(
        createNode(deed.piece, stage),
      );
    case 'move': {
      const node = pickNode(deed.at, isChild);
      return node && insertNode(node, deed.to, deed.place);
    }
    case 'clone': {
      const node = pickNode(deed.at, isChild);
      return node && insertNode(node.cloneNode(true), deed.to, deed.place);
    }
    case 'take': {
      const node = pickNode(deed.at, isChild);
      if (node) taken.push(node);
      return node?.remove();
    }
    case 'drop':
      return pickNode(deed.at, isPart)?.remove();
    case 'shift': {
      const node = pickNode(deed.at, isPart);
      const siblings = node?.parentElement?.children;

      return siblings
        ?.item(deed.to % siblings.length)
        ?.before(deed.copy ? (node?.cloneNode(true) ?? '') : (node ?? ''));
    }
    case 'give': {
      const [node] =
        taken.length > 0 ? taken.splice(deed.which % taken.length, 1) : [];
      return node && insertNode(node, deed.at, deed.place);
    }
    case 'split': {
      const node = pickNode(deed.at, isTextNode);
      node?.splitText(deed.offset % (node.length + 1));
      return;
    }
    case 'normalize':
      return pickNode(deed.at, isParent)?.normalize();
    case 'write': {
      const node = pickNode(deed.at, isData);
      if (node) node.data = deed.data;
      return;
    }
    case 'reword': {
      const isFigure = /\d/.test(deed.data);

      const node = pickNode(
        deed.at,
        (node): node is Text =>
          isTextNode(node) && /\d/.test(node.data) === isFigure,
      );

      if (node) node.data = deed.data;

      return;
    }
    case 'say': {
      const node = pickNode(deed.at, isHtml);
      if (node) node.textContent = deed.data;
      return;
    }
    case 'fill': {
      const node = pickNode(deed.at, isHtml);
      if (node) node.innerHTML = `<b>${deed.data}</b> ${deed.data}`;
      return;
    }
    case 'empty':
      return pickNode(deed.at, isParent)?.replaceChildren();
    case 'toggle': {
      const node = pickNode(deed.at, isHtml);
      return node && TOGGLED[deed.what % TOGGLED.length]?.(node);
    }
    case 'edit': {
      const node = pickNode(deed.at, isHtml);
      if (node?.isContentEditable) node.removeAttribute('contenteditable');
      else node?.setAttribute('contenteditable', 'true');
      return;
    }
    case 'attach': {
      const node = pickNode(
        deed.at,
        (node): node is HTMLElement => isHtml(node) && node.localName === 'x-a',
      );

      return node && attachShadowRoot(node, deed.mode, [deed.piece], stage);
    }
  }
}
