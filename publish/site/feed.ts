import { escape as escapeXml } from 'html-escaper';
import type { DayChanges } from './codes-changelog.ts';

/** Days in the feed, so that it stays small. The repository's history has all of them. */
const MAX_DAYS = 30;

/** Returns an Atom feed (RFC 4287) with an item for each day, latest first. `pageOf` has addresses by key. */
export function createFeed(
  days: readonly DayChanges[],
  site: string,
  date: string,
  pageOf: ReadonlyMap<string, string>,
): string {
  const home = escapeXml(site);

  const items = days.slice(0, MAX_DAYS).map(({ day, changes }) => {
    const title = changes
      .map(([kind, keys]) => `${kind}: ${keys.length}`)
      .join(', ');

    const content = changes.map(([kind, keys]) => {
      const links = keys.map((key) => {
        const [page, name] = [pageOf.get(key), escapeXml(key)];
        return `<li>${page ? `<a href="${escapeXml(page)}">${name}</a>` : name}</li>`;
      });

      return `<h2>${kind}</h2><ul>${links.join('')}</ul>`;
    });

    return `<entry>
<id>${home}feed.xml#${day}</id>
<title>${title}</title>
<updated>${day}T00:00:00Z</updated>
<link href="${home}"/>
<content type="html">${escapeXml(content.join(''))}</content>
</entry>`;
  });

  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${home}feed.xml</id>
<title>Errata: changes to WhatsApp Business error codes</title>
<author><name>Errata</name></author>
<updated>${days[0]?.day ?? date}T00:00:00Z</updated>
<link href="${home}"/>
<link rel="self" href="${home}feed.xml"/>
${items.join('\n')}
</feed>
`;
}
