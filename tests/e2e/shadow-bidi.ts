import type { Bidi } from './bidi.ts';
import type { Box, ShadowNode } from './browser.ts';

interface NodeValue {
  sharedId?: string;
  value?: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: NodeValue[];
    shadowRoot?: NodeValue | null;
  };
}

/** Returns the card of a page in Firefox. BiDi serializes closed shadow roots, which a page cannot read. */
export async function readShadow(
  bidi: Bidi,
  top: string,
): Promise<ShadowNode | null> {
  for (const context of await getFrames(bidi, top)) {
    const { result } = await bidi.send<{ result: NodeValue }>(
      'script.evaluate',
      {
        expression: 'document.querySelector("errata-card")',
        target: { context },
        awaitPromise: false,
        serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
      },
    );

    const inside = result.value?.shadowRoot?.value?.children;

    if (inside?.length)
      return readShadowNode(bidi, context, {
        ...result,
        value: {
          nodeType: 1,
          localName: 'errata-card',
          ...result.value,
          children: inside,
        },
      });
  }

  return null;
}

interface Tree {
  context: string;
  children: Tree[] | null;
}

async function getFrames(bidi: Bidi, root: string): Promise<string[]> {
  const { contexts } = await bidi.send<{ contexts: Tree[] }>(
    'browsingContext.getTree',
    {
      root,
    },
  );

  const flattenTree = (tree: Tree): string[] => [
    tree.context,
    ...(tree.children ?? []).flatMap(flattenTree),
  ];

  return contexts.flatMap(flattenTree);
}

function readShadowNode(
  bidi: Bidi,
  context: string,
  node: NodeValue,
): ShadowNode {
  const children = (node.value?.children ?? []).filter(
    ({ value }) => value?.localName !== 'style',
  );

  const getText = ({ value }: NodeValue): string =>
    value?.localName === 'style'
      ? ''
      : (value?.nodeValue ?? '') +
        (value?.children ?? []).map(getText).join('');

  return {
    tag: node.value?.localName ?? '',
    attributes: node.value?.attributes ?? {},
    text: children.map(getText).join(''),
    children: children
      .filter(({ value }) => value?.nodeType === 1)
      .map((child) => readShadowNode(bidi, context, child)),
    async box() {
      const { result } = await bidi.send<{ result: { value: string } }>(
        'script.callFunction',
        {
          functionDeclaration: `(element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          let left = x, top = y;
          for (let frame = window.frameElement; frame; frame = frame.ownerDocument.defaultView.frameElement) {
            const outer = frame.getBoundingClientRect();
            left += outer.x + frame.clientLeft;
            top += outer.y + frame.clientTop;
          }
          return JSON.stringify({ x: left, y: top, width, height });
        }`,
          arguments: [{ sharedId: node.sharedId }],
          target: { context },
          awaitPromise: false,
        },
      );

      return JSON.parse(result.value) as Box;
    },
  };
}
