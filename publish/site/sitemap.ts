import { escape as escapeXml } from 'html-escaper';

/** Returns a sitemap (sitemaps.org) of these addresses. */
export function createSitemap(
  addresses: readonly string[],
  date: string,
): string {
  const items = addresses.map(
    (address) =>
      `<url><loc>${escapeXml(address)}</loc><lastmod>${date}</lastmod></url>`,
  );

  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${items.join('\n')}
</urlset>
`;
}
