import type { ReactNode } from 'react';

/**
 * A page of the static site. Search needs a script; everything else works without.
 *
 * @param root The way from the page to the root of the site: `../../`.
 */
export function SitePage(
  props: Record<
    'title' | 'description' | 'address' | 'root' | 'date',
    string
  > & {
    children: ReactNode;
  },
) {
  const { title, description, address, root, date, children } = props;
  const image = new URL(`${root}errata.png`, address).href;

  const shared = {
    site_name: 'Errata',
    type: 'website',
    title,
    description,
    url: address,
    image,
  };

  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="description" content={description} />
        {Object.entries(shared).map(([name, content]) => (
          <meta key={name} property={`og:${name}`} content={content} />
        ))}
        <link rel="canonical" href={address} />
        <link rel="icon" href={`${root}errata.svg`} />
        <link rel="stylesheet" href={`${root}site.css`} />
        <link
          rel="alternate"
          type="application/atom+xml"
          title="Changes to codes"
          href={`${root}feed.xml`}
        />
        <script type="module" src={`${root}site.js`} data-root={root} />
      </head>
      <body>
        <header className="site-head">
          <a className="site-name" href={`${root}index.html`}>
            <img src={`${root}errata.svg`} alt="" width="24" height="24" />{' '}
            Errata
          </a>
          <search hidden>
            <form>
              <input
                type="search"
                name="q"
                aria-label="Search the codes"
                placeholder="Code or words"
                autoComplete="off"
                spellCheck="false"
              />
            </form>
            <ul className="er-links" aria-label="Results" />
            <p role="status" className="er-hidden" />
          </search>
        </header>
        <main>{children}</main>
        <footer className="site-foot">
          <p>
            Sources last checked on <time dateTime={date}>{date}</time>.{' '}
            <a href={`${root}feed.xml`}>Changes to codes</a>
          </p>
          <p>
            Not affiliated with Meta, WhatsApp or any provider named here.
            Trademarks belong to their owners.
          </p>
        </footer>
      </body>
    </html>
  );
}
