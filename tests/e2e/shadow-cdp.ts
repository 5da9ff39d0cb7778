import type { CDPSession } from 'playwright-core';
import type { Box, Point, ShadowNode } from './browser.ts';

/** Returns the card of a page in Chromium. CDP reads closed shadow roots, which a page cannot. */
export async function readShadow(
  session: CDPSession,
): Promise<ShadowNode | null> {
  const { root } = (await session.send('DOM.getDocument', {
    depth: -1,
    pierce: true,
  })) as { root: CdpNode };

  return findShownCard(session, root);
}

interface CdpNode {
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  contentDocument?: CdpNode;
}

function findShownCard(session: CDPSession, node: CdpNode): ShadowNode | null {
  const [root] = node.shadowRoots ?? [];

  if (node.nodeName === 'ERRATA-CARD')
    return root?.children?.length
      ? readShadowNode(session, { ...node, children: root.children })
      : null;

  for (const child of [
    ...(node.shadowRoots ?? []),
    ...(node.children ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ]) {
    const found = findShownCard(session, child);
    if (found) return found;
  }

  return null;
}

function readShadowNode(session: CDPSession, node: CdpNode): ShadowNode {
  const pairs = node.attributes ?? [];

  const children = (node.children ?? []).filter(
    ({ nodeName }) => nodeName !== 'STYLE',
  );

  const getText = (of: CdpNode): string =>
    of.nodeName === 'STYLE'
      ? ''
      : of.nodeValue + (of.children ?? []).map(getText).join('');

  return {
    tag: node.nodeName.toLowerCase(),
    attributes: Object.fromEntries(
      pairs.flatMap((name, at) =>
        at % 2 === 0 ? [[name, pairs[at + 1] ?? '']] : [],
      ),
    ),
    text: children.map(getText).join(''),
    children: children
      .filter(({ nodeName }) => !nodeName.startsWith('#'))
      .map((child) => readShadowNode(session, child)),
    async box() {
      const { model } = await session.send('DOM.getBoxModel', {
        backendNodeId: node.backendNodeId,
      });
      return toBox(model.border);
    },
  };
}

function toBox(quad: readonly number[]): Box {
  const [x1 = 0, y1 = 0, x2 = 0, , , y3 = 0] = quad;
  const at: Point = { x: x1, y: y1 };
  return { ...at, width: x2 - x1, height: y3 - y1 };
}
