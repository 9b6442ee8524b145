/**
 * Uzbek Latin (1995 alphabet) ↔ Cyrillic. The rules are those of the official alphabets; words that
 * break them (ц, ь, ъ and э inside borrowings) are listed in the exceptions.
 */
import { cyrillicAbbreviation, cyrillicBeginning, latinBeginning } from './transliterate-exceptions.ts';

const pairs: Readonly<Record<string, string>> = {
  a: 'а', b: 'б', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'ҳ', i: 'и', j: 'ж', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п',
  q: 'қ', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', x: 'х', y: 'й', z: 'з', c: 'с', w: 'в',
};
const clusters: Readonly<Record<string, string>> = { sh: 'ш', ch: 'ч', ya: 'я', yo: 'ё', yu: 'ю', ye: 'е', 'oʻ': 'ў', 'gʻ': 'ғ' };
const vowels = 'aeiou';

/** Writes oʻ, gʻ with U+02BB and the tutuq belgisi with U+02BC, whatever apostrophe was typed. */
export function normaliseApostrophes(text: string): string {
  return text
    .replace(/([oOgG])[\u02BB\u02BC\u2018\u2019\u02B9\u0060\u00B4\u2032']/g, '$1\u02BB')
    .replace(/(?<=\p{L})[\u2018\u2019\u02B9\u0060\u00B4\u2032'](?=\p{L})/gu, '\u02BC');
}

/** `target` in the case of `source`, whose first letter it stands for; `shout` when all of the word is in capitals. */
function cased(target: string, source: string, shout: boolean): string {
  if (!isCapital(source.charAt(0))) return target;
  return shout ? target.toUpperCase() : target.charAt(0).toUpperCase() + target.slice(1);
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

/** True when `ts` at the start of `rest` is ц: not т and с of an ending (`muddatsiz`, `aytsa`, `ketsin`) or of a compound. */
function isTse(rest: string): boolean {
  return /^ts(?:$|e(?!v)|i(?!z(?!m)|n(?:lar|g)?$|mon))/.test(rest);
}

/** Letters at the start of `rest` that are written together, and what they become. */
function cluster(rest: string, before: string): { length: number; cyrillic: string } | null {
  // yoʻ is й + ў, and tsh is т + ш.
  if (rest.startsWith('yo\u02BB') || rest.startsWith('tsh')) return null;
  if (isTse(rest)) return { length: 2, cyrillic: 'ц' };
  // -ksiya, -nsiya, -psiya are -кция, -нция, -пция.
  if (/^si(?:ya|on)/.test(rest) && 'knp'.includes(before || '-')) return { length: 1, cyrillic: 'ц' };
  if (rest.startsWith('s\u02BCh')) return { length: 3, cyrillic: 'сҳ' };
  const cyrillic = clusters[rest.slice(0, 2)];
  return cyrillic === undefined ? null : { length: 2, cyrillic };
}

function wordToCyrillic(word: string): string {
  const known = cyrillicAbbreviation(word);
  if (known !== undefined) return known;
  const lower = word.toLowerCase();
  const shout = word.length > 1 && word === word.toUpperCase();
  const beginning = cyrillicBeginning(lower);
  let result = beginning ? cased(beginning.cyrillic, word, shout) : '';
  for (let i = beginning?.latin.length ?? 0; i < word.length; ) {
    const before = lower.charAt(i - 1);
    const together = cluster(lower.slice(i), before);
    const letter = lower.charAt(i);
    if (together) result += cased(together.cyrillic, word.slice(i), shout);
    else if (letter === 'e' && (before === '' || vowels.includes(before))) result += cased('э', word.slice(i), shout);
    else if (letter === '\u02BC') result += shout ? 'Ъ' : 'ъ';
    else result += pairs[letter] === undefined ? word.charAt(i) : cased(pairs[letter], word.slice(i), shout);
    i += together?.length ?? 1;
  }
  return result;
}

const latinWord = /[A-Za-z\u02BB\u02BC]+/g;

/** What stays Latin in a Cyrillic text. */
const untouched = new RegExp(
  [
    /(?:https?:\/\/|www\.)\S+/, // addresses
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
    /\b(?:[A-Za-z0-9-]+\.)+(?:uz|com|org|gov|net)\b/,
    /\b(?:[Cc]ookie|CEFR|CSV|DMED|EUPL|GPA|HEMIS|HTML|HUMO|ID|IELTS|IMEI|IT|ITIL|JPEG|JPG|OneID|PDF|PNG|QR|SEO|SMS|SMTP|TOEFL|URL|API|USB|Uzcard|Wi-Fi|XLSX|XML)\b/,
    /\bE-[A-Za-z]+/, // names such as E-IMZO
    /\b(?:[A-Z]+\d+[A-Z\d]*|\d+[A-Z]+)\b/, // codes: B2, 107B
    /\b(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})\b/, // Roman numerals
    /(?<![\p{L}\u02BB\u02BC.-])[A-EIVX](?![\p{L}\u02BB\u02BC.-])/u, // I guruh, B toifa
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'gu',
);

/** Latin writes `2031-yil 1-yanvar`, Cyrillic `2031 йил 1 январь`. */
const dateHyphen = /(?<=\d)-(?=yil|yanvar|fevral|mart(?!a)|aprel|may(?:da|dan|ga|gacha|ning|ni)?\b|iyun|iyul|avgust|sent[ya]{1,2}br|okt[ya]{1,2}br|noyabr|dekabr)/gi;

/** Uzbek Latin to Cyrillic. Text already in Cyrillic passes unchanged. */
export function toCyrillic(text: string): string {
  const source = normaliseApostrophes(text).replace(dateHyphen, ' ');
  let result = '';
  let last = 0;
  for (const match of source.matchAll(untouched)) {
    result += source.slice(last, match.index).replace(latinWord, wordToCyrillic) + match[0];
    last = match.index + match[0].length;
  }
  return result + source.slice(last).replace(latinWord, wordToCyrillic);
}

const backward: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ё: 'yo', ж: 'j', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p',
  р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'x', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '\u02BC', ь: '', э: 'e', ю: 'yu', я: 'ya', ў: 'o\u02BB',
  қ: 'q', ғ: 'g\u02BB', ҳ: 'h', ы: 'i',
};
const cyrillicVowels = 'аеёиоуэюяў';

/** One Cyrillic letter between its neighbours, all lower case. */
function letterToLatin(before: string, letter: string, after: string): string {
  // After a consonant ъ only separates what follows (объект); after a vowel it is the tutuq belgisi (маъюс).
  if (letter === 'ъ' && before !== '' && !cyrillicVowels.includes(before) && 'еёюя'.includes(after || '-')) return '';
  if (letter === 'е') return before === '' || cyrillicVowels.includes(before) || 'ъь'.includes(before) ? 'ye' : 'e';
  if (letter === 'ц') return before !== '' && cyrillicVowels.includes(before) ? 'ts' : 's';
  if (letter === 'ҳ' && before === 'с') return '\u02BCh';
  if (letter === 'о' && before === 'ь') return 'yo';
  return backward[letter] ?? letter;
}

/** Uzbek Cyrillic to Latin. */
export function toLatin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}+/gu, (word) => {
    const lower = word.toLowerCase();
    const beginning = latinBeginning(lower);
    let result = beginning ? cased(beginning.latin, word, word === word.toUpperCase()) : '';
    for (let i = beginning?.cyrillic.length ?? 0; i < word.length; i += 1) {
      // Ё among capitals is YO, at the start of a name Yo.
      const shout = isCapital(word.charAt(i + 1)) || isCapital(word.charAt(i - 1));
      result += cased(letterToLatin(lower.charAt(i - 1), lower.charAt(i), lower.charAt(i + 1)), word.slice(i), shout);
    }
    return result;
  });
}

/** Transliterates an ICU message: arguments, keywords and tags stay, the words between them change. */
export function transliterateMessage(message: string): string {
  let result = '';
  let words = '';
  const flush = () => {
    result += toCyrillic(words);
    words = '';
  };
  // Inside an argument's braces everything is syntax until a sub-message opens.
  const stack: ('message' | 'argument')[] = ['message'];
  for (let i = 0; i < message.length; i += 1) {
    const char = message.charAt(i);
    const mode = stack.at(-1);
    if (char === '<' && mode === 'message') {
      const close = message.indexOf('>', i);
      flush();
      result += message.slice(i, close + 1);
      i = close;
    } else if (char === '{') {
      flush();
      result += char;
      stack.push(mode === 'message' ? 'argument' : 'message');
    } else if (char === '}') {
      flush();
      result += char;
      stack.pop();
    } else if (mode === 'message') words += char;
    else result += char;
  }
  flush();
  return result;
}

