import piiPatterns from '../../data/pii-patterns.json' with { type: 'json' };
import type { Span } from '../core/spans.ts';
import { getLineBefore } from '../structure/lines.ts';
import {
  classifyKey,
  isAboutSecret,
  isNameOfPerson,
  isParameters,
  isSureSecret,
  type KeyKind,
} from './key-vocabulary.ts';
import { isExpression, looksLikeSecret, looksRandom } from './secret-shape.ts';

/** The value of a key. */
export interface KeyValue extends Span {
  kind: KeyKind['kind'];
}

const TAG_BOUNDARY = String.raw`</\w{1,10}>(?:\s{0,40}<\w{1,10}(?:\s[^<>]{0,80})?>|\s{0,8}[:=])`;
/** `setHeader("X-Api-Key", "…")` */
const ARGUMENT = `["'], ?(?=["'])`;
/** Between a key and its value: in JSON, XML, queries, headers, logs, PHP, tables and sentences. */
const SEPARATOR = new RegExp(
  String.raw`${TAG_BOUNDARY}|${ARGUMENT}|=>|->|→|:=|[!=]==?|[:=>\t|]|\((?=\\{0,8}["'])| (?:is|was|es|é|era|est|ist|lautet|adalah|ialah|है|هو|هي|-|–|to|como) (?! )| (?=["'“«]\p{L})| ?(?:\.{4,}|…{2,}) ?|_{4,}`,
  'gu',
);
const MAX_KEY_CHARS = 100;
const MAX_CLOSERS = 8;
const MAX_TAG = 200;
const KEY_CHAR = /[\p{L}\p{M}\p{N}_$.@[\]-]/u;
/** `ім'я`, `jeton d'accès` */
const APOSTROPHE = /^\p{L}'\p{L}$/u;
const COPULA = /^(?:is|was|es|é|era|adalah|ialah|ist|lautet|est|है|هو|هي)$/;
/** `const token: string = …` */
const TYPE_ANNOTATION = /([\w$.]{1,60})(?:\s?: ?| As )$/;
const WORDS_BEFORE = /(?:[\p{L}\p{M}\p{N}]{1,30} ){1,4}$/u;
/** What can occur between a separator and its value: spaces, Markdown, one line break before a quote, PHP's type, tags. */
const BEFORE_VALUE =
  /(?:<\/\w{1,10}>)?[ \t*]{0,40}(?:\r?\n[ \t]{0,200}(?:(?=\\{0,8}["'[{]|string\(\d)|(?<=[ \t]{2})(?:- )?(?=[^\s:=]{0,80}\d[^\s:=]{0,80}(?:\n|$))))?(?:<(?!\/|[A-Z_]{5})\w{1,10}(?:\s[^<>]{0,80})?>\s{0,8}){0,3}(?:string\(\d{1,6}\) |![\w-]{1,20} |[bru](?=["'])|<!\[CDATA\[)?[*_~]{0,2}/y;

/** Finds the values of keys that name something private, and of trace ids, which are kept. Runs in linear time. */
export function* findKeyValues(text: string): Generator<KeyValue> {
  let done = 0;
  let pair: Pair | null = null;
  SEPARATOR.lastIndex = 0;
  for (let match = SEPARATOR.exec(text); match; match = SEPARATOR.exec(text)) {
    const { 0: separator, index } = match;
    const next = index + separator.length;
    const isArgument = separator.includes(',');
    const key = findKeyBefore(text, isArgument ? index + 1 : index, separator);
    // `<first>Ana</first><last>Souza</last>`: the second tag can be a key too.
    if (separator.startsWith('<')) SEPARATOR.lastIndex = index + 1;
    if (!key) continue;
    BEFORE_VALUE.lastIndex = next;
    const at = BEFORE_VALUE.test(text) ? BEFORE_VALUE.lastIndex : next;
    const isWeak = !/^(?::?=|[:→]|[=-]?>)$|>\s*[:=]$/.test(separator);
    let named = classifyKey(key.text, key.before);
    if (named?.orName && /^[\\"']{0,9}\p{L}/u.test(text.slice(at, at + 10)))
      named = { ...named, kind: 'name', certainty: 'shape' };
    if (NAME_PART.test(key.text))
      named = nameIn(findOwner(text, key.start) || (findOpenTag(text, key.start)?.name ?? ''), key.text);
    if (named?.certainty === 'plain') named = classifyPlainName(text, key, named);
    if (named?.certainty === 'plain' && isOfThing(text, key.start, at)) named = null;
    // `{"name": "access_token", "value": "…"}`, in either order.
    if (PAIR_VALUE.test(key.text)) {
      const tag = findOpenTag(text, key.start);
      const isPaired = pair && index - pair.end < MAX_PAIR_CHARS && pair.end > (tag?.start ?? 0);
      const name = isPaired ? pair?.name : (findNameBehind(text, at) ?? tag?.name);
      // `{"secret": {"value": "…"}}`
      const owned = name ? null : classifyKey(findOwner(text, key.start));
      named = (name && classifyKey(name)) || (owned?.certainty === 'sure' ? owned : named);
    } else if (PAIR_NAME.test(key.text)) {
      const name = readQuoted(text, at)?.text ?? /^[\w.-]{1,80}/.exec(text.slice(at, at + 80))?.[0] ?? '';
      // `"apikey":[{"key":"value","value":"…"}]`
      const own = name === 'value' ? findListKey(text, index) || name : name;
      pair = { name: own, end: at };
      if (named?.kind === 'name' && valueFollows(text, at)) named = null;
    }
    named = classifyMessageText(text, key) ?? named;
    // Phone numbers are found without their key.
    if (
      !named ||
      named.kind === 'phone' ||
      (named.kind !== 'token' &&
        (isArgument || separator.includes('==') || (separator === '(' && named.kind !== 'text')))
    )
      continue;
    // `pushname "Ana"`
    if (separator === ' ' && (named.certainty !== 'sure' || !/^(?:token|name|user)$/.test(named.kind)))
      continue;
    for (const span of findValues(text, at, named, { isWeak, separator, key })) {
      // `To: Example support, with the id of the message`
      if (named.orName && !/^\s{0,2}(?:["'<(|;]|\n|$)/.test(text.slice(span.end, span.end + 3))) continue;
      yield { ...span, kind: named.kind };
      done = Math.max(done, span.end);
    }
    SEPARATOR.lastIndex = Math.max(next, done);
  }
}

interface Pair {
  name: string;
  end: number;
}

const PAIR_NAME =
  /^(?:name|key|header|field|param(?:eter)?(?:_?name)?|attribute|label|property|k|campo|feld|champ|nome|nombre|nama|question|variable|setting|option|field_?(?:name|label))$/i;
const PAIR_VALUE =
  /^(?:values?|val|v|content|string_?value|field_?value|default|text|valor|nilai|answer|data|current)$/i;
const MAX_PAIR_CHARS = 200;
const NAME_BEHIND =
  /[^{}<>]{0,40}?["'\s](?:name|key|header|field|param|parameter_name)["'\\]{0,8}\s{0,4}(?:=>|[:=])\s{0,4}\\{0,8}["']([^"'\\]{1,80})/iy;
const VALUE_BEHIND = /[\s,;]{1,40}[\\]{0,8}["']?(?:values?|val|content|valor)["'\\]{0,8}\s{0,4}(?:=>|[:=])/iy;

/** Returns the key after a value: `{"value": "…", "key": "access_token"}`. */
function findNameBehind(text: string, at: number): string | null {
  const value = readQuoted(text, at);
  if (!value) return null;
  NAME_BEHIND.lastIndex = value.close;
  return NAME_BEHIND.exec(text)?.[1] ?? null;
}

const OPEN_TAG = /<([\p{L}_][\p{L}\p{N}_.:-]{0,60})(\s[^<>]{0,200})$/u;

/** Returns what the tag around an attribute is called: `<apiKey value="…"/>`, `<field id="token" value="…">`. */
function findOpenTag(text: string, at: number): { name: string; start: number } | null {
  const from = Math.max(0, at - MAX_TAG);
  const tag = OPEN_TAG.exec(text.slice(from, at));
  return tag && { name: TAG_NAME.exec(tag[2] ?? '')?.[1] ?? tag[1] ?? '', start: from + tag.index };
}

function valueFollows(text: string, at: number): boolean {
  VALUE_BEHIND.lastIndex = readQuoted(text, at)?.close ?? skipPattern(/[\w.-]+/y, text, at);
  return VALUE_BEHIND.lastIndex > at && VALUE_BEHIND.test(text);
}

interface Key {
  text: string;
  before: string;
  start: number;
}

const MAX_REMARK = 32;
const REMARK = / \([^()\n]{1,28}\)$/;

/** Returns the key directly before a separator, or null. */
function findKeyBefore(text: string, index: number, separator: string): Key | null {
  if (separator === '>') return findTagBefore(text, index);
  // `verify_token (webhook): …`
  const remark = REMARK.exec(text.slice(Math.max(0, index - MAX_REMARK), index));
  const outer = remark && findKeyBefore(text, index - remark[0].length, separator);
  if (outer && classifyKey(outer.text, outer.before)) return outer;
  let end = index;
  while (end > 0 && index - end < MAX_CLOSERS && /["'`\\*)\] ]/.test(text.charAt(end - 1))) end--;
  const isQuoted = /["'`]/.test(text.charAt(end));
  const limit = Math.max(0, end - MAX_KEY_CHARS);
  let start = end;
  if (isQuoted) {
    const open = text.slice(limit, end).lastIndexOf(text.charAt(end));
    if (open >= 0 && !/[\n:{,=]/.test(text.slice(limit + open, end))) start = limit + open + 1;
  }
  if (start === end)
    while (
      start > limit &&
      (KEY_CHAR.test(text.charAt(start - 1)) || APOSTROPHE.test(text.slice(start - 2, start + 1)))
    )
      start--;
  if (start === end) return null;
  const before = WORDS_BEFORE.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  // `password@host:port`
  if (!isQuoted) start += text.slice(start, end).lastIndexOf('@', end - start - 2) + 1;
  const own = text.slice(start, end);
  const typed = /^str(?:ing)?$/i.test(own) && TYPE_ANNOTATION.exec(text.slice(limit, start))?.[1];
  if (typed) return { text: typed, before: '', start };
  // `The password is: …`
  return COPULA.test(own) ? { text: before.trim(), before: '', start } : { text: own, before, start };
}

/** Returns the key of an XML tag: `access_token` in `<access_token>` and in `<entry key="access_token">`. */
function findTagBefore(text: string, index: number): Key | null {
  const from = Math.max(0, index - MAX_TAG);
  const start = from + text.slice(from, index).lastIndexOf('<');
  const [, name = '', rest = ''] =
    /^<([\p{L}_][\p{L}\p{M}\p{N}_.:-]*)([^<>]*)$/u.exec(text.slice(start, index)) ?? [];
  if (!name || rest.endsWith('/')) return null;
  return { text: TAG_NAME.exec(rest)?.[1] ?? name, before: '', start };
}

const TAG_NAME =
  /\s(?:name|key|id|field|n|itemprop|data-[\w-]{1,20}|class(?==["'](?!token)[\w-]+["']))\s?=\s?["']([^"']+)/i;

interface ValuePlace {
  isWeak: boolean;
  separator: string;
  key: Key;
}

/** Yields the value at an offset, or the values of a list. */
function* findValues(text: string, at: number, named: KeyKind, place: ValuePlace): Generator<Span> {
  // `"assignees":["Ana Souza"]`
  const isOfPeople = named.kind === 'name' && named.certainty === 'shape' && !/names?$/i.test(place.key.text);
  if (
    text.charAt(at) === '[' &&
    /[\\"'\s]/.test(text.charAt(at + 1)) &&
    (named.certainty === 'sure' || named.kind === 'text' || isOfPeople)
  ) {
    let next = at + 1;
    for (;;) {
      BETWEEN_VALUES.lastIndex = next;
      const value = BETWEEN_VALUES.test(text) ? readQuoted(text, BETWEEN_VALUES.lastIndex) : null;
      if (!value) return;
      const own = named.kind === 'token' ? skipScheme(value, place) : value;
      if ((!isOfPeople || isCapitalizedName(own.text)) && isValueOf(named, own.text, place, true)) yield own;
      next = value.close;
    }
  }
  if (named.kind === 'text' && named.certainty === 'plain') return;
  const own = place.separator === '>' ? null : readQuoted(text, at);
  if (own) {
    const value = named.kind === 'token' ? skipScheme(own, place) : own;
    if (isValueOf(named, value.text, place, true, text)) yield value;
    return;
  }
  const value = readUnquoted(text, at, named, place);
  const isElement = named.kind === 'token' && place.separator === '>';
  if (value && isValueOf(named, value.text, place, isElement, text)) yield value;
}

const BETWEEN_VALUES = /[\s,]{0,200}/y;

interface Value extends Span {
  text: string;
}

const QUOTE = /(\\{0,15})(["'`“«])/y;
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»' };
/** Maximum length of a value that continues after a line break. */
const MAX_CONTINUED_CHARS = 4_096;

/** Returns a quoted value at any depth of escaping, or the rest of the line if the quote doesn't close. */
function readQuoted(text: string, at: number): (Value & { close: number }) | null {
  QUOTE.lastIndex = at;
  const [whole = '', slashes = '', quote = ''] = QUOTE.exec(text) ?? [];
  if (!quote) return null;
  const start = at + whole.length;
  const closing = CLOSING[quote] ?? quote;
  const depth = slashes.length;
  let lineEnd = -1;
  for (let end = start; end < text.length; end++) {
    const unit = text.charAt(end);
    if (unit === '\n' && lineEnd < 0) lineEnd = end;
    if (lineEnd >= 0 && end - start > MAX_CONTINUED_CHARS) break;
    if (unit !== closing) continue;
    let first = end;
    while (first > start && text.charAt(first - 1) === '\\') first--;
    // In a text that is escaped once, its quotes have one backslash and inner quotes have three.
    if ((end - first) % (2 * (depth + 1)) !== depth) continue;
    // `'O''Brien'` in YAML and SQL
    if (end > start && text.charAt(end + 1) === closing && /\p{L}/u.test(text.charAt(end + 2))) {
      end++;
      continue;
    }
    const close = end + 1;
    end -= depth;
    if (lineEnd >= 0 && !/^\s{0,80}[,;}\])&<]|^\s*$/.test(text.slice(close, close + 100))) break;
    return { start, end, close, text: text.slice(start, end) };
  }
  const end = lineEnd < 0 ? text.length : lineEnd;
  return { start, end, close: end, text: text.slice(start, end) };
}

const SCHEME =
  /^(?:bearer|basic|app|apikey|accesskey|token|key|digest|oauth|ibsso|hmac|sha\d{1,3}=)[ \t]{1,4}(?=[^\s:=])/i;
/** `Zoho-oauthtoken …`, `AWS4-HMAC-SHA256 …` */
const HEADER_SCHEME = /^[a-z]+4?(?:-[a-z]+){1,3}\d{0,3}[ \t]{1,4}(?=[^\s:=])/i;

function countScheme(value: string, { key, separator }: ValuePlace): number {
  const begin = value.slice(0, MAX_SCHEME_CHARS);
  const isHeader = separator !== '=' && /authorization$/i.test(key.text);
  return (SCHEME.exec(begin) ?? (isHeader ? HEADER_SCHEME.exec(begin) : null))?.[0].length ?? 0;
}
const MAX_SCHEME_CHARS = 60;

function skipScheme({ start, end, text }: Value, place: ValuePlace): Value {
  const length = countScheme(text, place);
  return { start: start + length, end, text: text.slice(length) };
}

/** Matches up to a space, the next key, or the bracket that closes the key's object. */
const UNSPACED_VALUE =
  /(?:[^\s"'`\\<&,;|}\])]|[&,;|](?!\s|$|[^ -~]|["']?[\w.%-]{1,40}["']?(?:=|:\s))|[}\])](?![\s,;}\])"'&]|$)|\\(?![\\"'nrt]))+/uy;
const YAML_BLOCK = /[|>][+-]?[ \t]*\r?\n((?<indent>[ \t]+)[^\n]*\n?(?:\k<indent>[^\n]*\n?)*)/y;
const REST_OF_LINE = /[^\n"<|\t]{0,4095}[^\s"<|\t,;}\]]/y;
const CITY = /city|cidade|ciudad|localidad|ville|stadt|ort$|kota/i;
/** Up to the next key or words on an error. In `Caddesi No:312`, `No` is no key. */
const ADDRESS =
  /(?:(?!(?:[,;&\s]\s{0,2}["'{]?|["'{])(?!(?:no|d|kat|apt|blok):\d)[\w.-]{1,40}["']?[=:]|\s;\s|[ ,(-]{1,3}(?:err(?:or?|eur)|fehler|hata|code|c[oó]digo|status|template|plantilla|vorlage)(?![a-z]))[^\n"<|\t]){0,400}[^\s"<|\t,;&}\]]/iy;
const SERVER_ADDRESS = /\d{1,3}(?:\.\d{1,3}){3}/y;
/** `FR76 3000 6000 0112` */
const DOCUMENT = /[^\s"'`\\<&,;|}\])]{0,100}[\p{L}\p{N}](?: (?=[A-Z]{0,4}\d)[A-Z\d]{1,5}(?![\w:=])){0,9}/uy;
/** `abcd efgh ijkl mnop`, as Google gives it. */
const APP_PASSWORD = /[a-z]{4}(?: [a-z]{4}){3}(?![^\s"'])/y;
const COOKIES = /cookie/i;
const PHRASES = /phrase|mnemonic|frase/i;
const UNTIL_SEMICOLON = /[^\n;"']{0,200}[^\s;"']/y;
/** Four and more words that make no sentence. */
const PASSPHRASE =
  /\p{L}{3,15}(?: (?!(?:from|with|please|see|ask|that|this|which|when|before|after)\b)\p{Ll}{3,15}){3,7}(?=[ \t\r]{0,4}(?:\n|$))/uy;

/** Returns an unquoted value. */
function readUnquoted(text: string, at: number, named: KeyKind, place: ValuePlace): Value | null {
  const { key, separator, isWeak } = place;
  const take = (pattern: RegExp, from = at): Value | null => {
    pattern.lastIndex = from;
    if (!pattern.test(text)) return null;
    return { start: from, end: pattern.lastIndex, text: text.slice(from, pattern.lastIndex) };
  };
  if (separator === '>' && named.certainty === 'sure') {
    return take(/[^<>]{0,8191}?[^<>\s](?=\s{0,20}(?:<\/|\]\]>))/y);
  }
  if (named.kind === 'name') {
    if (!isWeak) return readNameAt(text, at, named.certainty);
    // `The sender is online`, `The sender name is too long`
    return / \p{L}/u.test(separator) && named.certainty !== 'sure'
      ? null
      : readNameAt(text, at, named.certainty === 'sure' && text.charAt(at) === '[' ? 'sure' : 'shape');
  }
  if (named.kind === 'user') {
    const name = readNameAt(text, at, 'shape');
    if (name && / /.test(name.text) && isNameOfPerson(name.text)) return name;
  }
  const from = named.kind === 'token' ? at + countScheme(text.slice(at, at + MAX_SCHEME_CHARS), place) : at;
  // A mask, or an object.
  if (/[[{(]/.test(text.charAt(from))) return null;
  if (named.kind === 'address') return take(SERVER_ADDRESS) ? null : take(ADDRESS);
  if (named.kind === 'id') return take(DOCUMENT);
  YAML_BLOCK.lastIndex = at;
  const [block, lines = ''] = YAML_BLOCK.exec(text) ?? [];
  if (block)
    return {
      start: at + block.length - lines.trimStart().length,
      end: at + block.trimEnd().length,
      text: lines,
    };
  if (COOKIES.test(key.text) || PHRASES.test(key.text)) return take(REST_OF_LINE);
  // `Server=db;Password=two words;Encrypt=true`
  if (separator === '=' && text.charAt(key.start - 1) === ';') return take(UNTIL_SEMICOLON);
  const phrase = isWeak || !isSureSecret(key.text) ? null : take(PASSPHRASE);
  if (phrase && !isStatement(phrase.text)) return phrase;
  const value = (isWeak ? null : take(APP_PASSWORD, from)) ?? dropFinalStop(take(UNSPACED_VALUE, from));
  // `Authorization: Digest username="…", response="…"` has keys of its own.
  return value?.text.endsWith('=') && /["']/.test(text.charAt(value.end)) ? null : value;
}

/** Removes the punctuation at the end of a sentence from a value. */
function dropFinalStop(value: Value | null): Value | null {
  if (!value) return null;
  const text = value.text.replace(/[.,;:*]{1,8}$/, '');
  return { start: value.start, end: value.start + text.length, text };
}

const CAPITALIZED_WORDS = /^\p{Lu}\S* .*\p{Lu}/u;
const isCapitalizedName = (value: string) => CAPITALIZED_WORDS.test(value) && isNameOfPerson(value);
const matchWord = (words: readonly string[]) =>
  new RegExp(`(?:^|[\\s_])(?:${words.join('|')})(?=[\\s_.,:;!]|$)`, 'iu');
const { statements, fillers } = piiPatterns;
const STATEMENT = matchWord([...statements.words, ...fillers.words]);
const STATEMENT_IN_QUOTES = matchWord(statements.words);
const PLACEHOLDER =
  /^(?:\[[\w-]+\]|wamid\.\[masked\]|<[\w -]+>|\$?\{{1,2}[^{}]*\}{1,2}|\$\{\w+|[*•x.…_-]+|\$[A-Z_]+|%[\w]+%?|YOUR[_-]\w+)$/i;

/** Returns true if a value matches the kind that its key names. */
function isValueOf(
  named: KeyKind,
  value: string,
  place: ValuePlace,
  isInQuotes: boolean,
  text = '',
): boolean {
  const { kind, certainty } = named;
  if (value.trim() === '' || PLACEHOLDER.test(value.trim())) return false;
  if (kind === 'trace') return !place.isWeak && /^[\w.:/+=-]{1,128}$/.test(value);
  if (kind === 'name')
    return (!named.orName || isCapitalizedName(value)) && (!isInQuotes || isNameInQuotes(value, certainty));
  if (kind === 'id')
    return (
      !place.isWeak &&
      (certainty === 'digits'
        ? /^\d{5,20}$/.test(value) || (/group_?id$/i.test(place.key.text) && /^[\w-]{30,}$/.test(value))
        : (value.match(/\d/g)?.length ?? 0) > 3)
    );
  if (kind === 'text') return isInQuotes && isMessageText(value, certainty === 'plain');
  const isWord = /^\p{L}[\p{L}\p{M}]*$/u.test(value);
  if (kind === 'user')
    return (
      !(isInQuotes ? isStatement(value) : STATEMENT.test(value)) &&
      !(isExpression(value) && value.startsWith('self.')) &&
      !/^\d{1,6}$|^#$/.test(value) &&
      (isInQuotes || !/\s/.test(value) || CAPITALIZED_WORDS.test(value)) &&
      (isInQuotes || !isWord || !place.isWeak)
    );
  if (kind === 'address')
    return (
      !place.isWeak &&
      !/^https?:|@|^(?:[A-Z]{1,2})?\p{Sc}/u.test(value) &&
      // `'direccion' => 'saliente'` is a direction.
      (CITY.test(place.key.text) || !/^\p{Ll}+$/u.test(value)) &&
      (!/^\d{5,6}$/.test(value) || /zip|post|cep$|pos$/i.test(place.key.text)) &&
      (isInQuotes ||
        (CITY.test(place.key.text) ? /^\p{Lu}[\p{L}\p{M}\d ,.'’-]{1,40}$/u : /\d/).test(value)) &&
      !isStatement(value.replace(/\bNo\b/g, ''), !/^\p{Ll}/u.test(value))
    );
  if (certainty === 'digits')
    return /^\d{4,10}$/.test(value) || (/cv[vc]/i.test(place.key.text) && /^\d{3}$/.test(value));
  if (
    !isInQuotes &&
    !isSetting(text, place.key) &&
    (isExpression(value) || /^(?:await|new|self)$/.test(value))
  )
    return false;
  const isCompared = place.separator.includes('==');
  if (isCompared && !(isInQuotes && isSureSecret(place.key.text))) return false;
  if (certainty === 'shape') return looksRandom(value);
  // `setToken("…")`
  if (place.separator === '(') return looksRandom(value) || (looksLikeSecret(value) && /\d/.test(value));
  if (place.isWeak && !(isInQuotes && (isCompared || /^ \p{L}/u.test(place.separator))))
    return isFirstCell(text, place)
      ? isSecretCell(place.key.text, value) && !(isWord && PROSE_BEHIND.test(readBehind(text, value, place)))
      : (looksLikeSecret(value) || isOwnPassword(place, value, readBehind(text, value, place))) &&
          !isStatement(value, isInQuotes);
  // `PWD=/srv/app`
  if (/^https?:\/\/[^\s?]*$|^(?:\/[a-z][\w.-]{0,30}){2,}$/.test(value)) return false;
  if (/^-?\d{1,6}$/.test(value))
    return (
      /pass|pwd|senha|pin|contrase|clave|sandi|secret|otp|رمز|код|码|ओटीपी/i.test(place.key.text) &&
      value.length > 3
    );
  if (
    value.length < 4 ||
    isStatement(value, isInQuotes) ||
    value.toLowerCase() === place.key.text.toLowerCase()
  )
    return false;
  if (isInQuotes) return !/^[[{]/.test(value) || !/[\]}]$/.test(value);
  // A word of prose is not a secret: `Invalid token: session has ended`.
  return !isWord || place.separator === '=' || !PROSE_BEHIND.test(readBehind(text, value, place));
}

/** `PASSWORD=…` at the start of a line or in a URL: not source code, whose values are expressions. */
const isSetting = (text: string, { start, text: key }: Key) =>
  /(?:^|[\n?&]|export )$/.test(text.slice(Math.max(0, start - 7), start)) &&
  text.startsWith('=', start + key.length);

/** The second cell of a line whose first cell is the key: `access_token⇥…`, `| access_token | … |`. */
function isFirstCell(text: string, { separator, key }: ValuePlace): boolean {
  const line = getLineBefore(text, key.start, MAX_KEY_CHARS);
  return separator === '\t'
    ? !line.includes('\t')
    : separator === '|' && /(?:^|["'`])\s*\|[\s"'`*]*$/.test(line);
}

/** Returns true if a cell is the secret that its header names. A plain word counts only if the header is more specific than `token`. */
export function isSecretCell(heading: string, value: string, isInQuotes = false): boolean {
  if (isInQuotes && isSureSecret(heading)) return value.length > 3 && !isStatement(value, true);
  if (/\s/.test(value) || isStatement(value)) return false;
  return (
    looksLikeSecret(value) ||
    (value.length > 4 && /^\p{L}[\p{L}-]+$/u.test(value) && isSureSecret(heading) && !isAboutSecret(value))
  );
}

/** `my password is swordfish`, `the password is Monday and`, `senha é flamengo` */
const isOwnPassword = ({ key, separator }: ValuePlace, value: string, behind: string) =>
  / \p{L}/u.test(separator) &&
  isSureSecret(key.text) &&
  value.length > 3 &&
  (/^(?:my|our|minha|nossa|mi|nuestra|mon|notre|mein|unser) /i.test(key.before) ||
    (/^\p{Lu}?\p{Ll}+$/u.test(value) &&
      !/(?:[ei]n?d|ing|[aei]d[ao]|bar|able|ible)$/.test(value) &&
      /^[.,;!)]{0,2}(?:\s*$|\s*\n| (?:and|but|for|y|e|et|und|dan|pero|mas|mais|aber|tapi|so|then)(?!\p{L}))/u.test(
        behind,
      )));

const readBehind = (text: string, value: string, { key }: ValuePlace) => {
  const end = text.indexOf(value, key.start + key.text.length) + value.length;
  return text.slice(end, end + 12);
};

const PROSE_BEHIND = /^[ ,.] ?\p{L}/u;

/** `missing`, `INVALID_TOKEN`. */
const BARE_WORD =
  /^(?:\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+)(?:_(?:\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+))*[.!]?$/u;
export const isStatement = (value: string, isInQuotes = false) => {
  const words = value.trim().split(/\s+/).length;
  if (words > 1 && /^[,;.:)]/.test(value)) return true;
  // `my_token_for_home` is a secret, `token_expired` a statement. `correct horse battery staple` is a secret.
  value = value.replace(/(?<=[_ ])tokens?(?=[_ ])/i, '').replace(/^correct (?=.* .* )/, '');
  return words > 1
    ? (isInQuotes ? STATEMENT_IN_QUOTES : STATEMENT).test(value)
    : STATEMENT.test(value) && BARE_WORD.test(value);
};

const NAME_WORD = /\[\p{L}[\p{L}\p{M}]*\]|\p{L}[\p{L}\p{M}]*(?:['’.-]+[\p{L}\p{M}]+)*\.?/uy;
const BETWEEN_WORDS =
  /[ +]{1,2}[("“]?|_(?=\p{Lu})|\) |, (?=\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}.]{0,30})?[ \t]{0,9}$)/muy;
const PARTICLE = new RegExp(`^(?:${piiPatterns.particles.words.join('|')})$`, 'iu');
const MAX_NAME_WORDS = 40;
const MAX_UNSURE_WORDS = 5;

/** Returns an unquoted name. If the key can also introduce a description, only text written like a name counts. */
function readNameAt(text: string, at: number, certainty: KeyKind['certainty']): Value | null {
  let end = at;
  let first = '';
  for (let words = 0; words < MAX_NAME_WORDS; words++) {
    const from = words === 0 ? at : skipPattern(BETWEEN_WORDS, text, end);
    if (from < 0) break;
    const next = skipPattern(NAME_WORD, text, from);
    if (next < 0) break;
    const word = text.slice(from, next);
    if (word.startsWith('[') && certainty !== 'sure') break;
    if (words === 0) {
      if (certainty === 'shape' && /^\p{Ll}/u.test(word)) return null;
      const isJoined = certainty === 'sure' && /^_\p{Lu}/u.test(text.slice(next, next + 2));
      if (!isJoined && /[_\d]/.test(text.charAt(next))) return null;
      // `name: CI`
      if (certainty === 'plain' && (isIdentifier(word) || /^\p{Lu}{1,2}$/u.test(word))) return null;
      if (NO_NAME.test(word) || /(?:Error|Exception)$/.test(word)) return null;
      // `Sender = Receiver`
      if (certainty === 'shape' && classifyKey(word)) return null;
      first = word;
    } else if (/^\p{Ll}/u.test(word) && !/^\p{Ll}/u.test(first) && !PARTICLE.test(word)) {
      break;
    }
    // The next key, in a log.
    if (words > 0 && /^[_\d]*[=:]/.test(text.slice(next, next + 4))) break;
    end = next;
    if (word.endsWith('.') && word.length > 4) break;
  }
  if (end === at || NOT_BEHIND_NAME.test(text.slice(end, end + 40))) return null;
  // `Owner: Business Manager`
  const words = text.slice(at, end).split(/[ .]+/);
  if (certainty === 'shape' && !words.some((word) => word && isNameOfPerson(word))) return null;
  const stop = text.charAt(end - 1) === '.' ? end - 1 : end;
  return { start: at, end: stop, text: text.slice(at, stop) };
}

/** `Spend / Leads` is a formula, `R$` an amount and `Contact::find` an expression, but `Ana Souza / Code: 470` has a name. */
const NOT_BEHIND_NAME = /^(?: ?[/*×÷] ?\p{L}(?![\p{L}\p{M} _]{0,30}:)|\/\d|\$|::)/u;
const NO_NAME =
  /^(?:send|build|run|check|deploy|set|get|create|update|delete|install|upload|download|fetch|wait|handle|verify|validate|start|stop|retry|enviar|verificar|criar|crear|envoyer|kirim|approved|declined|rejected|pending|under|active|inactive|available|unavailable|disabled|updated|not|null|nil|none|unknown|undefined|empty|missing|invalid|errors?|failed|blocked|true|false|required|has|is|was|must|cannot|string|number|masked|redacted|template|message|n[ãa]o|sin|sem|tidak|kein)(?!\p{L})/iu;
const NO_NAME_AT_ALL =
  /^(?:(?:approved|declined|rejected|pending|null|nil|none|unknown|undefined|n\/a|string|true|false|required|missing|invalid)$|(?:is|must|not|cannot|required|invalid|missing) [a-z])/i;

/** Four and more words without a capital: `only runtime frames fall back`. */
const SENTENCE = /^\p{Ll}+(?: [\p{Ll}\d'’-]+){3,}/u;

function isNameInQuotes(value: string, certainty: KeyKind['certainty']): boolean {
  if (!/\p{L}/u.test(value) || /^[[{]\s*["{\\]/.test(value)) return false;
  if (certainty === 'sure') return !NO_NAME_AT_ALL.test(value);
  if (SENTENCE.test(value)) return false;
  if (/(?:Error|Exception)$/.test(value) || NO_NAME.test(value) || isIdentifier(value)) return false;
  if (/ [-–:>/] /.test(value)) return false;
  return certainty === 'plain' || (value.split(' ').length <= MAX_UNSURE_WORDS && !/[.!?]$/.test(value));
}

const OWNER =
  /([\p{L}\p{M}\p{N}_-]{1,40})["'\\\]]{0,8}\s{0,4}(?:=>|[:=])\s{0,4}(?:array\s{0,4})?[[({][[({\s\\"'\d=>]{0,20}[^{}()]{0,60}$|<([\p{L}_][\p{L}\p{N}_:-]{0,40})[^<>]{0,40}>\s{0,40}(?:<\w{1,20}>[^<>]{0,60}<\/\w{1,20}>\s{0,40}){0,3}$|([\p{L}_]{1,40})["'\]]{0,3}[.[]["']?$/iu;

/** Resolves a `name` by its owner: a person or a thing. Keeps the certainty if the owner is unknown. */
function classifyPlainName(text: string, { text: key, start, before }: Key, plain: KeyKind): KeyKind | null {
  const owner = findOwner(text, start);
  const named = owner ? classifyKey(`${owner} ${key}`, before) : plain;
  return named?.certainty === 'shape' ? plain : named;
}

const NAME_PART = /^(?:first|last|middle|given|family|display|full|formatted)$/i;

/** `{"name": {"first": "Ana"}}` */
const nameIn = (owner: string, part: string): KeyKind | null =>
  classifyKey(owner)?.kind === 'name' ? classifyKey(`${part} name`) : null;

const LIST_KEY = /([\p{L}_]{1,40})["'\\]{0,8}\s{0,4}(?:=>|[:=])\s{0,4}["'\\]{0,4}$/u;
const MAX_LIST_CHARS = 400;
const MAX_LIST_KEY_CHARS = 64;

/** Returns the key of the list around an offset: `apikey` in `"apikey":[{"key":"value",`. */
function findListKey(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MAX_LIST_CHARS), at);
  const open = before.lastIndexOf('[');
  if (open < before.lastIndexOf(']') || open < 0) return '';
  const end = at - before.length + open;
  return LIST_KEY.exec(text.slice(Math.max(0, end - MAX_LIST_KEY_CHARS), end))?.[1] ?? '';
}

const isOwnerOfTexts = (owner: string) => isParameters(owner) || owner === 'body' || owner === 'header';
const BODY_OF_TEXT = /["'\s]text["'\\]{0,8}\s{0,4}(?:=>|[:=])\s{0,4}\{[^{}]{0,60}$/;

/**
 * Classifies the texts of a message: `"parameters":[{"type":"text","text":"Ana"}]`, `ContentVariables={"1":"Ana"}`, `"body":{"1":"Ana"}`,
 * `new TextParameter("Ana")`, `"text":{"body":"…"}`. They are what a business tells its customer.
 */
function classifyMessageText(text: string, { text: key, start }: Key): KeyKind | null {
  const isSure =
    (/^(?:text|value|default)$/.test(key) && isParameters(findListKey(text, start))) ||
    (/^\d{1,2}$/.test(key) && isOwnerOfTexts(findOwner(text, start))) ||
    (key === 'body' && BODY_OF_TEXT.test(text.slice(Math.max(0, start - 80), start))) ||
    /TextParameter$/.test(key);
  if (isSure) return { kind: 'text', certainty: 'sure' };
  return isParameters(key) ? { kind: 'text', certainty: 'plain' } : null;
}

const AMOUNT = /^(?:\p{L}{1,3}[.$]?|\p{Sc})? ?[\d.,]+ ?(?:[A-Z]{2,3}|\p{Sc}|%)?$/u;

/** Returns true for words, but not for codes, amounts, times and, in a list of anything, not for identifiers. */
const isMessageText = (value: string, isList: boolean): boolean =>
  /\p{L}{2}/u.test(value) &&
  (/\s/.test(value) || !/[\d_]/.test(value)) &&
  !AMOUNT.test(value) &&
  !(isList && isIdentifier(value));

/** Returns the key of the enclosing object. A `name` in `template` is not a person's. */
function findOwner(text: string, keyStart: number): string {
  const [, object, element, path] = OWNER.exec(text.slice(Math.max(0, keyStart - 120), keyStart)) ?? [];
  return object ?? element ?? path ?? '';
}

const siblings = (words: readonly string[]) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${words.join('|')})["'\\]{0,4} ?(?::|=>?|>)`, 'iu');
const THING_SIBLING = siblings(piiPatterns.thingKeys.words);
const PERSON_SIBLING = siblings(piiPatterns.personKeys.words);
const MAX_OBJECT = 240;

/** Returns true if a `name` belongs to a product or a template, by the other keys of its object or list item. */
function isOfThing(text: string, keyStart: number, at: number): boolean {
  const before = text.slice(Math.max(0, keyStart - MAX_OBJECT), keyStart);
  const open = Math.max(...['{', '}', '\n\n', '- '].map((mark) => before.lastIndexOf(mark)));
  const after = text.slice(at, at + MAX_OBJECT);
  const [inside = ''] = after.split(/\}|\n\s{0,20}- |\n\n/, 1);
  const object = `${before.slice(open + 1)} ${inside}`;
  return THING_SIBLING.test(object) && !PERSON_SIBLING.test(object);
}

/** `order_update`, `REJECTED_DESTINATION`. */
const isIdentifier = (value: string) => /^(?:[a-z\d_.:/+-]+|[A-Z\d]+(?:_[A-Z\d]+)+)$/.test(value);

function skipPattern(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
