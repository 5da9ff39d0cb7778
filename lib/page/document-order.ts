/** Document order, across shadow roots too: a root's content stands where its host does. */
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

/** Sorting asks whether a later one comes first, and the browser looks for the other node backwards from its argument. */
function following(a: Node, b: Node): number {
  return b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
}

/** A node and the hosts of the shadow roots that it stands in, innermost first. */
function hosts(node: Node): Node[] {
  const path: Node[] = [node];
  for (let root = node.getRootNode(); 'host' in root; ) {
    const { host } = root as ShadowRoot;
    path.push(host);
    root = host.getRootNode();
  }
  return path;
}
