import type { Scene } from './scene.ts';

/** What the small codes of Graph are about, in a word: `190 (token dead)`, `wrong field (100)`. Stems, by language as they come. */
const TOKEN =
  /token|session|sess[aã]o|sesi[oó]n|sitzung|jeton|login|auth|credential|credencia|access key|токен|сессия|توكن|رمز الوصول|टोकन|令牌|토큰|トークン/iu;
const PARAMETER =
  /param|\bfield|\bcampo|\bchamp\b|\bfeld|argument|invalid|inv[aá]lid|ung[üu]ltig|unsupported|not exist|no existe|n[aã]o existe|n'existe|параметр|パラメ|参数|參數|매개변수|पैरामीटर|معامل|معلمة/iu;
const PERMISSION =
  /permi[st]|berechtig|autoriz|autoris|\bizin|\bscope|capabilit|denied|\baccess\b|\bacceso|\bacesso|разреш|доступ|权限|權限|権限|권한|صلاحي|अनुमति/iu;
const RATE =
  /\brate|\blimit|l[íi]mite|throttl|too (?:many|fast|often)|demasiad|muitas|excess|quota|лимит|限流|频率|頻率|制限|한도|حد ال|\bbatas|s[ıi]n[ıi]r|सीमा/iu;
const BLOCK = /block|\bbloque|polic|pol[íi]tica|abus|\bspam|restri[ck]|banned|gesperrt|блокир|封|차단|حظر/iu;
const SERVER =
  /unknown|temporar|transient|server|servic|unavailable|\bdown\b|desconhec|desconoc|inconnu|unbekannt|sconosciut|неизвест|временн|未知|不明|알 수 없/iu;
const WINDOW = /window|re-?engag|janela|ventana|fen[êe]tre|fenster|finestra|окн|نافذة|窗口/iu;

const GISTS = new Map<string, RegExp>([
  ...['102', '190', '463', '460', '467'].map((code) => [code, TOKEN] as const),
  ...['33', '100'].map((code) => [code, PARAMETER] as const),
  ...['3', '10', '200'].map((code) => [code, PERMISSION] as const),
  ...['4', '17', '32', '341', '471', '613'].map((code) => [code, RATE] as const),
  ['368', BLOCK],
  ...['1', '2', '500'].map((code) => [code, SERVER] as const),
  ['470', WINDOW],
]);

const REACH = 44;
/** Another cell, another sentence, another number. */
const BREAK = /[|\n\t;。]|[.!?]\s|\d{2}/u;
/** `(190)`, `` `100` ``, `[4]`: set apart behind what it is about. */
const OPENS = /[(（[`]["'#`*]{0,3}$/;
const CLOSES = /^["'`*]{0,3}[)）\]`]/;
/** What comes between a number and what it is about. */
const LEADS = /^["'`*)\]]{0,3}\s{0,3}(?:[([（=:：→–—-]|->|=>|means\b|is\b)/;
/** `190 tokens`: counted. */
const COUNTED = /^\s\p{L}+s\b(?!\s?[:(])/u;

/** What stands beside a small code of Graph is what that code is about. */
export function gistOf(scene: Scene): string | null {
  const { code, start, end, reading } = scene;
  const gist = GISTS.get(code);
  if (!gist || !mayHaveGist(reading.text, start, end)) return null;
  const { lineLeft, lineRight } = scene;
  // `4.A.4`: the number of a section.
  if (/[\p{L}\d]\.$/u.test(lineLeft)) return null;
  const marked = CLOSES.test(lineRight) && OPENS.test(lineLeft);
  if (marked) {
    const before = (lineLeft.slice(-REACH).split(BREAK).at(-1) ?? '').match(gist)?.[0];
    if (before) return before;
  }
  const after = lineRight.slice(0, REACH);
  if (!(marked || LEADS.test(after) || (code.length >= 3 && /^\s\p{L}/u.test(after) && !COUNTED.test(after))))
    return null;
  return after.split(BREAK, 1)[0]?.match(gist)?.[0] ?? null;
}

/** Quickly told: most numbers of a log are values, and end with a blank, a comma or a unit. */
function mayHaveGist(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  // `status=200 `, `/200 `
  if (after === 0x20) return before !== 0x3d && before !== 0x2f;
  return after !== 0x2c && after !== 0x2e && after !== 0x0a && !Number.isNaN(after);
}
