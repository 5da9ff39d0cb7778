const LETTERS = /[\p{L}\p{N}_]+(?:[-'’][\p{L}\p{N}_]+)*/gu;

/** What French and Italian shorten before a vowel: `l’opérateur`, `dell’utente`. */
const ELIDED = /^(?:[cdjlmnst]|qu|dell|nell|all|un)['’](?=.{3})/;

/** Letters that have no accent to take away. */
const BARE: Readonly<Record<string, string>> = { ı: 'i', ß: 'ss', ø: 'o', ł: 'l' };

/** Lower case, without accents, so that `não` finds `nao`. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[ıßøł]/g, (letter) => BARE[letter] ?? letter);
}

/**
 * The words to index of a text. A hyphenated word counts joined as well (`re-engagement`: `reengagement`, `re`,
 * `engagement`), and a symbol by its parts (`MISSING_TOKEN`: `missing_token`, `missingtoken`, `missing`, `token`).
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [match] of plain(text).matchAll(LETTERS)) {
    const whole = match.replace(/[-'’]/g, '');
    words.push(whole);
    if (whole.includes('_')) words.push(whole.replaceAll('_', ''));
    const parts = match.split(/[-'’_]+/).filter((part) => part !== '' && part !== whole);
    if (parts.length > 1) words.push(...parts);
  }
  return words;
}

/** Compounds that are one word: `re-engagement`, `opt-out`. Of `two-factor`, both are. */
const ONE_WORD = /^(?:re|un|de|e|opt|pre|sub|non|on|co|multi|anti)-/;

/** The words of a query: as `wordsOf`, each once. */
export function queryWords(query: string): string[] {
  return [...plain(query).matchAll(LETTERS)].flatMap(([match]) => {
    const word = match.replace(ELIDED, '').replace(/['’]/g, '');
    return ONE_WORD.test(word) ? [word.replaceAll('-', '')] : word.split('-');
  });
}

const STOP = new Set(
  (
    'a an and any ie eg etc am are some sometimes please help trying tried try hi hello dear team thanks as at be been ' +
    'but by can code codes codigo did do does el em es dentro still yet until erro error errors erros for from get gets ' +
    'getting give gives got has have how i if in is it its la las los me mean means my o of on or os our para por que ' +
    'saying says se so that the their them there they this to um uma un una us was we were what when where which while ' +
    'why will with you your ' +
    'da das de del dos du e en esta este le les na nas o os una y ' +
    'al ao aos com con pelo pela seu sua su sus mi meu minha ser estar foi fue ha ja ya avec dans des est par pour sur ' +
    'che della dello di gli il lo nel das der dem ein eine ist im mit und von zu dari dengan itu ini oleh untuk yang ' +
    'nesta neste nessa nesse desta deste dessa desse numa num nossa nosso nuestra nuestro tus nosotros longer anymore ' +
    'anyone someone anything esse essa isso ce cet cette vers pelo pelos pelas hay ve bir bu icin olarak und oder auch ' +
    'wird werden wurde sich auf fur den dem bei aus als sind hat haben al nei gli dei alla adalah kepada pada juga agar ' +
    'maka saya anda kami bisa untuk и из за от до по что это его для или ли من هذا هذه تم الى الخاص بك عند مع או את של ' +
    'על עם nothing here all possible possivel posible e about also be being had her his into just or than then through very would pu ' +
    'etre au aux a tu tus te ti lo ada sudah akan в и на с для في من على الى'
  ).split(' '),
);

/** The words that carry the question: without `the`, `error`, `code`. May be none. */
export function tellingWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => !STOP.has(word));
}

/** Endings that change the kind of a word, not what it is about; longest first. */
const ENDINGS = /(?:ions?|ables?|ings?|als?|ed|es|e|s|y|ies|ied)$/;
/** Letters that must be left of a word. */
const LEAST = 4;

/**
 * What `violates`, `violated` and `violation` have in common: `violat`. Coarse on purpose: both sides of a look-up go through it, and
 * a wrong pair costs less than a missed one. Words with digits or underscores, and short ones, stay.
 */
export function stemOf(word: string): string {
  if (word.length <= LEAST || /[\d_]/.test(word)) return word;
  const stem = word.replace(ENDINGS, '');
  return stem.length >= LEAST ? undoubled(stem) : word.replace(/(?<=[^s])s$/, '');
}

/** `stopped` and `stop`, `cancelled` and `cancel`. */
const undoubled = (stem: string) => (/([bdglmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem);

/** `tempalte`, `pasued`: two letters in the wrong order are two wrong ones to a fuzzy search. */
export function swapsOf(stem: string): string[] {
  if (/\d/.test(stem) || stem.length < 4) return [];
  return Array.from({ length: stem.length - 1 }, (_, at) => {
    const [before, one, other, after] = [stem.slice(0, at), stem[at], stem[at + 1], stem.slice(at + 2)];
    return `${before}${other}${one}${after}`;
  });
}
