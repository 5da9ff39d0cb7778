import type { Engine } from '../page/engine.ts';
import { decodeRequests, encodeResults, type WireRequests, type WireResults } from './detect-wire.ts';

/** After a rest the engine lets go of what it remembers of texts: its next one takes it some milliseconds more. */
const REST_MS = 1_000;

/** Answers what the frames of all tabs ask. Nothing of it is kept beyond a moment. */
export function detectService(engine: Engine): (parcel: WireRequests) => WireResults {
  let resting: ReturnType<typeof setTimeout> | undefined;
  return (parcel) => {
    clearTimeout(resting);
    const findings = decodeRequests(parcel).map(engine.answer);
    resting = setTimeout(engine.forget, REST_MS);
    return encodeResults(findings);
  };
}
