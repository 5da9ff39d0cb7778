import { bundledCatalogue } from '../../lib/catalogue/bundled.ts';
import { readBytes } from '../../lib/explain/bytes.ts';
import { readPaste } from '../../lib/explain/decode.ts';
import { packReport } from '../../lib/explain/wire.ts';
import { setLanguage } from '../../lib/language/translate.ts';
import type { FromWorker, ToWorker } from './paste-messages.ts';

/** Interval of progress messages, short enough for a smooth progress bar. */
const TELL_EVERY_MS = 250;

const tell = (message: FromWorker) => postMessage(message);

async function read({ id, source, context, words }: ToWorker) {
  setLanguage(words);
  const text = typeof source === 'string' ? source : readBytes(new Uint8Array(await source.arrayBuffer()));
  if (typeof text !== 'string') return tell({ id, state: 'failed', fault: text });
  let toldAt = 0;
  let hasTold = false;
  for (const { done, report } of readPaste(text, bundledCatalogue(), context)) {
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

// The popup's worker, which reads pastes off the main thread. Built with the pages, to share the chunks of engine and catalogue.
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  read(data).catch(() => tell({ id: data.id, state: 'failed', fault: null }));
});
