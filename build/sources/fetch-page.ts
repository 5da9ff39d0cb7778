import type { LinkAnswer } from './check-links.ts';
import { UnreadableError } from './compare.ts';

const TIMEOUT_MS = 30_000;
const MAX_PAGE_LENGTH = 20_000_000;
const HEADERS = {
  'user-agent': 'errata-sources (reads error code lists once a week)',
};

/** Loads a page. With `askAddress`, the only use of the network in the project, by `npm run sources` alone. */
export async function fetchPage(url: string): Promise<string> {
  try {
    const answer = await fetch(url, {
      headers: HEADERS,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });

    if (!answer.ok) throw new UnreadableError(`HTTP ${answer.status}`);

    const page = await answer.text();
    if (page.length > MAX_PAGE_LENGTH)
      throw new UnreadableError('the page is too long');

    return page;
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    throw new UnreadableError(
      `no answer: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** Asks whether an address answers. Some sites answer only the request for the page, not that for its headers. */
export async function askAddress(url: string): Promise<LinkAnswer> {
  const head = await request(url, 'HEAD');
  const isSure = 'status' in head && head.status < 400;

  return isSure ? head : request(url, 'GET');
}

async function request(
  url: string,
  method: 'HEAD' | 'GET',
): Promise<LinkAnswer> {
  try {
    const { status, body } = await fetch(url, {
      method,
      headers: HEADERS,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });

    await body?.cancel();

    return { status };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };

    return { failure: cause?.code ?? message };
  }
}
