/**
 * Scripts as far as patterns care: text is matched only against words that it has the letters for. Bit 1 stands for Latin beyond
 * ASCII; punctuation and signs have none.
 */
const BLOCKS: readonly (readonly [from: number, to: number, script: number])[] = [
  [0x80, 0xbf, 0],
  [0xc0, 0x36f, 1],
  [0x370, 0x3ff, 2],
  [0x400, 0x52f, 4],
  [0x590, 0x5ff, 8],
  [0x600, 0x77f, 16],
  [0x900, 0xdff, 32],
  [0xe00, 0xeff, 64],
  [0x1e00, 0x1eff, 1],
  [0x2000, 0x2bff, 0],
  [0x3000, 0xd7ff, 128],
  [0xd800, 0xdfff, 0],
  [0xf900, 0xfaff, 128],
  [0xfb50, 0xfdff, 16],
  [0xfe00, 0xfe0f, 0],
  [0xfe70, 0xfefe, 16],
  [0xff00, 0xffef, 128],
];
const REST = 256;
/** Hebrew, Arabic, Thai, and those of China, Japan and Korea. */
export const GLUING = 8 | 16 | 64 | 128;
const ALL = 511;

let lastText = '';
let lastScripts = 0;

/** The scripts of a text: 0 for ASCII, 1 for Latin, one more, or all of them. So few sets that a pattern for each is no burden. */
export function scriptsOf(text: string): number {
  if (text === lastText) return lastScripts;
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) found |= scriptOf(unit);
  }
  const beyondLatin = found & ~1;
  // More than one bit set.
  const several = (beyondLatin & (beyondLatin - 1)) !== 0;
  lastText = text;
  lastScripts = several ? ALL : beyondLatin !== 0 ? beyondLatin | 1 : found;
  return lastScripts;
}

/** The scripts that the letters of a word belong to. */
export function scriptsOfWord(word: string): number {
  let found = 0;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit >= 0x80) found |= scriptOf(unit);
  }
  return found;
}

function scriptOf(unit: number): number {
  for (const [from, to, script] of BLOCKS) {
    if (unit < from) return REST;
    if (unit <= to) return script;
  }
  return REST;
}

const ASCII = 'A-Za-z';
/**
 * Letters and marks of each script as ranges: an engine takes a hundred times as long to compile `\p{L}`. Punctuation marks,
 * digits and currency signs that lie among them are left out.
 */
const LETTERS: readonly (readonly [script: number, ranges: string])[] = [
  [1, '\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u036f\\u1e00-\\u1eff'],
  [2, '\\u0370-\\u0374\\u0376\\u0377\\u037a-\\u037d\\u037f\\u0386\\u0388-\\u03ff'],
  [4, '\\u0400-\\u0481\\u0483-\\u052f'],
  [8, '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7-\\u05f2'],
  [
    16,
    '\\u0610-\\u061a\\u0620-\\u065f\\u066e-\\u06d3\\u06d5-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ef\\u06fa-\\u06fc\\u06ff\\u0750-\\u077f\\ufb50-\\ufd3d\\ufd50-\\ufdf9\\ufe70-\\ufefc',
  ],
  [32, '\\u0900-\\u0963\\u0971-\\u09f1\\u09fc\\u0a01-\\u0aef\\u0af9-\\u0dff'],
  [64, '\\u0e00-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0eff'],
  [
    128,
    '\\u3005-\\u3007\\u3021-\\u302f\\u3031-\\u3035\\u3038-\\u303c\\u3041-\\u309a\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u318e\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\ud7ff\\uf900-\\ufaff\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc',
  ],
  [
    REST,
    '\\u0530-\\u0559\\u0560-\\u0588\\u0710-\\u074f\\u0780-\\u08ff\\u0f00-\\u0fff\\u1000-\\u1049\\u1050-\\u1dff\\u1f00-\\u1fbc\\u1fc2-\\u1ffc\\u2c00-\\u2dff\\u2e80-\\u2fff',
  ],
];

/** The inside of a character class: every letter that a text in these scripts can hold. */
export function lettersOf(scripts: number): string {
  return ASCII + LETTERS.map(([script, ranges]) => (scripts & script ? ranges : '')).join('');
}
