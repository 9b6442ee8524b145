/** What synthetic people say and are called. Everything is plainly invented. */
import { createTranslator } from 'next-intl';
import type { Locale, LocalizedText } from '../platform/i18n/locales.ts';
import { messagesOf } from '../platform/i18n/messages.ts';
import { textIn } from '../platform/i18n/text.ts';

/** Colleagues who cannot sign in, so that more than one person has work. */
export const demoColleagues: Readonly<Record<string, readonly string[]>> = {
  iiv: ['Misolov Dilshod Akrom oʻgʻli', 'Namunayeva Barno Salim qizi', 'Sinovov Ravshan Umar oʻgʻli'],
  adliya: ['Misolova Zarina Hamid qizi'],
  soliq: ['Sinovova Malika Shuhrat qizi'],
  mmtv: ['Namunayev Islom Doniyor oʻgʻli'],
  kadastr: ['Namunayeva Shahlo Erkin qizi'],
};

export const correctionNotes = [
  'Yuklangan hujjatning muhri oʻqilmayapti. Iltimos, aniqroq nusxasini yuklang.',
  'Manzil toʻliq koʻrsatilmagan: uy va xonadon raqamini kiriting.',
  'Sana hujjatdagi sanaga mos emas. Iltimos, tekshirib, qayta yuboring.',
] as const;

export const refusalReasons = [
  'Taqdim etilgan maʼlumotlar reyestrdagi maʼlumotlarga mos kelmadi. Maʼlumotlarni aniqlab, qayta murojaat qilishingiz mumkin.',
  'Soʻralgan hujjat muddati ichida taqdim etilmadi. Hujjat tayyor boʻlgach, arizani qayta yuboring.',
] as const;

/** What applicants ask, and what they are told. */
export const exchanges = [
  { question: 'Assalomu alaykum. Ariza qachon koʻrib chiqiladi?', answer: 'Vaalaykum assalom. Arizangiz koʻrib chiqilmoqda, natija belgilangan muddatda tayyor boʻladi.' },
  { question: 'Hujjatning asl nusxasini ham olib kelish kerakmi?', answer: 'Yoʻq, elektron nusxa yetarli.' },
  { question: 'Telefon raqamim oʻzgardi, uni qanday yangilasam boʻladi?', answer: 'Yangi raqamni shu yerga yozing, arizaga qoʻshib qoʻyamiz.' },
] as const;

type Translate = (key: string, values?: Record<string, string>) => string;
const translators = new Map<Locale, Translate>();

/** Made once a language: outside production the messages are read anew each time. */
function translator(locale: Locale): Translate {
  const known = translators.get(locale) ?? (createTranslator({ locale, messages: messagesOf(locale), namespace: 'documents' }) as Translate);
  translators.set(locale, known);
  return known;
}

/** A document's title in every language, as the documents domain words it. */
export function documentTitle(kind: 'result' | 'refusal', service: LocalizedText): LocalizedText {
  const title = (locale: Locale) => translator(locale)(`title.${kind}`, { service: textIn(service, locale) });
  return { uz: title('uz'), ru: title('ru'), en: title('en'), 'uz-Cyrl': title('uz-Cyrl') };
}
