import type { Page } from 'playwright-core';

/** Objects in a heap snapshot of a page, in all its worlds. */
export interface HeapSummary {
  /** Detached but reachable nodes, except for the closed card, which is reused. */
  detached: number;
  /** All `Range` and `StaticRange` objects. */
  ranges: number;
}

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
  nodes: number[];
  strings: string[];
}

const IS_DETACHED = 2;

/** Takes a heap snapshot of a page after garbage collection. */
export async function takeHeapSnapshot(page: Page): Promise<HeapSummary> {
  const cdp = await page.context().newCDPSession(page);
  const chunks: string[] = [];

  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) =>
    chunks.push(chunk),
  );

  for (let round = 0; round < 3; round++)
    await cdp.send('HeapProfiler.collectGarbage');

  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await cdp.detach();

  const { snapshot, nodes, strings } = JSON.parse(chunks.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;

  const [type, name, detachedness] = ['type', 'name', 'detachedness'].map(
    (field) => fields.indexOf(field),
  ) as [number, number, number];

  const held: HeapSummary = { detached: 0, ranges: 0 };

  for (let node = 0; node < nodes.length; node += fields.length) {
    const named = strings[nodes[node + name] ?? 0] ?? '';
    if (
      nodes[node + detachedness] === IS_DETACHED &&
      !named.startsWith('<errata-card')
    )
      held.detached++;

    const isNative = types[0][nodes[node + type] ?? 0] === 'native';
    if (isNative && /^(?:Static)?Range$/.test(named)) held.ranges++;
  }

  return held;
}
