// `npm run site [-- --url ADDRESS]`: builds the static site in `.output/site`. The address is that of the published site,
// for canonical links, sitemap and feed. The default is WXT_SITE, which also makes the extension's "Copy link" use it.
import { join } from 'node:path';
import { ROOT } from '../build/run.ts';
import { fail, parseArguments } from '../cli/command-line.ts';
import { buildSite } from './site/build-site.ts';
import { readCodeChanges } from './site/codes-changelog.ts';
import { parseSiteAddress } from './site/site-address.ts';

const { values } = parseArguments(
  'npm run site -- [--url https://acme.example/errata/]',
);
const { url = process.env.WXT_SITE ?? 'http://localhost:8080/' } = values;
const site = parseSiteAddress(url);
if (site === null)
  fail(`A site needs an address such as https://acme.example/errata/: ${url}`);
const pages = await buildSite(
  join(ROOT, '.output/site'),
  site,
  readCodeChanges(ROOT),
);
console.log(`${pages} pages in .output/site, for ${site}`);
