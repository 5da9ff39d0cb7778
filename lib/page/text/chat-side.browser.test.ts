import { afterEach, describe, expect, test } from 'vitest';
import { createChatSideTest } from './chat-side.ts';

afterEach(() => document.body.replaceChildren());

/** Returns true if the text `131026` is a message of the other side. */
function isOfOthers(html: string): boolean {
  document.body.innerHTML = `<div style="width: 600px; font: 16px/20px sans-serif">${html}</div>`;

  const all = [...document.querySelectorAll('*')];
  const block = all.findLast(
    ({ textContent, localName }) =>
      localName !== 'b' && textContent.includes('131026'),
  );
  if (!block) throw new TypeError('nothing has the code');

  return createChatSideTest()(block);
}

const SAID = 'My code is 131026, can you check?';
const BUBBLE =
  'max-width: 70%; padding: 8px; border-radius: 8px; background: #dfd';

/** Lines of a list in which each has its side. */
const createChat = (
  lines: readonly (readonly [side: 'start' | 'end' | 'center', text: string])[],
  style = BUBBLE,
) =>
  `<div style="display: flex; flex-direction: column">${lines
    .map(
      ([side, text]) =>
        `<div style="display: flex; justify-content: flex-${side}"><div style="${style}">${text}</div></div>`,
    )
    .join('')}</div>`.replaceAll('flex-center', 'center');

const LONG = 'This goes over several lines, as a long answer does. '.repeat(6);

describe('a message of the other side of a chat', () => {
  test.each([
    [
      'bubbles at both sides',
      createChat([
        ['end', 'Hello!'],
        ['start', SAID],
        ['end', LONG],
      ]),
    ],
    [
      'a long message',
      createChat([
        ['end', 'Hello!'],
        ['center', 'Today'],
        ['start', LONG + SAID],
        ['start', LONG],
        ['end', 'Sure.'],
      ]),
    ],
    [
      'bubbles of a language that is written from the right',
      `<div dir=rtl>${createChat([
        ['end', 'مرحبا'],
        ['start', 'رمز الخطأ 131026'],
        ['end', 'شكرا'],
      ])}</div>`,
    ],
    [
      'texts that are aligned, with times',
      `<p style="text-align: right">Hello! <small>10:31</small></p><p>${SAID} <small>10:32</small></p><p style="text-align: right">One moment. 10:33 ✓</p>`,
    ],
    [
      'a list of which the last message is on top in the document',
      createChat([
        ['end', 'Hello!'],
        ['start', SAID],
        ['end', 'Sure.'],
      ]).replace('column"', 'column-reverse"'),
    ],
  ])('is known by %s', (_, html) => {
    expect(isOfOthers(html)).toBe(true);
  });

  test.each([
    [
      'what the page’s user wrote',
      createChat([
        ['start', 'Hello!'],
        ['end', 'It says 131026'],
        ['start', 'I see.'],
      ]),
    ],
    [
      'a notice in the middle',
      createChat([
        ['start', 'Hello!'],
        ['center', 'Message failed: 131026'],
        ['end', 'Hello?'],
        ['start', 'Yes'],
      ]),
    ],
    [
      'a notice without a bubble',
      createChat([
        ['start', 'Hello!'],
        ['end', 'Hello?'],
        ['start', 'Yes'],
      ]).replace(/<\/div>$/, '<p>Message failed: 131026</p></div>'),
    ],
    [
      'a line of a log',
      '10:31:07 started,10:31:08 error 131026,10:31:09 stopped'
        .split(',')
        .map((line) => `<div>${line}</div>`)
        .join(''),
    ],
    [
      'a card of a grid',
      `<div style="display: grid; grid-template-columns: 1fr 1fr">${Array(6)
        .fill(`<div style="${BUBBLE}">131026 failed at 10:31</div>`)
        .join('')}</div>`,
    ],
    [
      'a card with buttons at its end',
      `<section style="${BUBBLE}"><h3>Message failed</h3><p>131026 at 10:31</p><p>To Ana, 10:30</p><div style="text-align: right"><button>Send 10:31 again</button></div></section>`,
    ],
    [
      'a value at the end of its line',
      `<div style="display: flex; justify-content: space-between"><span>Code</span><span>131026</span></div>`.repeat(
        3,
      ),
    ],
    [
      'a cell',
      `<table style="width: 100%"><tr><td>131026<td style="text-align: right">10:31<tr><td style="text-align: right">10:32<td>0</table>`,
    ],
    ['a text alone', `<p>${SAID}</p>`],
  ])('is not %s', (_, html) => {
    expect(isOfOthers(html)).toBe(false);
  });

  test('is found once the other side has answered', () => {
    const isOther = createChatSideTest();
    document.body.innerHTML = createChat([
      ['start', SAID],
      ['start', 'Hello?'],
      ['start', 'Anybody?'],
    ]);

    const chat = document.body.firstElementChild as Element;
    const said = chat.firstElementChild?.firstElementChild as Element;
    expect(isOther(said)).toBe(false);

    for (const _ of Array(3))
      chat.append(...createChatLines([['end', 'One moment.']]));

    expect(isOther(said)).toBe(true);
  });
});

function createChatLines(
  lines: Parameters<typeof createChat>[0],
): readonly Element[] {
  const template = document.createElement('template');

  template.innerHTML = createChat(lines);

  return [...(template.content.firstElementChild?.children ?? [])];
}
