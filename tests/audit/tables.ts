import phrases from './phrases.json' with { type: 'json' };

/** A row of an invented table: a code with a phrase of people, right or of another code. */
export interface TableRow {
  code: string;
  phrase: string;
  language: string;
  isWrong: boolean;
  line: number;
}

export interface InventedTable {
  path: string;
  text: string;
  rows: readonly TableRow[];
}

type Row = Pick<TableRow, 'code' | 'phrase'>;
type Layout = readonly [
  extension: string,
  head: string,
  row: (row: Row, at: number) => string,
  foot: string,
];

const quote = (text: string) => JSON.stringify(text);
const single = (text: string) => `'${text.replaceAll("'", "\\'")}'`;
const toConstant = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()
    .replace(/^(?=\d)/, 'E_');
const toPascal = (text: string) =>
  toConstant(text)
    .toLowerCase()
    .replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** How people write such tables in nine languages. Each row is one line or more, and its first line has the code. */
const LAYOUTS: readonly Layout[] = [
  [
    'ts',
    '// WhatsApp\nexport const MESSAGES: Record<number, string> = {',
    ({ code, phrase }) => `  ${code}: ${single(phrase)},`,
    '};',
  ],
  [
    'ts',
    'function explainWhatsApp(code: number) {\n  switch (code) {',
    ({ code, phrase }) => `    case ${code}:\n      return ${quote(phrase)};`,
    '  }\n}',
  ],
  [
    'ts',
    'export function readWhatsAppError(code: number) {',
    ({ code, phrase }) =>
      `  if (code === ${code}) {\n    // ${phrase}\n    return handle(code);\n  }`,
    '}',
  ],
  [
    'ts',
    'export enum WhatsAppError {',
    ({ code, phrase }) => `  ${toPascal(phrase)} = ${code},`,
    '}',
  ],
  [
    'ts',
    '// WhatsApp\nconst KNOWN = [',
    ({ code, phrase }) => `  { code: ${code}, text: ${quote(phrase)} },`,
    '];',
  ],
  [
    'py',
    '# WhatsApp\nMESSAGES = {',
    ({ code, phrase }) => `    ${code}: ${quote(phrase)},`,
    '}',
  ],
  [
    'py',
    'class WhatsAppError(IntEnum):',
    ({ code, phrase }) => `    ${toConstant(phrase)} = ${code}`,
    '',
  ],
  [
    'py',
    'def explain_whatsapp(code):',
    ({ code, phrase }) =>
      `    if code == ${code}:  # ${phrase}\n        return handle(code)`,
    '',
  ],
  [
    'py',
    '# WhatsApp\nhandled = [',
    ({ code, phrase }) => `    ${code},  # ${phrase}`,
    ']',
  ],
  [
    'php',
    '<?php // WhatsApp\nreturn [',
    ({ code, phrase }) => `    ${code} => ${single(phrase)},`,
    '];',
  ],
  [
    'php',
    '<?php // WhatsApp\n$text = match ($code) {',
    ({ code, phrase }) => `    ${code} => __(${quote(phrase)}),`,
    '};',
  ],
  [
    'php',
    '<?php // WhatsApp\nreturn [',
    ({ code, phrase }) =>
      `    ['code' => ${code}, 'message' => ${single(phrase)}],`,
    '];',
  ],
  [
    'rb',
    '# WhatsApp\nMESSAGES = {',
    ({ code, phrase }) => `  ${code} => ${quote(phrase)},`,
    '}.freeze',
  ],
  [
    'rb',
    '# WhatsApp\ndef text_of(code)\n  case code',
    ({ code, phrase }) => `  when ${code} then ${quote(phrase)}`,
    '  end\nend',
  ],
  [
    'go',
    '// WhatsApp\nvar messages = map[int]string{',
    ({ code, phrase }) => `\t${code}: ${quote(phrase)},`,
    '}',
  ],
  [
    'go',
    '// WhatsApp\nconst (',
    ({ code, phrase }, at) => `\tCode${at} = ${code} // ${phrase}`,
    ')',
  ],
  [
    'java',
    '// WhatsApp\npublic enum ApiError {',
    ({ code, phrase }) => `    ${toConstant(phrase)}(${code}),`,
    '}',
  ],
  [
    'java',
    '// WhatsApp\nstatic {',
    ({ code, phrase }) => `    MESSAGES.put(${code}, ${quote(phrase)});`,
    '}',
  ],
  [
    'java',
    '// WhatsApp\nString text = switch (code) {',
    ({ code, phrase }) => `    case ${code} -> ${quote(phrase)};`,
    '};',
  ],
  [
    'cs',
    '// WhatsApp\nvar messages = new Dictionary<int, string> {',
    ({ code, phrase }) => `    [${code}] = ${quote(phrase)},`,
    '};',
  ],
  [
    'cs',
    '// WhatsApp\nreturn code switch {',
    ({ code, phrase }) => `    ${code} => ${quote(phrase)},`,
    '};',
  ],
  [
    'json',
    '{ "whatsapp": {',
    ({ code, phrase }) => `  ${quote(code)}: ${quote(phrase)},`,
    '  "0x": "" } }',
  ],
  [
    'json',
    '{ "whatsapp": [',
    ({ code, phrase }) =>
      `  {\n    "id": ${code},\n    "text": ${quote(phrase)}\n  },`,
    '  {} ] }',
  ],
  [
    'md',
    '# WhatsApp\n\n| Code | Meaning |\n|---|---|',
    ({ code, phrase }) => `| ${code} | ${phrase} |`,
    '',
  ],
  [
    'md',
    '# WhatsApp errors\n',
    ({ code, phrase }) => `- **${code}**: ${phrase}`,
    '',
  ],
];

/** Linear congruential generator: the same tables in every run. */
function createRandom(seed: number) {
  let state = seed;

  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LANGUAGES = [
  'en',
  'en',
  'en',
  'pt',
  'es',
  'de',
  'fr',
  'it',
  'id',
  'tr',
] as const;
const ROWS = 7;

/** Returns invented tables in all layouts and languages, a third of their rows with a phrase of another code. */
export function inventTables(
  half: 'read' | 'kept',
  count: number,
): InventedTable[] {
  const pick = createRandom(half === 'read' ? 1 : 2);

  return Array.from({ length: count }, (_, number): InventedTable => {
    const [extension, head, format, foot] = LAYOUTS[
      number % LAYOUTS.length
    ] as Layout;

    const language = LANGUAGES[pick(LANGUAGES.length)] ?? 'en';

    const themes = [...phrases]
      .map((theme) => ({ theme, order: pick(1_000_000) }))
      .sort((a, b) => a.order - b.order);

    let text = `${head}\n`;

    const rows = themes.slice(0, ROWS).map(({ theme }, at): TableRow => {
      const isWrong = pick(3) === 0;
      const code = theme.codes[pick(theme.codes.length)] ?? '';

      const others = phrases.filter(
        ({ codes, near = [] }) => ![...codes, ...near].includes(code),
      );

      const { [half]: said } = isWrong
        ? (others[pick(others.length)] ?? theme)
        : theme;

      const phrase = said[language][pick(said[language].length)] ?? '';
      const row = format({ code, phrase }, at);

      const line = `${text}${row.slice(0, row.indexOf(code))}`.split(
        '\n',
      ).length;

      text += `${row}\n`;

      return { code, phrase, language, isWrong, line };
    });

    return {
      path: `table-${number}.${extension}`,
      text: `${text}${foot}\n`,
      rows,
    };
  });
}
