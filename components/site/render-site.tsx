import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CONFIDENCES, type Entry } from '../../data/schema.ts';
import {
  formatEntryCode,
  stripFullStop,
} from '../../lib/answer/format/explanation-text.ts';
import {
  CLASS_TEXT,
  CONFIDENCE_TEXT,
  formatVerdictLine,
} from '../../lib/answer/format/verdict-text.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import { rankEntries } from '../../lib/catalogue/rank-entries.ts';
import {
  selectSignificantWords,
  tokenize,
} from '../../lib/catalogue/search/tokenize.ts';
import { getOrInsert } from '../../lib/core/get-or-insert.ts';
import { EntryAddressContext } from '../entry/EntryLink.tsx';
import {
  getEntryJsonPath,
  getEntryPath,
  getListPath,
  getRootFrom,
  getSharedCodePath,
} from './addresses.ts';
import developerPages from './developer-pages.json' with { type: 'json' };
import { EntryPage } from './EntryPage.tsx';
import emptyWords from './empty-words.json' with { type: 'json' };
import { SitePage } from './SitePage.tsx';

/** Renders all pages of the static site. `site` is its absolute address, with a slash at its end. */
export function renderSite(
  catalogue: Catalogue,
  site: string,
): { path: string; html: string }[] {
  const { entries, guides, providers, mostCommon } = catalogue;
  const date = findLastSeenDate(catalogue.sources);
  const byProvider = Map.groupBy(entries, ({ provider }) => provider);

  const shared = new Map(
    [...Map.groupBy(entries, ({ code }) => code)].filter(
      ([, meanings]) =>
        new Set(meanings.map(({ provider }) => provider)).size > 1,
    ),
  );

  function renderPage(
    path: string,
    title: string,
    description: string,
    content: ReactNode,
  ) {
    const root = getRootFrom(path);

    const head = {
      title: shorten(title, MAX_TITLE),
      description: shorten(description, MAX_DESCRIPTION),
    };

    const address = `${site}${path.replace(/(^|\/)index\.html$/, '$1')}`;

    const page = renderToStaticMarkup(
      <EntryAddressContext value={(entry) => root + getEntryPath(entry)}>
        <SitePage {...head} address={address} root={root} date={date}>
          {content}
        </SitePage>
      </EntryAddressContext>,
    );

    return { path, html: `<!doctype html>\n${page}\n` };
  }

  function renderEntry(entry: Entry) {
    const path = getEntryPath(entry);
    const root = getRootFrom(path);
    const code = guides.includes(entry) ? '' : formatEntryCode(entry);
    const name = `${code} ${stripFullStop(entry.title)}`.trim();
    const owner = catalogue.apiName(entry);

    const links = {
      provider: root + getListPath(entry.provider),
      json: root + getEntryJsonPath(entry),
      shared: shared.has(entry.code)
        ? root + getSharedCodePath(entry.code)
        : null,
    };

    const { line } = formatVerdictLine(entry, catalogue);
    const summary = `${name}, ${owner}: ${entry.meaning} ${line}. ${entry.next}`;
    const title = `${shorten(name, MAX_TITLE - owner.length - 3)} · ${owner}`;

    return renderPage(
      path,
      title,
      summary,
      <EntryPage entry={entry} catalogue={catalogue} links={links} />,
    );
  }

  const renderSections = (path: string, page: LinkPage) =>
    renderPage(path, page.heading, page.description, <ListPage {...page} />);

  const renderList = (
    path: string,
    heading: string,
    description: string,
    items: readonly LinkItem[],
  ) => renderSections(path, { heading, description, sections: { '': items } });

  const toItem =
    (root: string, note?: (entry: Entry) => string) => (entry: Entry) => ({
      address: root + getEntryPath(entry),
      code: formatEntryCode(entry),
      text: entry.title,
      ...(note && { note: note(entry) }),
    });

  const renderCodes = (
    path: string,
    heading: string,
    owner: string,
    own: readonly Entry[],
  ) =>
    renderList(
      path,
      heading,
      `${formatCount(own)} from ${owner}: what they mean, whose turn it is, whether a retry helps and what to do next.`,
      own.map(toItem(getRootFrom(path))),
    );

  function renderProvider(provider: string, own: readonly Entry[]) {
    const { name = provider, desk } = catalogue.provider(provider) ?? {};
    const path = getListPath(provider);
    const heading = `${name} error codes for WhatsApp`;

    const apis = [...Map.groupBy(own, ({ api }) => api)].map(
      ([api, listed]) => {
        return { api, listed, name: catalogue.apiName({ provider, api }) };
      },
    );

    if (apis.length === 1) return [renderCodes(path, heading, name, own)];

    const items = apis.map(({ api, name, listed }) =>
      toCountedLink(`${api}/index.html`, name, listed),
    );

    const description = `${formatCount(own)} from ${name}.${desk ? ` Support: ${desk}.` : ''}`;

    return [
      renderList(path, heading, description, items),
      ...apis.map(({ api, name, listed }) =>
        renderCodes(
          getListPath(provider, api),
          `${name} error codes`,
          `the ${name}`,
          listed,
        ),
      ),
    ];
  }

  function renderShared(code: string) {
    const path = getSharedCodePath(code);
    const meanings = rankEntries(code, catalogue, {}).map(({ entry }) => entry);
    const owners = new Set(meanings.map(({ provider }) => provider));
    const heading = `${code} means different things at ${owners.size} providers`;
    const names = [...new Set(meanings.map(catalogue.apiName))].join(', ');

    const describe = (entry: Entry) =>
      `${catalogue.apiName(entry)}. ${formatVerdictLine(entry, catalogue).line}. ${entry.next}`;

    const items = meanings.map(toItem(getRootFrom(path), describe));

    return renderList(
      path,
      heading,
      `${code} at ${names}. Choose the one that sends your messages.`,
      items,
    );
  }

  const bySubject = [...Map.groupBy(entries, (entry) => entry.class)];
  const ofWord = new Map<string, Entry[]>();
  const titleWords = new Set(entries.flatMap(selectTitleWords));

  const toSingular = (word: string) =>
    word.endsWith('s') && titleWords.has(word.slice(0, -1))
      ? word.slice(0, -1)
      : word;

  for (const entry of entries)
    for (const word of new Set(selectTitleWords(entry).map(toSingular)))
      getOrInsert(ofWord, word, () => []).push(entry);

  const byWord = [...ofWord].filter(([, own]) => own.length >= MIN_WORD_TITLES);

  byWord.sort(([one], [other]) => one.localeCompare(other, 'en'));

  function renderGroup(
    path: string,
    subject: string,
    what: string,
    own: readonly Entry[],
  ) {
    const items = own
      .toSorted((one, other) => one.title.localeCompare(other.title, 'en'))
      .map(toItem('../../', catalogue.apiName));

    const description = `${formatCount(own)} ${what}, from all providers.`;

    return renderList(path, `Error codes: ${subject}`, description, items);
  }

  const claims = Map.groupBy(
    entries.flatMap((entry) => entry.claims),
    ({ source }) => source,
  );

  const sourceItems = catalogue.sources.map(
    ({ id, name, publisher, kind, url, copy, seen }) => {
      const own = claims.get(id) ?? [];
      const against = own.filter(({ agrees }) => !agrees).length;
      const gone = url && catalogue.deadLinks?.[url];

      const notes = [
        `${kind}, read ${seen}`,
        gone && `page gone since ${gone}`,
        !url && 'no address of its own',
        copy && 'read in a public copy',
      ].filter(Boolean);

      const note = `${notes.join(', ')}: ${own.length} claims, ${against} of them wrong`;
      return { address: url ?? copy, text: `${publisher}: ${name}`, note };
    },
  );

  const confidenceItems = CONFIDENCES.map((confidence) => {
    const own = entries.filter((entry) => entry.confidence === confidence);
    return {
      text: confidence,
      note: `${CONFIDENCE_TEXT[confidence]} ${formatCount(own)}.`,
    };
  });

  const disputed = entries.filter(({ claims }) =>
    claims.some(({ agrees }) => !agrees),
  );

  const conflicts = [...Map.groupBy(disputed, catalogue.apiName)].map(
    ([heading, own]) => {
      return [
        heading,
        own.map(toItem('../', ({ decided = '' }) => decided)),
      ] as const;
    },
  );

  const size = `${entries.length.toLocaleString('en')} codes from ${byProvider.size} providers`;

  const home = renderSections('index.html', {
    heading: 'Error codes for WhatsApp Business, explained',
    description: `What ${size} mean, whose turn it is, whether a retry helps and what to do next, with all sources.`,
    sections: {
      'Most common': mostCommon.flatMap(({ key }) => {
        const entry = catalogue.byKey.get(key);
        return entry ? [toItem('', catalogue.apiName)(entry)] : [];
      }),
      'Problems without a code': guides.map((guide) => ({
        address: getEntryPath(guide),
        text: guide.title,
      })),
      Providers: providers.flatMap(({ id, name }) => {
        const own = byProvider.get(id);
        return own ? toCountedLink(getListPath(id), name, own) : [];
      }),
      Topics: bySubject.map(([subject, own]) =>
        toCountedLink(
          getListPath('subjects', subject),
          CLASS_TEXT[subject],
          own,
        ),
      ),
      'For developers': developerPages.map(({ path, heading }) => {
        return { address: getListPath(path), text: heading };
      }),
      'About the catalogue': [
        {
          address: getListPath('words'),
          text: 'Words in titles',
          note: `${byWord.length}`,
        },
        {
          address: getListPath('sources'),
          text: 'Sources',
          note: `${sourceItems.length}`,
        },
        toCountedLink(
          getListPath('conflicts'),
          'Where sources disagree',
          disputed,
        ),
      ],
      'The same code at several providers': [...shared.keys()].map((code) => {
        return { address: getSharedCodePath(code), code, text: '' };
      }),
    },
  });

  const wordItems = byWord.map(([word, own]) =>
    toCountedLink(`${word}/index.html`, word, own),
  );

  const about =
    'Where the catalogue’s claims come from, and how many of them Errata considers wrong.';

  const decisions =
    'Codes on which at least one source disagrees, and why Errata explains them as it does.';

  return [
    home,
    renderSections(getListPath('sources'), {
      heading: 'Sources of the catalogue',
      description: about,
      sections: {
        'How well sources support an entry': confidenceItems,
        Sources: sourceItems,
      },
    }),
    renderSections(getListPath('conflicts'), {
      heading: 'Where sources disagree',
      description: decisions,
      sections: Object.fromEntries(conflicts),
    }),
    ...[...byProvider].flatMap(([id, own]) => renderProvider(id, own)),
    ...developerPages.map(({ path, ...page }) =>
      renderSections(getListPath(path), page),
    ),
    ...bySubject.map(([subject, own]) =>
      renderGroup(
        getListPath('subjects', subject),
        CLASS_TEXT[subject],
        `on ${CLASS_TEXT[subject]}`,
        own,
      ),
    ),
    renderList(
      getListPath('words'),
      'Error codes by word',
      'Words that appear in several titles.',
      wordItems,
    ),
    ...byWord.map(([word, own]) =>
      renderGroup(
        getListPath('words', word),
        `“${word}”`,
        `with “${word}” in their title`,
        own,
      ),
    ),
    ...[...shared.keys()].map(renderShared),
    ...[...catalogue.byKey.values()].map(renderEntry),
  ];
}

const MAX_TITLE = 65;
const MAX_DESCRIPTION = 160;

/** A word in fewer titles has no list. */
const MIN_WORD_TITLES = 5;
/** Words of which nobody would look for a list. */
const EMPTY_WORDS = new Set(emptyWords);
const selectTitleWords = ({ title }: Entry): readonly string[] =>
  [...new Set(selectSignificantWords(tokenize(title)))].filter(
    (word) =>
      word.length > 2 && !EMPTY_WORDS.has(word) && Number.isNaN(Number(word)),
  );

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[.,:;]$/, '')}…`;
}

const formatCount = ({ length }: readonly Entry[]): string =>
  `${length} ${length === 1 ? 'code' : 'codes'}`;
const toCountedLink = (
  address: string,
  text: string,
  own: readonly Entry[],
) => ({
  address,
  text,
  note: formatCount(own),
});

interface LinkItem {
  address?: string | undefined;
  code?: string;
  text: string;
  note?: string;
}
interface LinkPage extends Record<'heading' | 'description', string> {
  /** By their headings, of which one is empty if there are no others. */
  sections: Readonly<Record<string, readonly LinkItem[] | undefined>>;
}

const ListPage = (props: LinkPage) => (
  <article className="list">
    <h1>{props.heading}</h1>
    <p>{props.description}</p>
    {Object.entries(props.sections).map(([heading, items = []]) => (
      <section key={heading}>
        {heading && <h2>{heading}</h2>}
        <ul>
          {items.map(({ address, code, text, note }) => (
            <li key={`${address} ${code} ${text}`}>
              <a href={address}>
                {code && <code>{code}</code>} {text}
              </a>
              {note && <small> {note}</small>}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </article>
);
