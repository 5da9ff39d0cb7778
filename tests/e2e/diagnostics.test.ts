import { expect, test } from 'vitest';
import {
  BOTH_AT_NIGHT,
  describeInBrowsers,
  expectCodes,
  MESSAGES,
} from './in-browsers.ts';

const PHONE = '+49 151 23456789';

describeInBrowsers(BOTH_AT_NIGHT, (open, browser) => {
  test('the diagnostics name what failed and why numbers are unmarked, and mask what they quote', async () => {
    const page = await open('messages');
    // Errata has no access to this frame.
    await page.run((phone) => {
      const frame = document.createElement('iframe');
      frame.src = 'https://elsewhere.example/wa/messages/';
      const order = document.createElement('p');
      order.textContent = 'Your order 131026 took 131000 ms';
      document.body.append(frame, `Failed for ${phone}: private words`, order);
    }, PHONE);
    await expectCodes(page, MESSAGES);
    const popup = await browser().openExtension('popup.html');
    // A message that the background refuses.
    await popup.run(async (phone) => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(m: object): unknown } };
        }
      ).chrome;
      await runtime.sendMessage({
        type: 'detect',
        data: { texts: [phone], requests: phone },
      });
    }, PHONE);
    await popup.run(() => {
      navigator.clipboard.writeText = async (text) => {
        document.documentElement.dataset.copied = text;
      };
    });
    const press = (name: string) =>
      popup.run((label) => {
        const all = [
          ...document.querySelectorAll<HTMLElement>('summary, button'),
        ];
        const found = all.find(
          ({ textContent }) => textContent?.trim() === label,
        );
        found?.click();
        return found !== undefined;
      }, name);
    await expect.poll(() => press('More')).toBe(true);
    await expect.poll(() => press('Copy diagnostics')).toBe(true);
    const readText = () =>
      popup.run(() => document.querySelector('.er-preview')?.textContent ?? '');
    await expect.poll(readText).toContain('Frames: 1 with access, 1 without');
    const text = await readText();
    await expect.poll(() => press('Copy')).toBe(true);
    await expect
      .poll(() => popup.run(() => document.documentElement.dataset.copied))
      .toBe(text);

    expect(text).toMatch(
      /^Errata \d+\.\d+\.\d+, catalogue of \d{4}-\d\d-\d\d\nBrowser: (Chrome|Firefox)\/\d+ \(\w+\)/,
    );
    expect(text).toContain(
      'Site: business.facebook.com\nState: on, access granted, script running\n',
    );
    expect(text).toMatch(
      /frame 1 \(top\): page [\d:]{8}, annotator [\d:]{8}, card [\d:]{8}\n/,
    );
    const [, texts, sent, codes, marked] =
      /(\d+) texts read, (\d+) sent to the engine, (\d+) codes found, (\d+) marked/.exec(
        text,
      ) ?? [];
    expect(Number(marked)).toBe(MESSAGES.length);
    expect(Number(codes)).toBeGreaterThanOrEqual(Number(marked));
    expect(Number(sent)).toBeGreaterThan(0);
    expect(Number(texts)).toBeGreaterThan(Number(sent));
    expect(text).toMatch(/[\d:]{8} background: message \(/);
    expect(text).toMatch(
      /- 131026: a label says otherwise \(words Your order\), .*\d+%\n/,
    );
    expect(text).toMatch(/- 131000: excluded as value with a unit, 0%\n/);
    expect(text).not.toMatch(/151|23456789|private words|elsewhere/);
    await popup.close();
  });
});
