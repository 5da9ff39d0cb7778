import { getBundledCatalogue } from '../../lib/catalogue/bundled-catalogue.ts';
import { setLocale } from '../../lib/i18n/translate.ts';
import { decodeBytes } from '../../lib/paste/decode-bytes.ts';
import { readPaste } from '../../lib/paste/decode-paste.ts';
import { packReport } from '../../lib/paste/packed-report.ts';
import type { PasteRequest, PasteResponse } from './paste-messages.ts';

/** Interval of progress messages, short enough for a smooth progress bar. */
const PROGRESS_INTERVAL_MS = 250;

const postToPopup = (message: PasteResponse) => postMessage(message);

async function readRequest({ id, source, context, words, ownCodes }: PasteRequest) {
  setLocale(words);
  const text = typeof source === 'string' ? source : decodeBytes(new Uint8Array(await source.arrayBuffer()));
  if (typeof text !== 'string') return postToPopup({ id, state: 'failed', fault: text });
  let toldAt = 0;
  let hasTold = false;
  for (const { done, report } of readPaste(text, getBundledCatalogue(ownCodes), context)) {
    const now = performance.now();
    if (done === 1) postToPopup({ id, state: 'done', done, report: packReport(report()) });
    else if (now - toldAt > PROGRESS_INTERVAL_MS || !hasTold) {
      const packed = packReport(report());
      hasTold ||= packed.findings.length > 0;
      toldAt = now;
      postToPopup({ id, state: 'reading', done, report: packed });
    }
  }
}

// The popup's worker, which reads pastes off the main thread. Built with the pages, to share the chunks of engine and catalogue.
addEventListener('message', ({ data }: MessageEvent<PasteRequest>) => {
  readRequest(data).catch(() => postToPopup({ id: data.id, state: 'failed', fault: null }));
});
