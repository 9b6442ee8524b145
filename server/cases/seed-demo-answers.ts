/** Plausible answers of synthetic people to any form. */
import { knownAnswers, fieldsOf } from '../forms/engine.ts';
import type { Answer, Answers, Field, FormDefinition, PrefillData } from '../forms/schema.ts';
import { addDays } from '../platform/calendar/index.ts';
import type { Random } from '../registers/generator.ts';

const texts: Readonly<Record<string, string>> = {
  'hospital-name': '1-sonli namunaviy tugʻruqxona',
  'record-number': 'N-1042',
  'given-name': 'Umida',
  surname: 'Namunayeva',
  patronymic: 'Anvar qizi',
  'marriage-number': 'N-000731',
  'licence-number': 'AF 1234567',
  'child-name': 'Namunayev Bobur Anvar oʻgʻli',
  'person-name': 'Namunayeva Lola Anvar qizi',
  'other-parent-name': 'Namunayev Anvar Baxtiyor oʻgʻli',
  'previous-name': 'Misolova Lola Anvar qizi',
  'first-choice': '12-sonli namunaviy bogʻcha',
  'second-choice': '27-sonli namunaviy bogʻcha',
  'embassy-country': 'Koreya Respublikasi',
  country: 'Turkiya',
  'birth-country': 'Qozogʻiston',
  'birth-city': 'Olmaota',
  'address-problem': 'Uy raqami xonadon hujjatlaridagidan farq qiladi.',
  'lost-how': 'Bozorda hamyonim bilan birga yoʻqotib qoʻydim.',
  'care-details': 'Yongʻoqqa allergiyasi bor.',
  'previous-names': 'Misolova – 2015-yilgacha',
  'activity-other': 'Milliy hunarmandchilik buyumlarini tayyorlash',
};

const other: Partial<Record<Field['kind'], string>> = { phone: '+998007654321', text: 'Yangi Namuna koʻchasi, 7-uy' };

type Person = { pinfl: string; register: Record<string, string> };
export type Asked = { person: Person; day: string; random: Random; districts: readonly string[]; uploadId: (field: Field) => string };

function answerOf(field: Field, { person, day, random, districts, uploadId }: Asked): Answer {
  const own = field.prefill && person.register[field.prefill.field];
  // Somebody moved or has another telephone: what they say is not what the register says.
  if (own) return field.prefill?.locked !== true && random.chance(0.2) ? (other[field.kind] ?? own) : own;
  switch (field.kind) {
    case 'text':
    case 'textarea': return texts[field.id] ?? 'Namuna';
    case 'number': return String(field.min === undefined ? 3 : Math.max(field.min, field.id === 'weight' ? 3_200 : 2));
    case 'money': return String((1 + random.int(90)) * 1_000_000);
    case 'date': return dayFor(field.id, day, random);
    case 'yesno': return random.chance(0.4) ? 'yes' : 'no';
    case 'radios':
    case 'select': return random.pick(field.options.slice(0, 4)).value;
    case 'checkboxes': return field.optional ? [] : [random.pick(field.options).value];
    case 'email': return `fuqaro${person.pinfl.slice(7, 11)}@demo.yagona.example`;
    case 'phone': return person.register['phone'] ?? '+998000000000';
    case 'pinfl': return person.pinfl;
    case 'stir': return '309000001';
    case 'passport': return person.register['passport'] ?? 'AD1000000';
    case 'plate': return '01A123BC';
    case 'cadastre': return '10:01:02:03:04:0567';
    case 'territory': return random.pick(districts);
    case 'file': return [uploadId(field)];
  }
}

function dayFor(fieldId: string, day: string, random: Random): string {
  if (fieldId === 'start-date') return addDays(day, 7 + random.int(30));
  if (fieldId === 'child-birth-date') return addDays(day, -(700 + random.int(1_200)));
  if (fieldId === 'marriage-date') return addDays(day, -(400 + random.int(3_000)));
  return addDays(day, -(5 + random.int(200)));
}

/** Answers to everything the form asks this person, and the register data it would have shown. */
export function demoAnswers(form: FormDefinition, asked: Asked): { answers: Answers; prefill: PrefillData } {
  const all = Object.fromEntries(fieldsOf(form).map((field) => [field.id, answerOf(field, asked)]));
  const bound = fieldsOf(form).flatMap((field) => (field.prefill ? [field.prefill.field] : []));
  const individuals = Object.fromEntries(bound.flatMap((name) => (asked.person.register[name] ? [[name, asked.person.register[name]]] : [])));
  return { answers: knownAnswers(form, all), prefill: { individuals, readAt: `${asked.day}T05:00:00.000Z` } };
}
