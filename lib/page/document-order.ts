/** Compares positions in document order, also across shadow roots: the content of a shadow root is at the position of its host. */
export function byPosition(a: AbstractRange, b: AbstractRange): number {
  const [first, second] = [a.startContainer, b.startContainer];
  if (first === second) return a.startOffset - b.startOffset;
  if (first.getRootNode() === second.getRootNode()) return following(first, second);
  const [up, down] = [hosts(first), hosts(second)];
  while (up.length > 1 && down.length > 1 && up.at(-1) === down.at(-1)) {
    up.pop();
    down.pop();
  }
  const [x, y] = [up.at(-1) ?? first, down.at(-1) ?? second];
  return x === y ? up.length - down.length : following(x, y);
}

/** Sorting usually compares a later node with an earlier one, and browsers search backwards from the argument. */
function following(a: Node, b: Node): number {
  return b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
}

/** Returns a node and the hosts of its enclosing shadow roots, innermost first. */
function hosts(node: Node): Node[] {
  const path: Node[] = [node];
  for (let root = node.getRootNode(); 'host' in root; ) {
    const { host } = root as ShadowRoot;
    path.push(host);
    root = host.getRootNode();
  }
  return path;
}
