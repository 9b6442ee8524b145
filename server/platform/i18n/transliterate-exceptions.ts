/**
 * Uzbek words whose Cyrillic spelling the letter rules cannot know: the Latin alphabet writes no ц, ь, ъ
 * and э inside borrowings. After adding content, read its borrowings: `npx tsx scripts/list-borrowings.ts`.
 */

/** Beginnings of words; the longest wins. A final ь goes when an ending follows (автомобиль, автомобилни). */
const stems: Readonly<Record<string, string>> = {
  // ц at the start of a word or after a consonant; elsewhere `ts`, or -ksiya and the like, tell it
  aksent: 'акцент', aksept: 'акцепт', aksiz: 'акциз', dispanser: 'диспансер', fransuz: 'француз', kalsiy: 'кальций', kansler: 'канцлер',
  kanselyar: 'канцеляр', konsentr: 'концентр', konsern: 'концерн', konsert: 'концерт', konsession: 'концессион', konsessiya: 'концессия',
  gostinitsa: 'гостиница', matritsa: 'матрица', medsentr: 'медцентр', mersedes: 'мерседес', potensial: 'потенциал', prinsip: 'принцип', sellofan: 'целлофан',
  sellyuloza: 'целлюлоза', sement: 'цемент', sensura: 'цензура', sentner: 'центнер', sikl: 'цикл', silindr: 'цилиндр', sink: 'цинк',
  sirkul: 'циркуль', sirroz: 'цирроз', sitata: 'цитата', sitrus: 'цитрус', sivilizatsiya: 'цивилизация', vaksina: 'вакцина',
  // с although -ksiya, -nsiya and -psiya are otherwise -кция, -нция and -пция
  anneksiya: 'аннексия', biopsiya: 'биопсия', ekspansiya: 'экспансия', epilepsiya: 'эпилепсия', pansion: 'пансион', pension: 'пенсион', pensiya: 'пенсия',
  refleksiya: 'рефлексия', vakansiya: 'вакансия',
  // ь
  albom: 'альбом', alpinist: 'альпинист', alternativ: 'альтернатив', ansambl: 'ансамбль', aprel: 'апрель', artel: 'артель', asfalt: 'асфальт',
  atelye: 'ателье', avtomobil: 'автомобиль', baryer: 'барьер', batalyon: 'батальон', belgiya: 'бельгия', bolnitsa: 'больница', buldozer: 'бульдозер',
  bulvar: 'бульвар', byulleten: 'бюллетень', dalnoboy: 'дальнобой', dekabr: 'декабрь', detal: 'деталь', dizel: 'дизель', dosye: 'досье', duel: 'дуэль',
  dvigatel: 'двигатель', fakultet: 'факультет', festival: 'фестиваль', fevral: 'февраль', film: 'фильм', filtr: 'фильтр', gelmint: 'гельминт',
  gospital: 'госпиталь', interyer: 'интерьер', inventar: 'инвентарь', iyul: 'июль', iyun: 'июнь', jitelstvo: 'жительство', kabel: 'кабель',
  kalendar: 'календарь', kalkulyator: 'калькулятор', karyer: 'карьер', kompyuter: 'компьютер', konsulstvo: 'консульство', konsult: 'консульт',
  kontrol: 'контроль', kultur: 'культур', kuryer: 'курьер', lager: 'лагерь', mebel: 'мебель', medal: 'медаль', medalyon: 'медальон', model: 'модель',
  modul: 'модуль', motel: 'мотель', multi: 'мульти', noyabr: 'ноябрь', oktabr: 'октябрь', oktyabr: 'октябрь', panel: 'панель', parol: 'пароль',
  patrul: 'патруль', pavilyon: 'павильон', pochtalyon: 'почтальон', polsha: 'польша', portfel: 'портфель', premyer: 'премьер', profil: 'профиль',
  pulmonolog: 'пульмонолог', pyesa: 'пьеса', rels: 'рельс', sentabr: 'сентябрь', sentyabr: 'сентябрь', shampun: 'шампунь', shtempel: 'штемпель',
  spektakl: 'спектакль', tekstil: 'текстиль', tunnel: 'туннель', ultra: 'ультра', vermishel: 'вермишель', vyetnam: 'вьетнам', yanvar: 'январь',
  // ъ
  adyutant: 'адъютант', inyeksiya: 'инъекция', konyunktura: 'конъюнктура', obyekt: 'объект', subyekt: 'субъект', syezd: 'съезд', syomka: 'съёмка',
  // э after a consonant
  sanepid: 'санэпид',
  // spellings with a history of their own
  apostil: 'апостиль', budjet: 'бюджет', byudjet: 'бюджет', yandeks: 'яндекс', yandex: 'яндекс',
  // `ts` that is т and с
  autsors: 'аутсорс', botsvana: 'ботсвана',
};

/** Whole words with their endings: the letters also begin other words (`sirk` цирк, `sirka` сирка). */
const words: Readonly<Record<string, string>> = {
  gel: 'гель', neft: 'нефть', nol: 'ноль', otel: 'отель', rol: 'роль', rubl: 'рубль', rul: 'руль', senz: 'ценз', sex: 'цех', sifra: 'цифра', sirk: 'цирк', stil: 'стиль',
};

/** Abbreviations, as Cyrillic texts spell them. */
const abbreviations: Readonly<Record<string, string>> = { ETsP: 'ЭЦП', HET: 'ҲЭТ', MSEK: 'МСЭК', SES: 'СЭС', VTEK: 'ВТЭК' };

/** What the letter rules from Cyrillic to Latin get wrong; the final ь is left out. */
const backwards: Readonly<Record<string, string>> = { бюджет: 'budjet', октябр: 'oktabr', сентябр: 'sentabr' };

const alternatives = (list: Readonly<Record<string, string>>) => Object.keys(list).sort((a, b) => b.length - a.length).join('|');

/** Endings that a noun takes: number, owner, case, derivation. */
const endings = '(?:lar)?(?:imiz|ingiz|im|ing|si|i)?(?:ning|ni|gacha|ga|ka|dagi|dan|da|cha)?(?:li|lik|siz|chi)?';

const stemPattern = new RegExp(`^(?:${alternatives(stems)})`);
const wordPattern = new RegExp(`^(?:${alternatives(words)})(?=${endings}$)`);
const backwardPattern = new RegExp(`^(?:${alternatives(backwards)})`);

/** The exceptional beginning of a lower-case Latin word with its Cyrillic spelling. */
export function cyrillicBeginning(word: string): { latin: string; cyrillic: string } | null {
  const latin = stemPattern.exec(word)?.[0] ?? wordPattern.exec(word)?.[0];
  if (latin === undefined) return null;
  const cyrillic = stems[latin] ?? words[latin] ?? latin;
  return { latin, cyrillic: word.length > latin.length ? cyrillic.replace(/ь$/, '') : cyrillic };
}

/** The exceptional beginning of a lower-case Cyrillic word with its Latin spelling. */
export function latinBeginning(word: string): { cyrillic: string; latin: string } | null {
  const cyrillic = backwardPattern.exec(word)?.[0];
  return cyrillic === undefined ? null : { cyrillic, latin: backwards[cyrillic] ?? cyrillic };
}

export function cyrillicAbbreviation(word: string): string | undefined {
  return abbreviations[word];
}
