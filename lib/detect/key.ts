/** How far back the object that a value stands in is looked for. */
export const OBJECT = 600;

const KEY =
  /([\p{L}_$][\p{L}\p{M}\p{N}_$.-]{0,40})((?:\\{0,3}["'`]\]?\)?|\]|\(\)|\)|\*\*)?)(\s{0,12}(?::|=>|={1,3}|!={1,2}|：|→)\s{0,6})((?:\\{0,3}["'`(]|\[|\*\*|#|int\(){0,3})$/u;

/** `Code.String() == "131042"`, `code.to_s == '131026'`: what makes a text of a code and a code of a text. */
const CONVERTED =
  /\.(?:to_s|to_i|as_str\(\)|strip\(\)|trim\(\)|(?:to)?String\(\)|Int\w{0,2}\(\)|intValue\(\))\)?(?=\s{0,3}[=!]={1,2}\s{0,3}["'`]?$)/i;

/** `metaErrorCode(err) === 17`: what a call gives back. */
const CALLED = /([\w$]*[Cc]ode)\([\w$.?]{1,24}\)(\s{0,3}[=!]={1,2}\s{0,3}["'`]?)$/;

/** Without one of these close by there is no key. */
const SIGN = /[:=：→]/;

/** Name that a candidate is the value of. */
export interface Key {
  name: string;
  structural: boolean;
  compared: boolean;
  ofSubcode: boolean;
}

/** `errorCode: number = 131047`: a type between a name and its value. */
const TYPED = /([\p{L}_$][\p{L}\p{M}\p{N}_$]{0,40})\??\s?:\s?([A-Za-z][\w<>.| [\]]{0,24})\s?=\s?["'`]?$/u;

/** The key right before a candidate, given the text on both sides. */
export function keyOf(left: string, right: string): Key | null {
  const key = SIGN.test(left.slice(-32))
    ? KEY.exec(/[=!]=/.test(left.slice(-6)) ? left.replace(CONVERTED, '').replace(CALLED, '$1$2') : left)
    : null;
  if (!key) return null;
  const [, typed, type = ''] = (key[3]?.includes('=') && TYPED.exec(left)) || [];
  // `not sent: code=131048`
  if (typed && !/c[oó]d|kod|err|hata|fehl/i.test(type))
    return { name: typed, structural: true, compared: false, ofSubcode: /sub/i.test(typed) };
  const [, name = '', closing, sign = '', opening] = key;
  return {
    name,
    structural:
      closing !== '' ||
      /=|→/.test(sign) ||
      // `Reason: `131047``: set in code type, as a sentence has it.
      (opening !== '' && !(opening === '`' && /^[:：]\s/.test(sign))) ||
      /[_A-Z]/.test(name.slice(1)) ||
      isDataValue(left, right),
    compared: /[=!]==?/.test(sign),
    ofSubcode: /sub/i.test(name),
  };
}

/** `code: 131047,` in a console or source: a bare lower-case name, and the value ends there. */
function isDataValue(left: string, right: string): boolean {
  return (
    /(?:^|[{,(\n]|\.)\s*[a-z_$][\w$]*\s{0,12}:\s?$/.test(left) &&
    /^(?:\s*(?:[,})\]]|$)|[^\S\n]{0,4}\n\s{0,8}\w{2,24}\s{0,12}:\s)/.test(right)
  );
}

/** The name before the bracket that encloses an offset: `errors` in `"errors":[{"code":`. */
export function ownerAt(text: string, offset: number): string | null {
  let depth = 0;
  const stop = Math.max(0, offset - OBJECT);
  for (let at = offset - 1; at >= stop; at--) {
    const sign = text[at];
    if (sign === '}') depth++;
    else if (sign === '{') {
      if (depth === 0) {
        const before = text.slice(Math.max(0, at - 60), at).replace(TRAIL, '');
        // A later element of a list: `errors:[{…},{…}]`; the list's own name lies further back.
        if (before.endsWith(',') || before.endsWith('}')) {
          const list = text
            .slice(Math.max(0, at - OBJECT), at)
            .match(/(\w+)\\*["']?\s*[:=]>?\s*\[\s*\{(?![\s\S]*\])/);
          return list?.[1] ?? null;
        }
        return OWNER.exec(before)?.[1] ?? null;
      }
      depth--;
    }
  }
  return null;
}

/** Brackets and blanks, and what leads a line of a comment. */
const TRAIL = /(?:[\s[{(]|\n[^\S\n]{0,8}(?:\/\/|[#*]))+$/;

const OWNER = /([\w$]+)\\*["'`]?\s*(?::|=>?)\s*\\*["'`]?$/;

/** No brace of a line is open at its end. */
export function isBalanced(line: string): boolean {
  let depth = 0;
  for (let at = line.length - 1; at >= 0; at--) {
    const sign = line.charCodeAt(at);
    if (sign === 0x7d) depth++;
    else if (sign === 0x7b && depth-- === 0) return false;
  }
  return true;
}

/** The same where it stands in one line with the offset and holds no digit; '' where no brace is open in the line, undefined where more than it decides. */
export function ownerInLine(text: string, lineStart: number, offset: number): string | null | undefined {
  const stop = Math.max(lineStart, offset - OBJECT);
  let depth = 0;
  for (let at = offset - 1; at >= stop; at--) {
    const sign = text.charCodeAt(at);
    if (sign === 0x7d) depth++;
    else if (sign === 0x7b && depth-- === 0) {
      const before = text.slice(Math.max(lineStart, at - 60), at).replace(/[\s[{(]+$/, '');
      if (before.endsWith(',') || before.endsWith('}')) return undefined;
      const found = OWNER.exec(before);
      if (at - 60 < lineStart && !(found && found.index > 0)) return undefined;
      return /\d/.test(found?.[1] ?? '') ? undefined : (found?.[1] ?? null);
    }
  }
  return stop > lineStart ? null : '';
}
