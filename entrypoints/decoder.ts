import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { CatalogueData } from '../data/schema.ts';
import { type Catalogue, openCatalogue } from '../lib/catalogue/catalogue.ts';
import { readBytes } from '../lib/explain/bytes.ts';
import { readPaste } from '../lib/explain/read-paste.ts';
import { packReport } from '../lib/explain/wire.ts';
import type { FromWorker, ToWorker } from './popup/paste-messages.ts';

/** Often enough for a bar that moves. */
const TELL_EVERY_MS = 100;

let catalogue: Catalogue | null = null;
const tell = (message: FromWorker) => postMessage(message);

async function read(catalogue: Catalogue, { id, source, context }: Extract<ToWorker, { source: unknown }>) {
  const text = typeof source === 'string' ? source : readBytes(new Uint8Array(await source.arrayBuffer()));
  if (typeof text !== 'string') return tell({ id, state: 'failed', fault: text });
  let toldAt = 0;
  let hasTold = false;
  for (const { done, report } of readPaste(text, catalogue, context)) {
    const now = performance.now();
    if (done === 1) tell({ id, state: 'done', done, report: packReport(report()) });
    else if (now - toldAt > TELL_EVERY_MS || !hasTold) {
      const packed = packReport(report());
      hasTold ||= packed.findings.length > 0;
      toldAt = now;
      tell({ id, state: 'reading', done, report: packed });
    }
  }
}

/** The worker of the decoder: reads what is pasted into the popup, away from the page. */
export default defineUnlistedScript(() => {
  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
    if ('catalogue' in data) catalogue = openCatalogue(JSON.parse(data.catalogue) as CatalogueData);
    else if (catalogue)
      read(catalogue, data).catch(() => tell({ id: data.id, state: 'failed', fault: null }));
  });
});
