import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Entry } from '../../data/schema.ts';
import type { Catalogue } from '../../lib/catalogue/catalogue.ts';
import { findLastSeenDate } from '../../lib/catalogue/data-freshness.ts';
import { rankEntries } from '../../lib/catalogue/rank-meanings.ts';
import { formatEntryCode, stripFullStop } from '../../lib/format/explanation-text.ts';
import { CLASS_TEXT, formatVerdictLine } from '../../lib/format/verdict-text.ts';
import { EntryAddressContext } from '../entry/EntryLink.tsx';
import { getEntryJsonPath, getEntryPath, getListPath, getRootFrom, getSharedCodePath } from './addresses.ts';
import { EntryPage } from './EntryPage.tsx';
import { SitePage } from './SitePage.tsx';

/** Renders all pages of the static site. `site` is its absolute address, with a slash at its end. */
export function renderSite(catalogue: Catalogue, site: string): { path: string; html: string }[] {
  const { entries, guides, providers, mostCommon } = catalogue;
  const date = findLastSeenDate(catalogue.sources);
  const byProvider = Map.groupBy(entries, ({ provider }) => provider);
  const shared = new Map(
    [...Map.groupBy(entries, ({ code }) => code)].filter(
      ([, meanings]) => new Set(meanings.map(({ provider }) => provider)).size > 1,
    ),
  );

  function renderPage(path: string, title: string, description: string, content: ReactNode) {
    const root = getRootFrom(path);
    const head = { title: shorten(title, MAX_TITLE), description: shorten(description, MAX_DESCRIPTION) };
    const address = `${site}${path.replace(/(^|\/)index\.html$/, '$1')}`;
    const page = renderToStaticMarkup(
      <EntryAddressContext value={(entry) => root + getEntryPath(entry)}>
        <SitePage {...head} {...{ address, root, date }}>
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
      shared: shared.has(entry.code) ? root + getSharedCodePath(entry.code) : null,
    };
    const { line } = formatVerdictLine(entry, catalogue);
    const summary = `${name}, ${owner}: ${entry.meaning} ${line}. ${entry.next}`;
    const title = `${shorten(name, MAX_TITLE - owner.length - 3)} · ${owner}`;
    return renderPage(path, title, summary, <EntryPage {...{ entry, catalogue, links }} />);
  }

  function renderSections(path: string, heading: string, description: string, sections: LinkSection[]) {
    return renderPage(path, heading, description, <ListPage {...{ heading, description, sections }} />);
  }

  const renderList = (path: string, heading: string, description: string, items: LinkSection['items']) =>
    renderSections(path, heading, description, [{ heading: null, items }]);

  const toItem = (root: string, note?: (entry: Entry) => string) => (entry: Entry) => ({
    address: root + getEntryPath(entry),
    code: formatEntryCode(entry),
    text: entry.title,
    ...(note && { note: note(entry) }),
  });

  const renderCodes = (path: string, heading: string, owner: string, own: readonly Entry[]) =>
    renderList(
      path,
      heading,
      `${formatCount(own.length)} from ${owner}: what they mean, whose turn it is, whether a retry helps and what to do next.`,
      own.map(toItem(getRootFrom(path))),
    );

  function renderProvider(provider: string, own: readonly Entry[]) {
    const { name = provider, desk } = catalogue.provider(provider) ?? {};
    const path = getListPath(provider);
    const heading = `${name} error codes for WhatsApp`;
    const apis = [...Map.groupBy(own, ({ api }) => api)].map(([api, listed]) => {
      return { api, listed, name: catalogue.apiName({ provider, api }) };
    });
    if (apis.length === 1) return [renderCodes(path, heading, name, own)];
    const items = apis.map(({ api, name, listed }) =>
      toLink(`${api}/index.html`, name, formatCount(listed.length)),
    );
    const description = `${formatCount(own.length)} from ${name}.${desk ? ` Support: ${desk}.` : ''}`;
    return [
      renderList(path, heading, description, items),
      ...apis.map(({ api, name, listed }) =>
        renderCodes(getListPath(provider, api), `${name} error codes`, `the ${name}`, listed),
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
    return renderList(path, heading, `${code} at ${names}. Choose the one that sends your messages.`, items);
  }

  const bySubject = Map.groupBy(entries, (entry) => entry.class);
  function renderSubject(subject: Entry['class'], own: readonly Entry[]) {
    const sorted = own.toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
    const heading = `Error codes: ${CLASS_TEXT[subject]}`;
    const items = sorted.map(toItem('../../', catalogue.apiName));
    const description = `${formatCount(own.length)} from all providers.`;
    return renderList(getListPath('subjects', subject), heading, description, items);
  }

  const claims = Map.groupBy(
    entries.flatMap((entry) => entry.claims),
    ({ source }) => source,
  );
  const sourceItems = catalogue.sources.map(({ id, name, publisher, kind, url, seen }) => {
    const own = claims.get(id) ?? [];
    const against = own.filter(({ agrees }) => !agrees).length;
    const note = `${kind}, checked ${seen}: ${own.length} claims, ${against} of them wrong`;
    return toLink(url, `${publisher}: ${name}`, note);
  });
  const disputed = entries.filter(({ claims }) => claims.some(({ agrees }) => !agrees));
  const conflicts = [...Map.groupBy(disputed, catalogue.apiName)].map(([heading, own]) => ({
    heading,
    items: own.map(toItem('../', ({ decided = '' }) => decided)),
  }));

  const home = renderSections(
    'index.html',
    'Error codes for WhatsApp Business, explained',
    `What ${entries.length.toLocaleString('en')} codes from ${byProvider.size} providers mean, whose turn it is, whether a retry helps and what to do next, with all sources.`,
    [
      {
        heading: 'Most common',
        items: mostCommon.flatMap(({ key }) => {
          const entry = catalogue.byKey.get(key);
          return entry ? [toItem('', catalogue.apiName)(entry)] : [];
        }),
      },
      {
        heading: 'Problems without a code',
        items: guides.map((guide) => ({ address: getEntryPath(guide), text: guide.title })),
      },
      {
        heading: 'Providers',
        items: providers.flatMap(({ id, name }) => {
          const own = byProvider.get(id);
          return own ? toLink(getListPath(id), name, formatCount(own.length)) : [];
        }),
      },
      {
        heading: 'Topics',
        items: [...bySubject].map(([subject, own]) =>
          toLink(getListPath('subjects', subject), CLASS_TEXT[subject], formatCount(own.length)),
        ),
      },
      {
        heading: 'For developers',
        items: [
          toLink('retry.json', 'The decision for every code', 'with retry.schema.json'),
          toLink('vectors.jsonl', 'Payloads with the expected decision', 'with vectors.schema.json'),
        ],
      },
      {
        heading: 'About the catalogue',
        items: [
          toLink(getListPath('sources'), 'Sources', `${sourceItems.length}`),
          toLink(getListPath('conflicts'), 'Where sources disagree', formatCount(disputed.length)),
        ],
      },
      {
        heading: 'The same code at several providers',
        items: [...shared.keys()].map((code) => ({ address: getSharedCodePath(code), code, text: '' })),
      },
    ],
  );
  const about = 'Where the catalogue’s claims come from, and how many of them Errata considers wrong.';
  const decisions = 'Codes on which at least one source disagrees, and why Errata explains them as it does.';
  return [
    home,
    renderList(getListPath('sources'), 'Sources of the catalogue', about, sourceItems),
    renderSections(getListPath('conflicts'), 'Where sources disagree', decisions, conflicts),
    ...[...byProvider].flatMap(([id, own]) => renderProvider(id, own)),
    ...[...bySubject].map(([subject, own]) => renderSubject(subject, own)),
    ...[...shared.keys()].map(renderShared),
    ...[...catalogue.byKey.values()].map(renderEntry),
  ];
}

/** What search engines show of titles and descriptions. */
const MAX_TITLE = 65;
const MAX_DESCRIPTION = 160;

/** Cuts after a word, or within the only one. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[.,:;]$/, '')}…`;
}

const formatCount = (count: number): string => `${count} ${count === 1 ? 'code' : 'codes'}`;

const toLink = (address: string | undefined, text: string, note: string) => ({ address, text, note });

interface LinkSection {
  heading: string | null;
  items: readonly { address?: string | undefined; code?: string; text: string; note?: string }[];
}

const ListPage = (props: { heading: string; description: string; sections: readonly LinkSection[] }) => (
  <article className="list">
    <h1>{props.heading}</h1>
    <p>{props.description}</p>
    {props.sections.map(({ heading, items }) => (
      <section key={heading}>
        {heading && <h2>{heading}</h2>}
        <ul>
          {items.map(({ address, code, text, note }) => (
            <li key={`${address} ${text}`}>
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
