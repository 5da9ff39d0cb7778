import { UnreadableError } from './compare.ts';

const TIMEOUT_MS = 30_000;
const MAX_PAGE_LENGTH = 20_000_000;

/** Loads a page. The only use of the network in the project, by `npm run sources` alone. */
export async function fetchPage(url: string): Promise<string> {
  try {
    const headers = {
      'user-agent': 'errata-sources (reads error code lists once a week)',
    };

    const answer = await fetch(url, {
      headers,
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
