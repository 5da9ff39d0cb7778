import { stringify } from 'yaml';
import type { SourceCheck } from './check-sources.ts';
import type { SourceData } from './compare.ts';
import { getRegistry } from './coverage.ts';

const INDENT = '  ';

/**
 * Drafts the records of new codes, by file of `data/`. The build refuses them until a person has completed them. The
 * page's own words are comments, so that they cannot become the catalogue's.
 */
export function createDrafts(checks: readonly SourceCheck[], data: SourceData): Map<string, string> {
  const drafts = checks.flatMap(({ id, differences }) =>
    differences
      .filter(({ kind }) => kind === 'new')
      .map((one) => ({ ...one, id, file: `${getRegistry(id, data)}.yaml` })),
  );
  const files = new Map<string, string>();
  for (const [key, [draft, ...others]] of Map.groupBy(drafts, ({ file, code }) => `${file} ${code}`)) {
    if (!draft?.row) continue;
    const { code, title, text, http = '' } = draft.row;
    const [status] = /^\d{3}\b/.exec(http) ?? [];
    const record = {
      code,
      draft: true,
      ...(title && { title: toLine(title) }),
      ...(status && { http: Number(status) }),
      class: '',
      meaning: '',
      verdict: { turn: '', retry: '' },
      next: '',
      confidence: 'single-source',
      claims: [draft, ...others].map(({ id, row }) => ({
        source: id,
        ...(row?.title && { title: toLine(row.title) }),
        says: '',
        agrees: true,
      })),
    };
    const yaml = stringify([record], { lineWidth: 0, singleQuote: true }).trimEnd().replace(/^/gm, INDENT);
    const [file = ''] = key.split(' ');
    const comment = text ? `${INDENT}# The page says: ${toLine(text)}\n` : '';
    files.set(file, `${files.get(file) ?? ''}\n${comment}${yaml}\n`);
  }
  return files;
}

const toLine = (text: string) => text.replace(/\s+/g, ' ').trim();
