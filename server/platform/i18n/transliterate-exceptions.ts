/**
 * Words whose Cyrillic spelling the letter rules cannot know, as stems: longest match first. Latin
 * spelling drops ц, ь and the э of borrowings; these bring them back.
 */
const stems: Readonly<Record<string, string>> = {
  aksiya: 'акция', apelyatsiya: 'апелляция', sirk: 'цирк', sement: 'цемент', sentner: 'центнер',
  sentyabr: 'сентябрь', oktyabr: 'октябрь', noyabr: 'ноябрь', dekabr: 'декабрь', yanvar: 'январь', fevral: 'февраль', aprel: 'апрель',
  iyun: 'июнь', iyul: 'июль', budjet: 'бюджет', byudjet: 'бюджет', konsepsiya: 'концепция', konstitutsiya: 'конституция',
  litsenziya: 'лицензия', sertifikat: 'сертификат', albom: 'альбом', avtomobil: 'автомобиль', medal: 'медаль', panel: 'панель',
  parol: 'пароль', model: 'модель', detal: 'деталь', kabel: 'кабель', mebel: 'мебель', shtempel: 'штемпель',
  kalkulyator: 'калькулятор', filtr: 'фильтр', fayl: 'файл', obyekt: 'объект', subyekt: 'субъект', syezd: 'съезд', sessiya: 'сессия',
  elektron: 'электрон', ekologik: 'экологик', apostil: 'апостиль', 
  yuridik: 'юридик', konvensiya: 'конвенция', funksiya: 'функция', vaksina: 'вакцина', inspeksiya: 'инспекция',
  ekspeditsiya: 'экспедиция', subsidiya: 'субсидия', auksion: 'аукцион', uchastka: 'участка', kollej: 'коллеж',
  gʻisht: 'ғишт', isʼhoq: 'исҳоқ', asʼhob: 'асҳоб',
};

export const latinToCyrillicWords: readonly (readonly [string, string])[] = Object.entries(stems).sort(([a], [b]) => b.length - a.length);
