import { afterEach, expect, test } from 'vitest';
import type { Site } from './surroundings.ts';

afterEach(() => document.body.replaceChildren());

const ADDRESS = new URL('./site.ts', import.meta.url).href;
/** Reports the site of a frame that names another one. */
const PAGE = `<base href="https://business.facebook.com/wa/manage/home/"><script type="module">
  import { getSite } from ${JSON.stringify(ADDRESS)};
  new BroadcastChannel('site').postMessage(getSite('twilio'));
</script>`;
const createBlobUrl = () =>
  URL.createObjectURL(new Blob([PAGE], { type: 'text/html' }));
const escapePage = () => PAGE.replaceAll('&', '&amp;').replaceAll("'", '&#39;');

test.each<[string, () => Partial<HTMLIFrameElement>]>([
  ['srcdoc', () => ({ srcdoc: PAGE })],
  ['blob', () => ({ src: createBlobUrl() })],
  [
    'nested',
    () => ({
      srcdoc: `<base href="https://b.example/"><iframe srcdoc='${escapePage()}'></iframe>`,
    }),
  ],
])(
  'a frame without a URL (%s) has the site of the page, whatever it names',
  async (_, attributes) => {
    const channel = new BroadcastChannel('site');
    const told = new Promise<Site>((done) => {
      channel.onmessage = ({ data }: MessageEvent<Site>) => done(data);
    });
    document.body.append(
      Object.assign(document.createElement('iframe'), attributes()),
    );
    expect(await told).toEqual({
      host: location.hostname,
      path: location.pathname,
      provider: 'twilio',
    });
    channel.close();
  },
);
