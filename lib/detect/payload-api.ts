import { findFirstFrom } from '../core/find-first-from.ts';
import { anyOf } from '../core/pattern-parts.ts';

export type PayloadApi = 'graph' | 'onprem' | null;

const GRAPH_PATTERN = anyOf(
  [
    /OAuthException/,
    /fbtrace_?id/,
    /error_subcode/,
    /messaging_product/,
    /GraphMethodException/,
    /graph\.facebook/,
  ],
  'gi',
);
const ONPREM_PATTERN = anyOf(
  [
    /whatsapp\/api\/errors/,
    /api_status/,
    /gB[EG]G/,
    /\/v1\/(?:messages|contacts|media|users|groups|account)/,
    /coreapp/,
    /waweb/,
    /on-premises/,
    /Business API client/,
  ],
  'gi',
);
const MAX_CONTEXT_UNITS = 500;

/** Finds the strings that identify an API in a text, once for all of its codes, and returns the API around UTF-16 offsets. */
export function findPayloadApis(
  text: string,
): (start: number, end: number) => PayloadApi {
  const findOffsets = (pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ({ index }) => index);

  let graph: readonly number[] | null = null;
  let onprem: readonly number[] | null = null;

  const isNear = (offsets: readonly number[], start: number, end: number) =>
    (offsets[findFirstFrom(offsets, start - MAX_CONTEXT_UNITS)] ??
      Number.POSITIVE_INFINITY) <
    end + MAX_CONTEXT_UNITS;

  return (start, end) => {
    if (text.startsWith('(#', start - 2)) return 'graph';
    graph ??= findOffsets(GRAPH_PATTERN);
    if (isNear(graph, start, end)) return 'graph';
    onprem ??= findOffsets(ONPREM_PATTERN);

    return isNear(onprem, start, end) ? 'onprem' : null;
  };
}
