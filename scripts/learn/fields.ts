import type { CodeIndex } from '../../lib/detect/code-index.ts';
import { saysFailed } from '../../lib/detect/words.ts';
import type { Lesson } from './lines.ts';
import { numberOf, randomFrom } from './random.ts';

/** Names and sentences of one language: `tests/corpus/fields.yaml`. */
export interface FieldWords {
  errors: string[];
  things: string[];
  /** What is counted, said of a number that has its name above or below it; elsewhere such a name may be a code's. */
  tiles: string[];
  states: string[];
  said: string[];
  everyday: string[];
  mixed: string[];
}

interface Example {
  text: string;
  at: number;
  context?: Lesson['context'];
}

const HOSTS = [
  'business.facebook.com',
  'developers.facebook.com',
  'console.twilio.com',
  'hub.360dialog.com',
  'portal.infobip.com',
  'www.gupshup.io',
  'app.wati.io',
];
const PROVIDER_OF: Readonly<Record<string, string>> = {
  'console.twilio.com': 'twilio',
  'portal.infobip.com': 'infobip',
  'www.gupshup.io': 'gupshup',
};
const wordsOf = (list: string) => list.trim().split(/\s+/);
const RARE = wordsOf(`
  131047 131026 132001 130429 133010 131049 131042 132012 131053 131031 131000 131048 131056 130472 131051 132000 131008 131009 131016
  131021 131045 131057 132005 132007 132015 133004 131005 131037
`);
const SMALL = wordsOf(`
  470 471 190 100 368 10 4 1026 1013 1005 1006 2001 1000 500 400 402 408 480 410 2 80007 63016 63024 21610 30007 30008 63018 7032 4003 1003
  33 131 1010 1014 1021 613 200
`);
/** What pages and their parts are called. */
const HEADINGS = `
  Messages|Message log|Live messages|Delivery report|Reports|Insights|Overview|Activity|Campaigns|Details|Message details|Errors|
  Errors by code|Error log|Failed messages|Recent messages|Webhooks|Billing|Order 4711|Ana Lima|WA-131050|Send a template|Mensajes|
  Registro de mensajes|Errores|Detalles del mensaje|Mensagens|Relatório de envios|Erros|Campanhas|Journal des messages|Erreurs|Rapports|
  Nachrichten|Zustellbericht|Fehlerprotokoll|Kampagnen|Messaggi|Dettagli messaggio|Errori|Сообщения|Журнал ошибок|Отчёт о доставке|Mesajlar|
  Hata kaydı|Pesan|Laporan pengiriman|Log galat|الرسائل|سجل الأخطاء|تفاصيل الرسالة|संदेश|त्रुटि लॉग|消息日志|错误日志|消息详情|メッセージ|エラーログ|配信レポート|
  메시지 로그|오류 로그|발송 내역
`
  .split('|')
  .map((heading) => heading.trim());
const NAMES = [
  'Ana',
  'Kiran',
  'order_update',
  'Otto',
  'Yuki',
  'promo_feb',
  'Leyla',
  '+55 11 95550 1234',
  'WABA 12',
  'a3f2',
];

/** Fields, rows and sentences made of words, each with a code in it: of an error, or of something else that has its digits. */
export function fieldLessons(
  byLanguage: Readonly<Record<string, Partial<FieldWords>>>,
  index: CodeIndex,
): [string, Lesson[]][] {
  const errorFields: Lesson[] = [];
  const otherFields: Lesson[] = [];
  const sentences: Lesson[] = [];
  const rows: Lesson[] = [];
  const twilio = codesOf(index, 'twilio');
  const infobip = codesOf(index, 'infobip');
  const gupshup = codesOf(index, 'gupshup');
  const lists: Readonly<Record<string, readonly string[]>> = { twilio, infobip, gupshup };
  for (const [
    lang,
    { errors = [], things = [], tiles = [], states = [], said = [], everyday = [], mixed = [] },
  ] of Object.entries(byLanguage)) {
    const state = states.length > 0 ? states : ['failed', 'delivered'];
    const one = (name: string, kind: 'error' | 'thing' | 'tile', turn: number) => {
      const isError = kind === 'error';
      const random = randomFrom(numberOf(`${lang} ${name} ${turn}`));
      const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
      random();
      const host = random() < 0.35 ? null : pick(HOSTS);
      const rare = random() < (isError ? 0.5 : 0.7);
      const own = lists[PROVIDER_OF[host ?? ''] ?? ''];
      const code = rare ? pick(RARE) : own && random() < 0.6 ? pick(own) : pick(SMALL);
      const figure = () => String(Math.floor(10 ** (1 + random() * 5)));
      const cells = [
        pick(NAMES),
        pick(state),
        `${9 + Math.floor(random() * 12)}:${10 + Math.floor(random() * 49)}`,
        figure(),
      ];
      // Beside a value that is no code another may be one.
      if (!isError && random() < 0.3) cells[3] = pick(RARE);
      const row = [...cells.slice(0, 2 + Math.floor(random() * 3)), code]
        .sort(() => random() - 0.5)
        .join('\t');
      const other = pick(things.length > 0 ? things : ['Order']);
      const label = random() < 0.3 ? `${name}:` : name;
      const heading = random() < 0.5 ? pick(HEADINGS) : '';
      const alone = (context: Lesson['context']) => ({ text: code, at: 0, context: { ...context, heading } });
      const title = index.meaningsOf(code)[0]?.title ?? name;
      const tile = [
        `${name}\n${code}`,
        `${name}\n${code}\n${figure()}%`,
        `${name}\n${code}\n${other}\n${figure()}`,
      ];
      const tileAbove = [
        `${code}\n${name}`,
        `${code}\n${name}\n${figure()}\n${other}`,
        `${figure()}\n${other}\n${code}\n${name}`,
        `${pick(HEADINGS)}\n${code}\n${name}\n${pick(RARE)}\n${other}`,
      ];
      const underCode = () =>
        alone({ below: isError && random() < 0.8 ? title : name, row: pick(tileAbove) });
      const ofTile: (() => Example)[] = [() => alone({ label, row: pick(tile) }), underCode];
      const structures: (() => Example)[] = [
        () => alone({ label, row: `${label}\n${code}\n${other}\n${figure()}` }),
        () => alone({ label, row: `${pick(state)}\n${label} ${code}` }),
        () => alone({ header: name, row }),
        () => alone({ header: name, row }),
        () => alone({ header: name }),
        () => alone({ label, row: `${label}\t${code}` }),
        () => alone({ label, header: pick(['', other, pick(state)]), row }),
        underCode,
        // Twice as often: it counts more often than it names a code.
        ...(isError ? [] : [underCode]),
        () => ({ text: `${name}: ${code}`, at: name.length + 2 }),
        () => ({
          text: `${name}: ${code}`,
          at: name.length + 2,
          context: { heading, row: `${other}: ${figure()}\n${name}: ${code}\n${other}: ${pick(RARE)}` },
        }),
        () => ({
          text: `${name}: ${code}`,
          at: name.length + 2,
          context: { heading, row: `${other}: ${figure()}\n${name}: ${code}\n${pick(state)}` },
        }),
        () => ({ text: `${name} ${code}`, at: name.length + 1 }),
        () => ({ text: `${name}\n${code}`, at: name.length + 1 }),
        () => {
          const lead = `${other}\n${figure()}\n${name}\n`;
          return { text: `${lead}${code}\n${pick(state)}`, at: lead.length };
        },
        () => {
          const lead = `${pick(state)} | ${name} | `;
          return { text: `${lead}${code}`, at: lead.length };
        },
        () => {
          const lead = `| ${other} | ${name} |\n|---|---|\n| ${figure()} | `;
          return { text: `${lead}${code} |`, at: lead.length };
        },
        () => {
          const lead = `${pick(NAMES)}: ${pick(state)} · ${name}: `;
          return { text: `${lead}${code}`, at: lead.length };
        },
      ];
      const { text, at, context } = pick(kind === 'tile' ? ofTile : structures)();
      const lessons = isError ? errorFields : otherFields;
      lessons.push({
        id: `field-${lang}-${isError ? 'error' : 'thing'}-${lessons.length}`,
        kind: isError ? 'ui-label' : 'negative-id',
        lang,
        host,
        text,
        codes: isError ? [{ code, start: at, end: at + code.length }] : [],
        ...(context && { context: trimmed(context) }),
        batch: `name-${name.toLowerCase()}`,
        weight: 1,
      });
    };
    for (const name of errors) for (let turn = 0; turn < 6; turn++) one(name, 'error', turn);
    for (const name of things) for (let turn = 0; turn < 3; turn++) one(name, 'thing', turn);
    for (const name of tiles) for (let turn = 0; turn < 3; turn++) one(name, 'tile', turn);
    rows.push(...rowLessons(lang, state));
    const sentence = (pattern: string, place: number, turn: number, kind: string) => {
      const random = randomFrom(numberOf(`${pattern} ${turn}`));
      random();
      const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
      const host = random() < 0.5 ? null : pick(HOSTS);
      const code =
        random() < (kind === 'everyday' ? 0.75 : 0.65)
          ? pick(RARE)
          : pick(SMALL.filter((small) => small.length >= 3));
      let text = '';
      const codes: Lesson['codes'] = [];
      for (const part of pattern.split(/(\{code\}|\{other\}|\{n\})/)) {
        if (part === '{code}') {
          if (kind !== 'everyday') codes.push({ code, start: text.length, end: text.length + code.length });
          text += code;
        } else if (part === '{other}') text += pick(RARE.filter((rare) => rare !== code));
        else if (part === '{n}') text += String(2 + Math.floor(random() * 400));
        else text += part;
      }
      const heading = pick(HEADINGS);
      const around =
        random() < 0.4 ? { heading, row: `${heading}\n${text}\n${pick(state)}\n${pick(NAMES)}` } : null;
      sentences.push({
        id: `said-${lang}-${sentences.length}`,
        kind: kind === 'everyday' ? 'negative-count' : 'prose',
        lang,
        host,
        text,
        codes,
        ...(around && { context: around }),
        // Many stand in the same place in each language, translated.
        batch: `${kind}-${place}`,
        weight: 1,
      });
    };
    for (const [kind, patterns] of Object.entries({ said, everyday, mixed }))
      patterns.forEach((pattern, place) => {
        for (let turn = 0; turn < 3; turn++) sentence(pattern, place, turn, kind);
      });
  }
  return [
    ['fields of errors', errorFields],
    ['fields of other things', otherFields],
    ['rows without heads', rows],
    ['sentences', sentences],
  ];
}

const ROWS_OF_LANGUAGE = 200;

/** Cells of tables without heads: the code at the end of a row that failed, or another number that has its digits. */
function rowLessons(lang: string, states: readonly string[]): Lesson[] {
  const failed = states.filter(saysFailed);
  const others = states.filter((state) => !saysFailed(state));
  if (failed.length === 0 || others.length === 0) return [];
  return Array.from({ length: ROWS_OF_LANGUAGE }, (_, turn) => {
    const random = randomFrom(numberOf(`row ${lang} ${turn}`));
    random();
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    const isCode = turn % 2 === 0;
    const hasColumn = random() < 0.75;
    const isFailed = isCode || random() < (hasColumn ? 0.6 : 0.15);
    const clock = `${10 + Math.floor(random() * 13)}:${10 + Math.floor(random() * 49)}`;
    const code = isCode && !hasColumn ? pick(RARE) : random() < 0.7 ? pick(RARE) : pick(SMALL);
    const state = `${pick(isFailed ? failed : others)}${random() < 0.4 ? ` ${clock}` : ''}`;
    const figure = String(Math.floor(10 ** (1 + random() * 5)));
    const cells = [
      pick(NAMES),
      clock,
      figure,
      `+55 11 9${figure} ${clock.replace(':', '')}`,
      `$0.0${figure}`,
    ];
    const row = [...cells.sort(() => random() - 0.5).slice(0, 1 + Math.floor(random() * 4)), state];
    const place = Math.floor(random() * (row.length + 1));
    row.splice(isCode && random() < 0.6 ? row.length : place, 0, code);
    return {
      id: `row-${lang}-${turn}`,
      kind: isCode ? 'ui-label' : 'negative-count',
      lang,
      host: random() < 0.2 ? null : pick(HOSTS),
      text: code,
      codes: isCode ? [{ code, start: 0, end: code.length }] : [],
      context: {
        row: row.join('\t'),
        ...(random() < 0.6 && { heading: pick(HEADINGS) }),
        ...(hasColumn && { column: columnWith(code, isCode, random) }),
      },
      batch: `row-${state}`,
      weight: 1,
    };
  });
}

/** A column that a value stands in: codes come again and leave most rows empty; other numbers fill theirs, and differ. */
function columnWith(code: string, isCode: boolean, random: () => number): string {
  const rows = 2 + Math.floor(16 * random());
  const filled = isCode ? 0.05 + random() * 0.95 : random() < 0.8 ? 1 : random();
  const size = code.length + Math.floor(random() * 3) - 1;
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const own = isCode ? [code, ...Array.from({ length: 4 }, () => pick(random() < 0.7 ? RARE : SMALL))] : [];
  const isSerial = !isCode && random() < 0.25;
  const place = Math.floor(random() * rows);
  // Numbers in turn: ids.
  if (isSerial) return Array.from({ length: rows }, (_, at) => String(Number(code) + at - place)).join('\n');
  // Of few failures each may have a code of its own.
  const differ = isCode && random() < 0.4;
  const one = () => {
    if (random() >= filled) return random() < 0.8 ? '' : '-';
    if (differ) return own.pop() ?? '';
    return isCode ? pick(own) : String(Math.floor(10 ** (Math.max(1, size) - random())));
  };
  const values = Array.from({ length: rows }, one);
  values[place] = code;
  return values.join('\n');
}

function trimmed(context: NonNullable<Lesson['context']>): NonNullable<Lesson['context']> {
  return Object.fromEntries(Object.entries(context).filter(([, value]) => value));
}

function codesOf(index: CodeIndex, provider: string): string[] {
  return Array.from({ length: 100_000 }, (_, value) => String(value)).filter(
    (code) => code.length >= 3 && index.meaningsOf(code).some((meaning) => meaning.provider === provider),
  );
}

const PLACES: readonly ((line: string) => [string, string | null])[] = [
  (line) => [line, null],
  (line) => [`${line}\nWhatsApp · Meta`, null],
  (line) => [`${line} (WhatsApp)`, null],
  (line) => [line, 'business.facebook.com'],
  (line) => [`${line}\nWhatsApp`, 'www.gupshup.io'],
  (line) => [`WhatsApp template sent. ${line}. Open in WhatsApp`, 'business.facebook.com'],
];

/** Lines in which a number is no code, whatever its digits, alone and beside WhatsApp. */
export function lookAlikeLessons(lines: Readonly<Record<string, readonly string[]>>): Lesson[] {
  return Object.entries(lines).flatMap(([lang, own]) =>
    own.flatMap((line) =>
      PLACES.flatMap((around, place) => {
        const random = randomFrom(numberOf(`${line}${place}`));
        random();
        const code = [...RARE.slice(0, 5), '63016', '80007'][Math.floor(random() * 7)] ?? '131047';
        const [text, host] = around(line.replace(/#(?!#)/g, code));
        return [
          {
            id: `la-${lang}-${line}-${place}`,
            kind: 'negative-id',
            lang,
            host,
            text,
            codes: [],
            batch: `alike-${line}`,
            weight: 0.5,
          },
        ];
      }),
    ),
  );
}
