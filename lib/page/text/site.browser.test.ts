import { afterEach, expect, test } from 'vitest';
import type { Site } from './surroundings.ts';

afterEach(() => document.body.replaceChildren());

function readSiteIn(kind: 'blob' | 'srcdoc'): Promise<Site> {
  const address = new URL('./site.ts', import.meta.url).href;
  const page = `<script type="module">
    import { getSite } from ${JSON.stringify(address)};
    parent.postMessage(getSite('twilio'), '*');
  </script>`;
  const frame = document.createElement('iframe');
  if (kind === 'srcdoc') frame.srcdoc = page;
  else frame.src = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  return new Promise((done) => {
    addEventListener('message', ({ data, source }) => {
      if (source === frame.contentWindow) done(data as Site);
    });
    document.body.append(frame);
  });
}

test.each(['srcdoc', 'blob'] as const)(
  'a frame of its own making (%s) has the host of the page',
  async (kind) => {
    expect(await readSiteIn(kind)).toMatchObject({ host: location.hostname, provider: 'twilio' });
  },
);
