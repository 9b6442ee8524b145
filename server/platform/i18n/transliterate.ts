/**
 * Uzbek Latin (1995 alphabet) ↔ Cyrillic. The rules are those of the official alphabets; words that
 * break them (ц, ь and э inside borrowings) are listed in the exceptions.
 */
import { latinToCyrillicWords } from './transliterate-exceptions.ts';

const pairs: Readonly<Record<string, string>> = {
  a: 'а', b: 'б', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'ҳ', i: 'и', j: 'ж', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п',
  q: 'қ', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', x: 'х', y: 'й', z: 'з', c: 'с', w: 'в',
};
const clusters: Readonly<Record<string, string>> = {
  sh: 'ш', ch: 'ч', ya: 'я', yo: 'ё', yu: 'ю', ye: 'е', ts: 'ц', 'oʻ': 'ў', 'gʻ': 'ғ',
};
const vowels = 'aeiou';

/** Writes oʻ, gʻ with U+02BB and the tutuq belgisi with U+02BC, whatever apostrophe was typed. */
export function normaliseApostrophes(text: string): string {
  return text
    .replace(/([oOgG])[\u02BB\u02BC\u2018\u2019\u02B9\u0060\u00B4\u2032']/g, '$1\u02BB')
    .replace(/(?<=\p{L})[\u2018\u2019\u02B9\u0060\u00B4\u2032'](?=\p{L})/gu, '\u02BC');
}

function cased(target: string, source: string, shout: boolean): string {
  if (source[0] === source[0]?.toLowerCase()) return target;
  return shout || target.length === 1 ? target.toUpperCase() : target.charAt(0).toUpperCase() + target.slice(1);
}

function wordToCyrillic(word: string): string {
  const lower = word.toLowerCase();
  const shout = word.length > 1 && word === word.toUpperCase();
  for (const [latin, cyrillic] of latinToCyrillicWords) {
    if (lower.startsWith(latin)) return cased(cyrillic, word, shout) + wordTail(word.slice(latin.length), shout);
  }
  return wordTail(word, shout, true);
}

function wordTail(word: string, shout: boolean, start = false): string {
  const lower = word.toLowerCase();
  let result = '';
  for (let i = 0; i < word.length; ) {
    const two = lower.slice(i, i + 2);
    const previous = i > 0 ? lower[i - 1] ?? '' : start ? '' : 'x';
    // yoʻ is й + ў, not ё followed by a stray apostrophe.
    const cluster = two === 'yo' && lower[i + 2] === '\u02BB' ? undefined : clusters[two];
    if (cluster !== undefined) {
      result += cased(cluster, word.slice(i), shout);
      i += 2;
      continue;
    }
    const letter = lower[i] ?? '';
    if (letter === 'e' && (previous === '' || vowels.includes(previous))) result += cased('э', word.slice(i), shout);
    else if (letter === '\u02BC') result += cased('ъ', shout ? 'A' : 'a', shout);
    else result += pairs[letter] === undefined ? word.charAt(i) : cased(pairs[letter], word.slice(i), shout);
    i += 1;
  }
  return result;
}

const latinWord = /[A-Za-z\u02BB\u02BC]+/g;
/** What stays as it is: addresses, e-mail, codes with digits, Roman numerals and known Latin abbreviations. */
const untouched = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[a-z0-9-]+\.(?:uz|com|org|gov)\b|\b(?:ID|PDF|QR|PINFL|SMS|CSV|XLSX|JPG|PNG|JPEG|SMTP|OneID|E-IMZO|IT|HTML|URL|API|Yagona\.uz)\b|\b[IVX]{2,}\b/g;

/** Uzbek Latin to Cyrillic. Text already in Cyrillic passes unchanged. */
export function toCyrillic(text: string): string {
  const source = normaliseApostrophes(text);
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

/** Uzbek Cyrillic to Latin. */
export function toLatin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}+/gu, (word) => {
    const lower = word.toLowerCase();
    const shout = word.length > 1 && word === word.toUpperCase();
    let result = '';
    for (let i = 0; i < word.length; i += 1) {
      const letter = lower[i] ?? '';
      const previous = lower[i - 1];
      const afterVowel = previous === undefined || 'аеёиоуэюяўъь'.includes(previous);
      let target = backward[letter] ?? letter;
      if (letter === 'е') target = afterVowel ? 'ye' : 'e';
      if (letter === 'ц') target = previous === undefined || !'аеёиоуэюяў'.includes(previous) ? 's' : 'ts';
      result += target === '' ? '' : cased(target, word.slice(i), shout);
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

