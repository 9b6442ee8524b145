import { createTranslator } from 'next-intl';
import { demoPersons, type DemoPerson } from '../../identity/demo-persons.ts';
import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts';
import { messagesOf } from '../i18n/messages.ts';
import { textIn } from '../i18n/text.ts';
import { toCyrillic } from '../i18n/transliterate.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

type Words = (key: string, values?: Record<string, string>) => string;

function wordsOf(locale: Locale): Words {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'identity.provider' }) as Words;
  return (key, values) => escapeHtml(t(key, values));
}

/** The first language of `ui_locales` that we speak. */
export function localeOf(uiLocales: unknown): Locale {
  const wanted = typeof uiLocales === 'string' ? uiLocales.split(' ') : [];
  return wanted.find(isLocale) ?? defaultLocale;
}

function page(locale: Locale, title: string, body: string): string {
  const t = wordsOf(locale);
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title} – ${t('name')}</title><link rel="stylesheet" href="/style.css"></head><body><header><p>${t('name')}</p></header><main>${body}</main></body></html>`;
}

const isPlatform = (person: DemoPerson) => person.roles.some((held) => held.agencyId === null);
const groups: readonly [string, (person: DemoPerson) => boolean][] = [
  ['citizens', (person) => person.roles.length === 0],
  ['agencyStaff', (person) => person.roles.length > 0 && !isPlatform(person)],
  ['platformStaff', isPlatform],
];

function personButton(person: DemoPerson, locale: Locale, t: Words): string {
  const name = locale === 'uz-Cyrl' ? toCyrillic(person.name) : person.name;
  const pinfl = person.pinfl === null ? '' : `<small>${t('pinfl')} ${person.pinfl}</small>`;
  return `<li><button name="login" value="${person.login}"><strong>${escapeHtml(name)}</strong><span>${escapeHtml(textIn(person.description, locale))}</span>${pinfl}</button></li>`;
}

/** The login page: demo persons as buttons, any other individual by PINFL, and a way back. */
export function loginPage(options: { locale: Locale; action: string; problem?: { pinfl: string } }): string {
  const { locale, action, problem } = options;
  const t = wordsOf(locale);
  const lists = groups.map(([group, belongs]) => {
    const buttons = demoPersons.filter(belongs).map((person) => personButton(person, locale, t));
    return `<section aria-labelledby="${group}"><h2 id="${group}">${t(group)}</h2><ul>${buttons.join('')}</ul></section>`;
  });
  const error = problem ? `<p class="error" id="pinfl-error"><span class="hidden">${t('error')} </span>${t('pinflInvalid')}</p>` : '';
  const field = `<section aria-labelledby="other"><h2 id="other">${t('other')}</h2><form method="post" action="${action}" novalidate><label for="pinfl">${t('otherLabel')}</label><p class="hint" id="pinfl-hint">${t('otherHint')}</p>${error}<input id="pinfl" name="pinfl" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="20" aria-describedby="pinfl-hint${problem ? ' pinfl-error' : ''}"${problem ? ' aria-invalid="true" autofocus' : ''} value="${escapeHtml(problem?.pinfl ?? '')}"><button class="main">${t('otherButton')}</button></form></section>`;
  const cancel = `<form method="post" action="${action}"><button class="plain" name="cancel" value="1">${t('cancel')}</button></form>`;
  const body = `<h1>${t('title')}</h1><p class="lead">${t('lead')}</p><form method="post" action="${action}">${lists.join('')}</form>${field}${cancel}`;
  return page(locale, (problem ? `${t('error')} ` : '') + t('title'), body);
}

/** When a sign-in cannot go on here, e.g. because its page was kept open too long. */
export function problemPage(locale: Locale, portal: string): string {
  const t = wordsOf(locale);
  return page(locale, t('problemTitle'), `<h1>${t('problemTitle')}</h1><p class="lead">${t('problemText')}</p><p><a href="${portal}/${locale}">${t('problemBack')}</a></p>`);
}

/** Asked when somebody ends the provider's session without coming from the portal. */
export function logoutPage(locale: Locale, form: string): string {
  const t = wordsOf(locale);
  return page(locale, t('logoutTitle'), `<h1>${t('logoutTitle')}</h1>${form}<p><button class="main" form="op.logoutForm" name="logout" value="yes">${t('logoutButton')}</button></p>`);
}

export function loggedOutPage(locale: Locale, portal: string): string {
  const t = wordsOf(locale);
  return page(locale, t('loggedOutTitle'), `<h1>${t('loggedOutTitle')}</h1><p><a href="${portal}/${locale}">${t('problemBack')}</a></p>`);
}
