import type { Entry } from '../../data/schema.ts';
import { getOrInsert } from '../../lib/core/get-or-insert.ts';
import { getEntryPath } from './addresses.ts';

const MAX_RESULTS = 12;

const search = document.querySelector('search');
const field = search?.querySelector('input');
const list = search?.querySelector('ul');
const status = search?.querySelector('[role="status"]');
const root =
  document.querySelector<HTMLElement>('script[data-root]')?.dataset.root ?? '';

const WORDLESS_QUERY = /^#?\d{0,7}$/;

/** Loads catalogue and search when the field is used, because most readers come for one page. */
async function loadSearch(hasWords: boolean) {
  const [{ parseBundled }, { createCatalogue }, { answerQuery }, words] =
    await Promise.all([
      import('../../lib/catalogue/bundled-catalogue.ts'),
      import('../../lib/catalogue/catalogue.ts'),
      import('../../lib/answer/answer.ts'),
      hasWords ? import('virtual:words') : null,
    ]);

  const catalogue = createCatalogue(parseBundled(words?.text));

  const find = (query: string) =>
    answerQuery(query, { catalogue }).results.map(({ entry }) => entry);

  return { find, apiName: catalogue.apiName };
}
const searches = new Map<boolean, ReturnType<typeof loadSearch>>();
const openSearch = (query: string) =>
  getOrInsert(searches, !WORDLESS_QUERY.test(query), loadSearch);

async function showResults(): Promise<void> {
  const query = field?.value.trim() ?? '';
  const { find, apiName } = await openSearch(query);
  const found = query === '' ? [] : find(query).slice(0, MAX_RESULTS);

  if (!list || !status || query !== field?.value.trim()) return;

  list.replaceChildren(
    ...found.map((entry) => createResult(entry, apiName(entry))),
  );

  status.textContent = query === '' ? '' : formatCount(found.length);
}

const formatCount = (count: number): string =>
  count === 0 ? 'No results' : `Results: ${count}`;

function createResult(entry: Entry, owner: string): HTMLElement {
  const item = document.createElement('li');
  const link = item.appendChild(document.createElement('a'));

  link.href = root + getEntryPath(entry);
  link.className = 'er-link';

  const code = link.appendChild(document.createElement('code'));

  code.textContent = entry.code;
  link.append(` ${entry.title} `);
  link.appendChild(document.createElement('small')).textContent = owner;

  return item;
}

if (search && field) {
  search.hidden = false;
  field.addEventListener('focus', () => void openSearch(''));
  field.addEventListener('input', () => void showResults());

  search.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...(list?.querySelectorAll('a') ?? [])];

    const next =
      step &&
      [field, ...links].at(
        [field, ...links].indexOf(event.target as HTMLAnchorElement) + step,
      );

    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void showResults().then(() => list?.querySelector('a')?.click());
  });
}
