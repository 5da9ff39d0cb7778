import type { ReactNode } from 'react';

export interface LinkSection {
  heading: string | null;
  items: readonly { address: string; code?: string; text: string; note?: string }[];
}

interface ListPageProps {
  heading: string;
  lead?: ReactNode;
  sections: readonly LinkSection[];
}

/** A list of links: to entries, to the pages of providers, or to codes. */
export function ListPage({ heading, lead, sections }: ListPageProps) {
  return (
    <article className="list">
      <h1>{heading}</h1>
      {lead && <p>{lead}</p>}
      {sections.map(({ heading, items }) => (
        <section key={heading}>
          {heading && <h2>{heading}</h2>}
          <ul>
            {items.map(({ address, code, text, note }) => (
              <li key={address}>
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
}
