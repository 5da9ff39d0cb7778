import type { CDPSession } from 'playwright-core';
import type { Box, Point, ShadowNode } from './browser.ts';

/** Returns the card of a page in Chromium. CDP reads closed shadow roots, which a page cannot. */
export async function readShadow(session: CDPSession): Promise<ShadowNode | null> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: CdpNode };
  return shownCard(session, root);
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

function shownCard(session: CDPSession, node: CdpNode): ShadowNode | null {
  const [root] = node.shadowRoots ?? [];
  if (node.nodeName === 'ERRATA-CARD')
    return root?.children?.length ? shadowNode(session, { ...node, children: root.children }) : null;
  for (const child of [
    ...(node.shadowRoots ?? []),
    ...(node.children ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ]) {
    const found = shownCard(session, child);
    if (found) return found;
  }
  return null;
}

function shadowNode(session: CDPSession, node: CdpNode): ShadowNode {
  const pairs = node.attributes ?? [];
  const children = (node.children ?? []).filter(({ nodeName }) => nodeName !== 'STYLE');
  const text = (of: CdpNode): string =>
    of.nodeName === 'STYLE' ? '' : of.nodeValue + (of.children ?? []).map(text).join('');
  return {
    tag: node.nodeName.toLowerCase(),
    attributes: Object.fromEntries(
      pairs.flatMap((name, at) => (at % 2 === 0 ? [[name, pairs[at + 1] ?? '']] : [])),
    ),
    text: children.map(text).join(''),
    children: children
      .filter(({ nodeName }) => !nodeName.startsWith('#'))
      .map((child) => shadowNode(session, child)),
    async box() {
      const { model } = await session.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId });
      return boxOf(model.border);
    },
  };
}

function boxOf(quad: readonly number[]): Box {
  const [x1 = 0, y1 = 0, x2 = 0, , , y3 = 0] = quad;
  const at: Point = { x: x1, y: y1 };
  return { ...at, width: x2 - x1, height: y3 - y1 };
}
