/**
 * Words of Uzbek (both scripts), Russian and English brought to one alphabet, so that a word finds
 * itself however it was typed: `Oʻtkir`, `O'tkir` and `Ўткир` all become `otkir`.
 */
const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'j', з: 'z', и: 'i', й: 'y', к: 'k', қ: 'q', л: 'l', м: 'm', н: 'n',
  о: 'o', ў: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ҳ: 'h', ц: 's', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i', ь: '',
  э: 'e', ю: 'yu', я: 'ya', x: 'h',
};

const apostrophes = /[\u02BB\u02BC\u2018\u2019\u02B9\u0060\u00B4\u2032']/g;

/** Pairs of letters that people confuse with one, and doubled letters, until none is left. */
function simplify(text: string): string {
  const simpler = text
    // A word that is one letter several times is an abbreviation: ООО.
    .replace(/(.)\1+/g, (run, letter: string) => (/\d/.test(letter) || run === text ? run : letter))
    .replace(/zh/g, 'j')
    .replace(/kh/g, 'h')
    .replace(/ts/g, 's')
    .replace(/ye/g, 'e');
  return simpler === text ? text : simplify(simpler);
}

/** Lower case, one alphabet, no apostrophes or accents; spellings that people confuse become one. */
export function fold(text: string): string {
  const latin = (known: string) => known.replace(/[а-яёўқғҳx]/g, (letter) => letters[letter] ?? letter);
  // й, ё and ў are letters of their own; any other accent goes.
  const plain = latin(text.normalize('NFKC').toLowerCase().replace(apostrophes, '')).normalize('NFD').replace(/\p{M}/gu, '');
  return simplify(latin(plain));
}

/** The words of a text, lower case, as typed; apostrophes inside them are ʼ. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().replace(apostrophes, 'ʼ').match(/[\p{L}\p{N}ʼ]+/gu) ?? [];
}

/**
 * A word folded, then folded as it is typed on keyboards without its letters: ў as у (Cyrillic; oʻ as o
 * is the fold itself), қ as к, ё as е.
 */
export function spellings(word: string): string[] {
  const simpler = word.replace(/ў|oʼ/g, 'u').replace(/[қq]/g, 'k').replace(/ё/g, 'е');
  return [...new Set([fold(word), fold(word.replace(/[қq]/g, 'k')), fold(simpler)])].filter((form) => form !== '');
}

const russian = /(?:иями|ями|ами|ией|иям|иях|ием|ого|его|ому|ему|ыми|ими|ться|ешь|ете|ать|ять|ить|еть|ием|ой|ей|ий|ый|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ом|ем|ам|ям|ах|ях|ов|ев|ию|ия|ии|ью|ья|ую|юю|а|я|о|е|и|ы|у|ю|ь|й)$/;
const uzbek = /(?:larining|larini|lariga|larida|laridan|larning|larni|larga|larda|lardan|larim|lari|lar|ingizni|ingizga|imizni|imizga|ingiz|imiz|sining|sini|siga|sida|sidan|ining|ini|iga|ida|idan|imni|imga|imning|mizni|mizga|miz|ngizni|ngizga|ngiz|mning|mni|mga|mda|mdan|ning|ni|ga|ka|qa|da|dan|si|im|ing|i)$/;
const english = /(?:ings|ing|ations|ation|ies|ied|es|ed|s)$/;

const cut = (word: string, suffix: RegExp, least: number): string => {
  const rest = word.replace(suffix, '');
  return rest.length >= least ? rest : word;
};

/** Light stems of a word: what its inflected forms share, folded, in each language it may belong to. */
export function stems(word: string): string[] {
  const cyrillic = /\p{Script=Cyrillic}/u.test(word);
  const found = spellings(word).map((folded) => cut(folded, uzbek, 4));
  if (!cyrillic) found.push(cut(fold(word), english, 4));
  else if (!/[ўқғҳ]/.test(word)) found.push(...spellings(cut(word, russian, 3)));
  return [...new Set(found)];
}

/** Documents of a catalogue say the same words again and again. */
const remembered = new Map<string, readonly string[]>();

/** How a word stands in the index: as it may be spelt, and its stems. */
export function formsOf(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known) return known;
  const forms = [...new Set([...spellings(word), ...stems(word)])];
  if (remembered.size >= 50_000) remembered.clear();
  remembered.set(word, forms);
  return forms;
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

const common = new Set(
  [
    'va uchun bilan ham yoki bu qanday qanaqa kerak qayerda qayerdan men menga olish olsa boladi bolsa qilish qilib qancha qachon nega degan bilish xohlayman oʻzim bor',
    'и на по для или как что в с о об от до из за у к я мне мой моя где куда нужно нужен хочу можно ли получить получение сделать не мы нам он она это этот если чтобы какой какая какие сколько когда почему будет есть был надо стать узнать',
    'the of a an to for in and or on my i me how what where is are do does can get getting need want make apply with from it he she we our this that not no does did have has had will would should when why which there here',
  ].flatMap((list) => list.split(' ').map(fold)),
);

/** Words that say nothing about what is sought. */
export function isCommonWord(word: string): boolean {
  return common.has(fold(word));
}
