import type { Entry } from '../../data/schema.ts';
import type { SearchResult } from '../../lib/catalogue/search/search.ts';
import { findSoleNumber } from '../../lib/catalogue/search/search-query.ts';
import { tokenizeQuery } from '../../lib/catalogue/search/tokenize.ts';
import { t } from '../../lib/core/i18n/translate.ts';

export interface ResultGroup {
  id: 'results' | 'longer' | 'related';
  heading: string | null;
  entries: readonly Entry[];
}

export function createResultGroups(
  query: string,
  found: readonly SearchResult[],
): ResultGroup[] {
  const fitting = found.filter(({ kind }) => kind !== 'neighbour');

  const createGroup = (
    id: ResultGroup['id'],
    heading: string | null,
    ...kinds: SearchResult['kind'][]
  ) => ({
    id,
    heading,
    entries: fitting
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ entry }) => entry),
  });

  const exact = createGroup('results', null, 'exact');

  const groups: ResultGroup[] =
    exact.entries.length === 0
      ? [
          createGroup(
            'results',
            getGroupHeading(query, fitting),
            'prefix',
            'text',
          ),
        ]
      : [
          exact,
          createGroup('longer', t('Codes that start with this'), 'prefix'),
          createGroup(
            'related',
            findSoleNumber(query) ? t('Related codes') : t('Text matches'),
            'text',
          ),
        ];

  return groups.filter(({ entries }) => entries.length > 0);
}

/** Returns the heading for results of a word search. Null if the query is a name of the entry, so that the result is an answer. */
function getGroupHeading(
  query: string,
  [best]: readonly SearchResult[],
): string | null {
  const asked = joinWords(query);
  if (best?.kind !== 'text' || !/\p{L}/u.test(asked)) return null;

  const { title, renamedFrom = '', aliases = [], symbols = [] } = best.entry;

  const isNamed = [title, renamedFrom, ...aliases, ...symbols]
    .map(joinWords)
    .some(
      (name) =>
        name.includes(asked) ||
        (name.trim().includes(' ') && `${asked} `.includes(name)),
    );

  return isNamed ? null : t('Closest matches');
}

const joinWords = (text: string) => ` ${tokenizeQuery(text).join(' ')}`;
