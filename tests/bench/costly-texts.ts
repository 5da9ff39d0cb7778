import { createRandomInteger } from './logs.ts';

/** A text that somebody could write, and that is dear to read. */
export interface CostlyText {
  path: string;
  /** Returns one line. */
  createLine(at: number, random: (below: number) => number): string;
  /** What stands above and below the lines. */
  head?: string;
  foot?: string;
}

const CODES = [
  '131047',
  '131026',
  '131049',
  '130429',
  '131031',
  '132001',
  '131056',
  '131008',
  '190',
  '368',
  '100',
  '80007',
];

/** Words that the catalogue has, so that each sentence of them has to be compared with its entries. */
const WORDS = [
  'message template token recipient user rate limit account window phone',
  'number business customer quality policy payment media upload server',
  'blocked paused expired invalid missing parameter not delivered retry',
  'later order invoice cart stock delivery shop payload queue worker broker',
]
  .join(' ')
  .split(' ');

type Random = (below: number) => number;

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[random(items.length)] as Item;

const say = (count: number, random: Random): string =>
  Array.from({ length: count }, () => pick(WORDS, random)).join(' ');

const createName = (length: number, random: Random): string =>
  Array.from({ length }, () => String.fromCharCode(0x61 + random(26))).join('');

const formatTime = (at: number): string =>
  new Date(1_770_000_000_000 + at * 1_000).toISOString();

/** Each kind of text by what is special in it. */
export const COSTLY_TEXTS: Readonly<Record<string, CostlyText>> = {
  'statements of known words': {
    path: 'whatsapp.ts',
    head: 'const WHATSAPP = {\n',
    createLine: (at, random) =>
      `  ${pick(CODES, random)}: '${say(4 + random(4), random)} ${at}',\n`,
    foot: '};',
  },
  'rows of known words': {
    path: 'whatsapp.md',
    head: '# WhatsApp\n\n| Code | Text |\n|---|---|\n',
    createLine: (at, random) =>
      `| ${pick(CODES, random)} | ${say(5, random)} number ${at} |\n`,
  },
  'statements that differ by a name': {
    path: 'whatsapp.md',
    createLine: (at, random) =>
      `- ${pick(CODES, random)}: Template paused for order ${100_000 + at * 7} of ${createName(7, random)}\n`,
  },
  'one statement': {
    path: 'whatsapp.ts',
    head: 'const WHATSAPP = {\n',
    createLine: () => "  131047: 'Template paused',\n",
    foot: '};',
  },
  'one line of source': {
    path: 'whatsapp.ts',
    createLine: () => 'if (error.code === 131047) throw new ReengageError();\n',
  },
  'one code a line': { path: 'whatsapp.txt', createLine: () => '131047\n' },
  'one code in one line': { path: 'whatsapp.txt', createLine: () => '131047 ' },
  'lists of codes': {
    path: 'whatsapp.txt',
    createLine: (_, random) => `${pick(CODES, random)}, `,
  },
  'an array of codes': {
    path: 'whatsapp.json',
    head: '[',
    createLine: (_, random) => `${pick(CODES, random)},`,
    foot: '190]',
  },
  'lists of numbers': {
    path: 'whatsapp.txt',
    createLine: (at, random) =>
      `WhatsApp orders: ${Array.from({ length: 8 }, () => random(1_000_000)).join(', ')}${at % 2 ? ';' : ''}\n`,
  },
  'objects in one line': {
    path: 'whatsapp.json',
    head: '[',
    createLine: (at, random) =>
      `${JSON.stringify({ id: `wamid.${at}AB`, to: `2761962${at}`, errors: [{ code: Number(pick(CODES, random)), title: say(3, random) }] })},`,
    foot: '{}]',
  },
  'objects on several lines': {
    path: 'whatsapp.json',
    head: '[\n',
    createLine: (at, random) =>
      `${JSON.stringify({ id: `wamid.${at}AB`, errors: [{ code: Number(pick(CODES, random)), details: say(6, random) }] }, null, 2)},\n`,
    foot: '{}]',
  },
  'a log of new words': {
    path: 'whatsapp.log',
    createLine: (at, random) =>
      `${formatTime(at)} ERROR ${say(5, random)} ${createName(9, random)} (#${pick(CODES, random)})\n`,
  },
  'a table of failures': {
    path: 'whatsapp.csv',
    head: 'time,to,name,status,error_code,error\n',
    createLine: (at, random) =>
      `${formatTime(at)},2761962${1_000 + at},${createName(8, random)},failed,${pick(CODES, random)},"${say(4, random)}"\n`,
  },
  'a chat': {
    path: 'whatsapp-chat.txt',
    createLine: (at, random) =>
      `[14/03/2026, 07:${10 + (at % 50)}:31] ${createName(6, random)}: ${say(7, random)} ${pick(CODES, random)}\n`,
  },
  'calls and paths': {
    path: 'whatsapp.log',
    createLine: (at, random) =>
      `    at ${createName(8, random)} (/app/src/${createName(5, random)}.js:${at % 900}:${random(90)}) code=${pick(CODES, random)}\n`,
  },
  'escaped payloads': {
    path: 'whatsapp.log',
    createLine: (at, random) =>
      `${formatTime(at)} body="{\\"error\\":{\\"code\\":${pick(CODES, random)},\\"message\\":\\"${say(4, random)}\\"}}"\n`,
  },
  'prose without codes': {
    path: 'whatsapp.md',
    createLine: (_, random) =>
      `The ${say(9, random)}, and WhatsApp ${say(6, random)}.\n`,
  },
};

/** Creates a text of about this length in UTF-16 code units, the same for each call. */
export function createCostlyText(
  { head = '', foot = '', createLine }: CostlyText,
  length: number,
): string {
  const random = createRandomInteger(20_261_130);
  const lines: string[] = [];

  for (let at = 0, made = 0; made < length; at++) {
    const line = createLine(at, random);

    lines.push(line);
    made += line.length;
  }

  return `${head}${lines.join('')}${foot}`;
}
