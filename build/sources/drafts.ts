import { stringify } from 'yaml';
import { getRegistryId } from '../../lib/core/entry-key.ts';
import type { SourceCheck } from './check-sources.ts';
import type { SourceData } from './compare.ts';

const INDENT = '  ';

/** Drafts new codes, by file of `data/`. The page's own words are comments, so that they stay out of the catalogue. */
export function createDrafts(
  checks: readonly SourceCheck[],
  data: SourceData,
): Map<string, string> {
  const drafts = checks.flatMap(({ id, differences }) =>
    differences
      .filter(({ kind }) => kind === 'new')
      .map((one) => ({ ...one, id, file: `${getRegistry(id, data)}.yaml` })),
  );

  const files = new Map<string, string>();

  for (const [key, [draft, ...others]] of Map.groupBy(
    drafts,
    ({ file, code }) => `${file} ${code}`,
  )) {
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
      claims: [draft, ...others].map(({ id, row }) => ({
        source: id,
        ...(row?.title && { title: toLine(row.title) }),
        says: '',
        agrees: true,
      })),
    };

    const yaml = stringify([record], { lineWidth: 0, singleQuote: true })
      .trimEnd()
      .replace(/^/gm, INDENT);

    const [file = ''] = key.split(' ');
    const comment = text ? `${INDENT}# The page says: ${toLine(text)}\n` : '';

    files.set(file, `${files.get(file) ?? ''}\n${comment}${yaml}\n`);
  }

  return files;
}

const toLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Returns the registry of a source's new codes: as declared, or the one with most of its claims. */
function getRegistry(id: string, { entries, sources }: SourceData): string {
  const read = sources.find((source) => source.id === id)?.read;
  if (read && 'format' in read && read.into) return read.into;

  const claimed = entries.filter(({ claims }) =>
    claims.some(({ source }) => source === id),
  );

  const byRegistry = Map.groupBy(claimed, getRegistryId);

  return (
    [...byRegistry].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? ''
  );
}
