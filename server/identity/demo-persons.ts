import type { StaffRole } from '../platform/auth/actor.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';

/** A synthetic individual: the demo register of individuals holds a record with exactly these facts. */
export type DemoIndividual = {
  /** Short stable name by which tests and other records refer to the person. */
  login: string;
  pinfl: string;
  surname: string;
  givenName: string;
  patronymic: string;
  sex: 'male' | 'female';
  /** `YYYY-MM-DD`. */
  birthDate: string;
  /** Logins of relatives in this file. */
  spouse?: string;
  mother?: string;
  father?: string;
  /** Legal entities the person directs. */
  directs?: readonly { stir: string; name: string }[];
};

/** Somebody who can sign in at the demo identity provider. */
export type DemoPerson = Omit<DemoIndividual, 'pinfl'> & {
  /** Null for somebody the provider knows without a personal identifier. */
  pinfl: string | null;
  /** Subject at the demo identity provider. */
  sub: string;
  /** Full name as the provider states it: surname, given name, patronymic. */
  name: string;
  email: string;
  roles: readonly { role: StaffRole; agencyId: string | null }[];
  /** What to try with this person. */
  description: LocalizedText;
};

type Facts = Omit<DemoPerson, 'sub' | 'name' | 'email'>;

function person(facts: Facts): DemoPerson {
  const { login, surname, givenName, patronymic } = facts;
  return { ...facts, sub: `demo-${login}`, name: [surname, givenName, patronymic].filter(Boolean).join(' '), email: `${login}@demo.yagona.example` };
}

const citizens: readonly Facts[] = [
  {
    login: 'dilnoza', pinfl: '41403900010017', surname: 'Namunayeva', givenName: 'Dilnoza', patronymic: 'Akmal qizi', sex: 'female', birthDate: '1990-03-14', spouse: 'rustam', roles: [],
    description: {
      uz: 'Rustamning turmush oʻrtogʻi, Amirning onasi. Bolaga oid xizmatlarni va maʼlumotnomalarni sinab koʻring.',
      ru: 'Супруга Рустама, мать Амира. Попробуйте услуги для ребёнка и справки.',
      en: 'Married to Rustam, mother of Amir. Try services for a child, and certificates.',
    },
  },
  {
    login: 'rustam', pinfl: '30211870010021', surname: 'Namunayev', givenName: 'Rustam', patronymic: 'Baxtiyor oʻgʻli', sex: 'male', birthDate: '1987-11-02', spouse: 'dilnoza', roles: [],
    description: {
      uz: 'Dilnozaning turmush oʻrtogʻi, Amirning otasi. Pasport, manzil va transport xizmatlarini sinab koʻring.',
      ru: 'Супруг Дилнозы, отец Амира. Попробуйте услуги по паспорту, адресу и транспорту.',
      en: 'Married to Dilnoza, father of Amir. Try passport, address and vehicle services.',
    },
  },
  {
    login: 'jamshid', pinfl: '32501790010033', surname: 'Misolov', givenName: 'Jamshid', patronymic: 'Karim oʻgʻli', sex: 'male', birthDate: '1979-01-25', roles: [],
    directs: [{ stir: '301000017', name: 'NAMUNA SAVDO' }],
    description: {
      uz: '“NAMUNA SAVDO” MChJ rahbari. Tadbirkorlik xizmatlarini kompaniya nomidan sinab koʻring.',
      ru: 'Директор ООО «NAMUNA SAVDO». Попробуйте услуги для бизнеса от имени компании.',
      en: 'Director of the company NAMUNA SAVDO. Try business services on its behalf.',
    },
  },
  {
    login: 'zuhra', pinfl: '40908580010047', surname: 'Sinovova', givenName: 'Zuhra', patronymic: 'Olim qizi', sex: 'female', birthDate: '1958-08-09', roles: [],
    description: {
      uz: 'Nafaqadagi ayol. Pensiya va ijtimoiy himoya xizmatlarini sinab koʻring.',
      ru: 'Пенсионерка. Попробуйте пенсионные услуги и социальную защиту.',
      en: 'Retired. Try pension and social protection services.',
    },
  },
  {
    login: 'madina', pinfl: '61705060010051', surname: 'Misolova', givenName: 'Madina', patronymic: 'Jamshid qizi', sex: 'female', birthDate: '2006-05-17', father: 'jamshid', roles: [],
    description: {
      uz: 'Talaba, Jamshidning qizi. Taʼlim va ishga joylashish xizmatlarini sinab koʻring.',
      ru: 'Студентка, дочь Джамшида. Попробуйте услуги в сфере образования и занятости.',
      en: 'A student, daughter of Jamshid. Try education and employment services.',
    },
  },
  {
    login: 'alex', pinfl: null, surname: 'Sample', givenName: 'Alex', patronymic: '', sex: 'male', birthDate: '1992-02-29', roles: [],
    description: {
      uz: 'JShShIRi boʻlmagan chet el fuqarosi. Portal shaxsni reyestrdan topa olmaganda nima boʻlishini koʻring.',
      ru: 'Иностранец без ПИНФЛ. Посмотрите, что происходит, когда портал не находит человека в реестре.',
      en: 'A foreigner without a PINFL. See what happens when the register does not know a person.',
    },
  },
];

const staff: readonly Facts[] = [
  {
    login: 'iiv-officer', pinfl: '31504850010063', surname: 'Sinovov', givenName: 'Botir', patronymic: 'Anvar oʻgʻli', sex: 'male', birthDate: '1985-04-15',
    roles: [{ role: 'agency_officer', agencyId: 'iiv' }],
    description: { uz: 'IIV xodimi: pasport va roʻyxatga olish ishlarini koʻrib chiqadi.', ru: 'Сотрудник МВД: рассматривает дела по паспортам и регистрации.', en: 'Officer at the Ministry of Internal Affairs: decides passport and registration cases.' },
  },
  {
    login: 'iiv-manager', pinfl: null, surname: 'Sinovova', givenName: 'Nargiza', patronymic: 'Farhod qizi', sex: 'female', birthDate: '1980-09-30',
    roles: [{ role: 'agency_manager', agencyId: 'iiv' }],
    description: { uz: 'IIV boʻlim rahbari: ishlarni taqsimlaydi va muddatlarni kuzatadi.', ru: 'Руководитель отдела МВД: распределяет дела и следит за сроками.', en: 'Manager at the Ministry of Internal Affairs: assigns cases and watches deadlines.' },
  },
  {
    login: 'iiv-editor', pinfl: null, surname: 'Misolova', givenName: 'Sevara', patronymic: 'Ulugʻbek qizi', sex: 'female', birthDate: '1993-12-05',
    roles: [{ role: 'agency_editor', agencyId: 'iiv' }],
    description: { uz: 'IIV muharriri: xizmatlar pasportlarini va idora saytini yuritadi.', ru: 'Редактор МВД: ведёт паспорта услуг и сайт ведомства.', en: 'Editor at the Ministry of Internal Affairs: keeps service passports and the agency site.' },
  },
  {
    login: 'iiv-reviewer', pinfl: null, surname: 'Namunayeva', givenName: 'Iroda', patronymic: 'Shuhrat qizi', sex: 'female', birthDate: '1984-05-17',
    roles: [{ role: 'agency_reviewer', agencyId: 'iiv' }, { role: 'agency_publisher', agencyId: 'iiv' }],
    description: { uz: 'IIV: xizmatlar pasportlarini tekshiradi va eʼlon qiladi.', ru: 'МВД: проверяет паспорта услуг и публикует их.', en: 'Ministry of Internal Affairs: reviews service passports and publishes them.' },
  },
  {
    login: 'adliya-officer', pinfl: '40707880010076', surname: 'Namunayeva', givenName: 'Gulnora', patronymic: 'Sobir qizi', sex: 'female', birthDate: '1988-07-07',
    roles: [{ role: 'agency_officer', agencyId: 'adliya' }, { role: 'agency_editor', agencyId: 'adliya' }],
    description: { uz: 'Adliya vazirligi xodimi va muharriri.', ru: 'Сотрудник и редактор Министерства юстиции.', en: 'Officer and editor at the Ministry of Justice.' },
  },
  {
    login: 'kadastr-officer', pinfl: null, surname: 'Misolov', givenName: 'Sherzod', patronymic: 'Murod oʻgʻli', sex: 'male', birthDate: '1983-03-21',
    roles: [{ role: 'agency_officer', agencyId: 'kadastr' }],
    description: { uz: 'Kadastr agentligi xodimi: koʻchmas mulk ishlarini koʻrib chiqadi.', ru: 'Сотрудник Агентства кадастра: рассматривает дела о недвижимости.', en: 'Officer at the Cadastre Agency: decides real estate cases.' },
  },
  {
    login: 'mmtv-officer', pinfl: null, surname: 'Sinovova', givenName: 'Lola', patronymic: 'Rahim qizi', sex: 'female', birthDate: '1991-10-11',
    roles: [{ role: 'agency_officer', agencyId: 'mmtv' }, { role: 'agency_editor', agencyId: 'mmtv' }],
    description: { uz: 'Maktabgacha va maktab taʼlimi vazirligi xodimi va muharriri.', ru: 'Сотрудник и редактор Министерства дошкольного и школьного образования.', en: 'Officer and editor at the Ministry of Preschool and School Education.' },
  },
  {
    login: 'soliq-officer', pinfl: null, surname: 'Namunayev', givenName: 'Otabek', patronymic: 'Ilhom oʻgʻli', sex: 'male', birthDate: '1986-06-18',
    roles: [{ role: 'agency_officer', agencyId: 'soliq' }],
    description: { uz: 'Soliq qoʻmitasi xodimi.', ru: 'Сотрудник Налогового комитета.', en: 'Officer at the Tax Committee.' },
  },
  {
    login: 'bandlik-officer', pinfl: null, surname: 'Misolova', givenName: 'Feruza', patronymic: 'Tohir qizi', sex: 'female', birthDate: '1989-01-08',
    roles: [{ role: 'agency_officer', agencyId: 'bandlik' }],
    description: { uz: 'Bandlik vazirligi xodimi.', ru: 'Сотрудник Министерства занятости.', en: 'Officer at the Ministry of Employment.' },
  },
  {
    login: 'editor-two', pinfl: null, surname: 'Sinovov', givenName: 'Aziz', patronymic: 'Nodir oʻgʻli', sex: 'male', birthDate: '1994-08-24',
    roles: [{ role: 'agency_editor', agencyId: 'soliq' }, { role: 'agency_editor', agencyId: 'pensiya' }],
    description: { uz: 'Ikki idora muharriri: Soliq qoʻmitasi va Pensiya jamgʻarmasi.', ru: 'Редактор двух ведомств: Налогового комитета и Пенсионного фонда.', en: 'Editor of two agencies: the Tax Committee and the Pension Fund.' },
  },
  {
    login: 'iiv-keeper', pinfl: null, surname: 'Sinovov', givenName: 'Jasur', patronymic: 'Hamid oʻgʻli', sex: 'male', birthDate: '1982-02-14',
    roles: [{ role: 'register_keeper', agencyId: 'iiv' }],
    description: { uz: 'IIV reyestrlarini yuritadi: jismoniy shaxslar, transport vositalari, haydovchilik guvohnomalari.', ru: 'Ведёт реестры МВД: физические лица, транспортные средства, водительские удостоверения.', en: 'Keeps the registers of the Ministry of Internal Affairs: individuals, vehicles, driving licences.' },
  },
  {
    login: 'adliya-keeper', pinfl: null, surname: 'Misolova', givenName: 'Dilfuza', patronymic: 'Aziz qizi', sex: 'female', birthDate: '1987-05-03',
    roles: [{ role: 'register_keeper', agencyId: 'adliya' }],
    description: { uz: 'Adliya vazirligi reyestrlarini yuritadi: yuridik shaxslar, tadbirkorlar, fuqarolik holati dalolatnomalari.', ru: 'Ведёт реестры Министерства юстиции: юридические лица, предприниматели, акты гражданского состояния.', en: 'Keeps the registers of the Ministry of Justice: legal entities, entrepreneurs, civil status acts.' },
  },
  {
    login: 'kadastr-keeper', pinfl: null, surname: 'Namunayev', givenName: 'Ravshan', patronymic: 'Komil oʻgʻli', sex: 'male', birthDate: '1979-09-09',
    roles: [{ role: 'register_keeper', agencyId: 'kadastr' }],
    description: { uz: 'Kadastr agentligi reyestrlarini yuritadi: manzillar, yer uchastkalari, binolar, koʻchmas mulkka huquqlar.', ru: 'Ведёт реестры Агентства кадастра: адреса, участки, здания, права на недвижимость.', en: 'Keeps the registers of the Cadastre Agency: addresses, parcels, buildings, rights in real estate.' },
  },
  {
    login: 'admin', pinfl: null, surname: 'Namunayev', givenName: 'Timur', patronymic: 'Davron oʻgʻli', sex: 'male', birthDate: '1984-05-27',
    roles: [{ role: 'platform_administrator', agencyId: null }],
    description: { uz: 'Platforma administratori: idoralar, axborot almashinuvi va maʼlumotlar markazi.', ru: 'Администратор платформы: ведомства, обмен данными и дата-центр.', en: 'Platform administrator: agencies, data exchange and the data centre.' },
  },
  {
    login: 'auditor', pinfl: null, surname: 'Misolova', givenName: 'Kamola', patronymic: 'Zafar qizi', sex: 'female', birthDate: '1977-11-19',
    roles: [{ role: 'auditor', agencyId: null }],
    description: { uz: 'Auditor: hamma narsani koʻradi, hech narsani oʻzgartirmaydi.', ru: 'Аудитор: видит всё и ничего не меняет.', en: 'Auditor: sees everything and changes nothing.' },
  },
];

/** Everybody the demo identity provider lists, citizens first. */
export const demoPersons: readonly DemoPerson[] = [...citizens, ...staff].map(person);

/** Individuals of the demo registers who do not sign in themselves. */
export const demoRelatives: readonly DemoIndividual[] = [
  { login: 'amir', pinfl: '52106180010066', surname: 'Namunayev', givenName: 'Amir', patronymic: 'Rustam oʻgʻli', sex: 'male', birthDate: '2018-06-21', mother: 'dilnoza', father: 'rustam' },
];
