import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const PAGES = join(import.meta.dirname, '../../.output/pages');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The strictest policy that a console could send: no styles at all, and Trusted Types. */
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const HEADERS: Record<string, Record<string, string>> = {
  'strict-csp': { 'content-security-policy': STRICT },
};

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Returns the response of a console at this URL: `https://any.host/any/path/<fixture>/` or one of the fixtures' assets. */
export async function respondWithPage(url: string): Promise<Answer> {
  const steps = new URL(url).pathname.split('/').filter(Boolean);
  // A server that never responds.
  if (steps.at(-1) === 'never') return new Promise(() => undefined);

  const assets = steps.lastIndexOf('assets');
  const fixture = steps.at(-1) ?? '';

  const path =
    assets >= 0 ? steps.slice(assets).join('/') : `${fixture}/index.html`;

  try {
    const body = await readFile(join(PAGES, path));

    return {
      status: 200,
      headers: {
        'content-type': TYPES[extname(path)] ?? 'text/plain',
        ...HEADERS[fixture],
      },
      body,
    };
  } catch {
    return {
      status: 404,
      headers: { 'content-type': 'text/plain' },
      body: Buffer.from(`no ${path}`),
    };
  }
}

/** Hosts of the browsers' own services, which an extension does not cause. */
const BROWSERS_OWN =
  /(^|\.)(google|googleapis|gstatic|gvt1|googleusercontent|mozilla|firefox|mozgcp)\.(com|org|net)$/;

/**
 * Starts a proxy that blocks all requests except those for test pages, and records their hosts. A browser may connect
 * to a console's host before it requests the page, so hosts of test pages are not recorded.
 */
export async function startTrap() {
  const asked = new Set<string>();
  const consoles = new Set<string>();

  const recordHost = (host: string) => {
    const name = host.replace(/:\d+$/, '');
    if (!BROWSERS_OWN.test(name)) asked.add(name);
  };

  const server = createServer((request, response) => {
    recordHost(
      URL.parse(request.url ?? '')?.host ?? request.headers.host ?? 'unknown',
    );
    response.writeHead(502).end();
  });

  server.on('connect', (request, socket) => {
    recordHost(request.url ?? 'unknown');
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  const { port } = server.address() as AddressInfo;

  return {
    port,
    async answer(url: string) {
      const page = await respondWithPage(url);
      if (page.status === 200) consoles.add(new URL(url).hostname);
      else if (!url.endsWith('/favicon.ico')) asked.add(url);
      return page;
    },
    asked: () => [...asked].filter((name) => !consoles.has(name)).sort(),
    forget: () => asked.clear(),
    close: () => server.close(),
  };
}
