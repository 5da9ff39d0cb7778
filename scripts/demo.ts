// `npm run demo`: opens Chrome or Chromium with Errata on the demo console, until Ctrl-C.
// `npm run demo -- --headless --shots DIR`: the same without a display; writes screenshots to DIR. `--readme` also replaces the
// README's pictures by them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT, runTool } from '../build/run.ts';
import { createFolderArgument, parseArguments } from '../cli/command-line.ts';
import { launchWithExtension } from '../tests/e2e/launch-chromium.ts';
import { respondWithPage } from '../tests/e2e/serve-pages.ts';
import { buildPages } from '../tests/pages/build.ts';
import { takeShots, updateReadmePictures } from './demo-shots.ts';

const { values } = parseArguments(
  'npm run demo -- [--headless] [--shots FOLDER] [--readme]',
);
const folder = values.shots ? createFolderArgument(values.shots) : null;
const { DISPLAY, WAYLAND_DISPLAY } = process.env;
if (
  !values.headless &&
  process.platform === 'linux' &&
  !DISPLAY &&
  !WAYLAND_DISPLAY
) {
  console.error(
    'errata: no display found. Try: npm run demo -- --headless --shots shots',
  );
  process.exit(1);
}

const [built] = [runTool('wxt', 'build', '--mode', 'demo'), await buildPages()];
if (!built) process.exit(1);

const server = createServer(async (request, response) => {
  const { status, headers, body } = await respondWithPage(
    `http://127.0.0.1${request.url ?? '/'}`,
  );
  response.writeHead(status, headers).end(body);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;
const extension = join(ROOT, '.output/chrome-mv3-demo');
const address = `http://127.0.0.1:${port}/demo-console/`;

if (values.headless || folder) {
  const { names, shown } = await takeShots(extension, address, folder);
  if (folder && values.readme) updateReadmePictures(folder, shown);

  console.log(
    folder
      ? `${names.length} pictures in ${folder}`
      : `The demo works on ${address}`,
  );
} else {
  const size = { width: 1440, height: 960 };

  const { context, close } = await launchWithExtension({
    extension,
    display: true,
    ...size,
  });

  const [page = await context.newPage()] = context.pages();

  await page.goto(address);

  console.log(
    `\nThe demo console is open on ${address}\nHover over an underlined code. Press Ctrl+C to stop the demo.`,
  );

  const ended = new Promise((done) => context.once('close', done));

  const interrupted = new Promise((done) =>
    process.once('SIGINT', done).once('SIGTERM', done),
  );

  await Promise.race([ended, interrupted]);
  await close();
}
server.close();
server.closeAllConnections();
