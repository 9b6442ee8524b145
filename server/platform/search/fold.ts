/**
 * Words of Uzbek (both scripts), Russian and English brought to one alphabet, so that a word finds
 * itself however it was typed: `Oʻtkir`, `O'tkir`, `Ўткир` and `Уткир` all become `otkir` or `utkir`.
 */
const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'j', з: 'z', и: 'i', й: 'y', к: 'k', қ: 'q', л: 'l', м: 'm', н: 'n',
  о: 'o', ў: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ҳ: 'h', ц: 's', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i', ь: '',
  э: 'e', ю: 'yu', я: 'ya', x: 'h',
};

/** Lower case, one alphabet, no apostrophes or accents; spellings that people confuse become one. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u02BB\u02BC\u2018\u2019\u02B9\u0060\u00B4\u2032']/g, '')
    .replace(/[а-яёўқғҳx]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/zh/g, 'j')
    .replace(/kh/g, 'h')
    .replace(/ts/g, 's')
    .replace(/ye/g, 'e')
    .replace(/(.)\1+/g, (run, letter: string) => (/\d/.test(letter) ? run : letter));
}

/** The words of a text, lower case, as typed. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().replace(/[\u02BB\u02BC\u2018\u2019\u02B9\u0060\u00B4\u2032']/g, 'ʼ').match(/[\p{L}\p{N}ʼ]+/gu) ?? [];
}

const russian = /(?:иями|ями|ами|ией|иям|иях|ием|ого|его|ому|ему|ыми|ими|ться|ешь|ете|ать|ять|ить|еть|ием|ой|ей|ий|ый|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ом|ем|ам|ям|ах|ях|ов|ев|ию|ия|ии|ью|ья|ую|юю|а|я|о|е|и|ы|у|ю|ь|й)$/;
const uzbek = /(?:larining|larini|lariga|larida|laridan|larning|larni|larga|larda|lardan|lari|lar|ingizni|ingizga|imizni|imizga|ingiz|imiz|sining|sini|siga|sida|sidan|ining|ini|iga|ida|idan|imni|imga|ning|ni|ga|ka|qa|da|dan|si|im|ing|i)$/;
const english = /(?:ings|ing|ations|ation|ies|ied|es|ed|s)$/;

/** A light stem: the part of a word that its inflected forms share, folded. */
export function stem(word: string): string {
  if (/\p{Script=Cyrillic}/u.test(word)) {
    const cut = word.replace(russian, '');
    return fold(cut.length >= 3 ? cut : word);
  }
  const folded = fold(word);
  for (const suffix of [uzbek, english]) {
    const cut = folded.replace(suffix, '');
    if (cut !== folded && cut.length >= 4) return cut;
  }
  return folded;
}

const qwerty = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const jcuken = 'йцукенгшщзхъфывапролджэячсмитьбюё';

/** The same keys on the other keyboard layout: `ghfdf` was meant to be `права`. */
export function swapLayout(text: string): string {
  return [...text.toLowerCase()]
    .map((char) => {
      const latin = qwerty.indexOf(char);
      if (latin >= 0) return jcuken.charAt(latin);
      const cyrillic = jcuken.indexOf(char);
      return cyrillic >= 0 ? qwerty.charAt(cyrillic) : char;
    })
    .join('');
}

const common = new Set(['va', 'uchun', 'bilan', 'ham', 'yoki', 'bu', 'i', 'na', 'po', 'dlya', 'ili', 'kak', 'chto', 'v', 's', 'o', 'ob', 'the', 'of', 'a', 'an', 'to', 'for', 'in', 'and', 'or', 'on', 'my', 'how', 'qanday', 'kerak']);

/** Words that say nothing about what is sought. */
export function isCommonWord(word: string): boolean {
  return common.has(fold(word));
}
