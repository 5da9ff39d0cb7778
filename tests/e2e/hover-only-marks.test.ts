import { expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCodes,
  MESSAGES,
} from './in-browsers.ts';

// Marks stay below the page's own highlights and cause no layout shift.
describeInBrowsers(BOTH_AT_NIGHT, (open) => {
  test('the page’s highlights stay on top, and the selection does not change', async () => {
    const tab = await open('messages');
    await tab.run(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#text') as Element);
      CSS.highlights.set('found', new Highlight(range));
      getSelection()?.selectAllChildren(
        document.querySelector('h1') as Element,
      );
    });
    await expectCodes(tab, MESSAGES);
    const seen = await tab.run(() => ({
      found: [...(CSS.highlights.get('found') ?? [])].length,
      priority: CSS.highlights.get('found')?.priority,
      ours: [...CSS.highlights]
        .filter(([name]) => name.startsWith('errata'))
        .map(([, highlight]) => highlight.priority),
      selected: String(getSelection()),
    }));
    expect(seen).toMatchObject({ found: 1, priority: 0, selected: 'Messages' });
    expect(seen.ours.every((priority) => priority < 0)).toBe(true);
  });

  test('line breaks do not change, with many codes in narrow text', async () => {
    const lines = () => {
      document.body.innerHTML = `<p style="width: 173px">${'Error 131047, then error 131026. '.repeat(30)}</p>`;
      const text = document.querySelector('p')?.firstChild as Text;
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].map(({ width, height }) => [
        width,
        height,
      ]);
    };
    const plain = await open('messages', { base: 'https://forum.example/' });
    const marked = await open('messages');
    await expectCodes(marked, MESSAGES);
    await marked.run(lines);
    await expect.poll(async () => (await marked.codes()).length).toBe(60);
    const after = await marked.run(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('p')?.firstChild as Text);
      return [...range.getClientRects()].map(({ width, height }) => [
        width,
        height,
      ]);
    });
    expect(after).toEqual(await plain.run(lines));
  });
});
