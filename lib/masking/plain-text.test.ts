import { expect, it } from 'vitest';
import { toPlainText } from './plain-text.ts';

it.each([
  [
    'plain text\r\n\twith 100 % and \\path',
    'plain text\r\n\twith 100 % and \\path',
  ],
  ['%2B55%20a%0D%0Ab%2509', '+55 a \nb\t'],
  ['%C3%28 %F7%BF%BF%BF', '%C3( %F7%BF%BF%BF'],
  ['&#43;55&amp;nbsp;1&#173;1', '+55 11'],
  ['\\u002b5\\x35\\\\u{35}\\u{fffffff}', '+555\\u{fffffff}'],
  ['1\\n2\\t3\\r4\\\\n5', '1\n2\t3 4\n5'],
  ['https:\\/\\/a', 'https://a'],
  ['\x1b[31m1\\u001b[0m\\x1b[1;2mb\\033[0Kc\\e[m', '1bc'],
  ['a\0b\x7f', 'ab'],
  [
    '\u00a0\u2009\u3000|\u2013\u2011\u2212|1\u200b\u00ad\u20dd\ufe0f2',
    '   |---|12',
  ],
  ['1·2•3∙4‧5・6', '1.2.3.4.5.6'],
  ['＋５５（１）／～⁺', '+55(1)/~+'],
  ['⁵⑤❺➄➎⓹⑸⒌🄆⓿', '5555555550'],
  ['½❿➉➓⓾⑽⒑㊿', '½❿➉➓⓾⑽⒑㊿'],
  ['٥५５𝟝𞥕', '55555'],
  ['é山\u0301', 'é山\u0301'],
])('%s is read as %j', (original, plain) => {
  expect(toPlainText(original).text).toBe(plain);
});
