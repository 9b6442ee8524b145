import fc from 'fast-check';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { shippedUzbekTexts, uzbekMessages } from '../../testing/shipped-texts.ts';
import { normaliseApostrophes, toCyrillic, toLatin, transliterateMessage } from './transliterate.ts';

const words = [...new Set([...shippedUzbekTexts(), ...uzbekMessages().map((message) => message.replace(/\{\w+[,}]|<\/?\w+>|\bother\b/g, ' '))].flatMap((text) => text.match(/[A-Za-z\u02BB\u02BC]+/g) ?? []))];

describe('Uzbek Latin to Cyrillic', () => {
  it.each([
    // letters
    ['Oʻzbekiston', 'Ўзбекистон'], ['gʻalaba', 'ғалаба'], ["O'zbekiston", 'Ўзбекистон'], ['GʻALABA', 'ҒАЛАБА'], ['shahri', 'шаҳри'], ['choy', 'чой'], ['SHARQ', 'ШАРҚ'],
    ['Sharq', 'Шарқ'], ['yoʻl', 'йўл'], ['Yoʻl', 'Йўл'], ['yosh', 'ёш'], ['yer', 'ер'], ['Yevropa', 'Европа'], ['eʼlon', 'эълон'], ['poema', 'поэма'], ['maʼlumot', 'маълумот'],
    ['sanʼat', 'санъат'], ['Isʼhoq', 'Исҳоқ'], ['asʼhob', 'асҳоб'], ['mashʼal', 'машъал'], ['tayyor', 'тайёр'], ['FHDYO', 'ФҲДЁ'], ['FHDYOda', 'ФҲДЁда'], ['JSHSHIR', 'ЖШШИР'],
    // ц
    ['sirk', 'цирк'], ['sirkda', 'циркда'], ['sirka', 'сирка'], ['sement', 'цемент'], ['aksiya', 'акция'], ['konstruksiya', 'конструкция'], ['stansiya', 'станция'],
    ['pensiya', 'пенсия'], ['vakansiya', 'вакансия'], ['korrupsiya', 'коррупция'], ['litsenziya', 'лицензия'], ['retsept', 'рецепт'], ['attestatsiya', 'аттестация'],
    ['fransuz', 'француз'], ['vaksina', 'вакцина'], ['auksion', 'аукцион'], ['komissiya', 'комиссия'], ['politsiya', 'полиция'], ['konditsioner', 'кондиционер'], ['shprits', 'шприц'],
    // т and с
    ['muddatsiz', 'муддатсиз'], ['qaytsangiz', 'қайтсангиз'], ['ketsin', 'кетсин'], ['davlatshunos', 'давлатшунос'], ['etsa', 'этса'], ['autsorsing', 'аутсорсинг'],
    // ь and ъ
    ['rol', 'роль'], ['roli', 'роли'], ['rolik', 'ролик'], ['albom', 'альбом'], ['avtomobil', 'автомобиль'], ['avtomobili', 'автомобили'], ['avtomobilni', 'автомобилни'],
    ['kompyuter', 'компьютер'], ['fakultet', 'факультет'], ['film', 'фильм'], ['parolingiz', 'паролингиз'], ['obyekt', 'объект'], ['subyekt', 'субъект'], ['neft', 'нефть'], ['neftni', 'нефтни'],
    ['yanvar', 'январь'], ['sentabr', 'сентябрь'], ['oktabrgacha', 'октябргача'], ['2031-yil 1-yanvardan', '2031 йил 1 январдан'], ['5-may kuni', '5 май куни'], ['1-sinf', '1-синф'], ['12-maydon', '12-майдон'],
    // borrowings that need no help
    ['pasport', 'паспорт'], ['obuna', 'обуна'], ['proyekt', 'проект'], ['reyestr', 'реестр'], ['aeroport', 'аэропорт'], ['elektr', 'электр'], ['ekologiya', 'экология'],
    // what stays Latin
    ['ID-karta', 'ID-карта'], ['my.gov.uz sayti', 'my.gov.uz сайти'], ['info@adliya.uz', 'info@adliya.uz'], ['XIV asr', 'XIV аср'], ['I guruh', 'I гуруҳ'], ['B toifa', 'B тоифа'],
    ['IIV', 'ИИВ'], ['B2 sertifikat', 'B2 сертификат'], ['«E-mehmon» tizimi', '«E-mehmon» тизими'], ['SES', 'СЭС'], ['ETsP', 'ЭЦП'],
  ])('%s is %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it('leaves Cyrillic text as it is', () => {
    expect(toCyrillic('Бу ер — Тошкент шаҳри')).toBe('Бу ер — Тошкент шаҳри');
  });

  it('never throws and never writes a Latin apostrophe letter into a Cyrillic word', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof toCyrillic(text) === 'string' && typeof toLatin(text) === 'string'));
    for (const word of words) expect(toCyrillic(word)).not.toMatch(/[А-Яа-яЁёЎўҚқҒғҲҳ][A-Za-z\u02BB\u02BC]/);
  });
});

describe('round trip', () => {
  /** Two spellings of one word, or a Russian abbreviation: the way back leads to the other. */
  const oneWay = /^(?:byudjet|sentyabr|oktyabr|yandex|hotel|cookie|browser|etsp|msek|vtek|ses|het|ooo|[a-z]*[cw](?!h)[a-z]*|.*batalyon)/;

  it('leads every Uzbek word of the shipped content to Cyrillic and back', () => {
    const lost = words.filter((word) => !oneWay.test(word.toLowerCase()) && toLatin(toCyrillic(word)).toLowerCase() !== normaliseApostrophes(word).toLowerCase());
    expect(lost).toEqual([]);
  });

  it('keeps capital letters', () => {
    for (const word of ['FHDYOda', 'Shahar', 'YOSHLAR', 'Yoshlar', 'Oʻzbekiston', 'OʻZBEKISTON', 'IIV', 'JSHSHIR']) expect(toLatin(toCyrillic(word))).toBe(word);
  });
});

describe('messages', () => {
  /** Names in braces, but for the single words of plural branches. */
  const argument = /(?<!(?:=\d+|\b(?:zero|one|two|few|many|other)) )\{(\w+)(?=[,}])/g;

  it('keeps arguments, plurals, selects and tags of every shipped message parseable', () => {
    for (const message of uzbekMessages()) {
      const errors: unknown[] = [];
      const derived = transliterateMessage(message);
      const names = [...message.matchAll(argument)].map((match) => match[1] ?? '');
      expect([...derived.matchAll(argument)].map((match) => match[1])).toEqual(names);
      const t = createTranslator({ locale: 'uz-Cyrl', messages: { m: derived }, onError: (error) => errors.push(error) });
      const values = Object.fromEntries(names.map((name) => [name, 3]));
      const tags = Object.fromEntries([...message.matchAll(/<(\w+)>/g)].map((match) => [match[1] ?? '', (inside: unknown) => inside] as const));
      (t as unknown as { rich: (key: string, values: unknown) => unknown }).rich('m', { ...values, ...tags });
      expect(errors, derived).toEqual([]);
    }
  });

  it.each([
    ['{count, plural, =0 {Hech narsa yoʻq} other {# ta natija}}', '{count, plural, =0 {Ҳеч нарса йўқ} other {# та натижа}}'],
    ['{name} uchun <b>ariza</b>', '{name} учун <b>ариза</b>'],
    ['{kind, select, online {onlayn} other {{place} da}}', '{kind, select, online {онлайн} other {{place} да}}'],
  ])('%s', (latin, cyrillic) => {
    expect(transliterateMessage(latin)).toBe(cyrillic);
  });
});
