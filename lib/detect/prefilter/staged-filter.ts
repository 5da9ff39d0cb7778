import { MAX_STATE_UNITS } from './filter-patterns.ts';
import { createPrefilter, type Prefilter } from './prefilter.ts';
import { isVendorHost, type PrefilterData } from './prefilter-pack.ts';

/**
 * Creates the prefilter of a page with marks. The coarse filter rejects most texts, at a fraction of the cost. On consoles that show states, the
 * prefilter also reads the headers that it remembers.
 */
export function createStagedFilter(
  hasCandidate: (text: string) => boolean,
  data: PrefilterData,
  host: string,
): Prefilter {
  const prefilter = createPrefilter(data, host);

  const stateOrHeader = isVendorHost(host, data.vendorHosts)
    ? new RegExp(data.harmfulStates, 'im')
    : null;

  const isRead = (text: string) =>
    hasCandidate(text) ||
    (text.length <= MAX_STATE_UNITS && stateOrHeader?.test(text) === true);

  return (text, from = 0, to = text.length) => {
    const own = text.slice(from, to);
    return isRead(own) && prefilter(own);
  };
}
