import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icon';
import { Link } from '@/components/link';
import { Table } from '@/components/table';
import type { PublishedService } from '@/server/catalogue/service';
import { soumOf } from '@/server/catalogue/schema-fees';
import { longDate } from '@/server/platform/i18n/dates';
import type { Locale, LocalizedText } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { toCyrillic } from '@/server/platform/i18n/transliterate';
import { serviceWords } from '../words';

type Props = { service: PublishedService; locale: Locale };

/** A part of the page that its contents list leads to. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Lines with a mark before each. */
export function Lines({ texts, locale, icon, className = 'text-accent' }: { texts: readonly LocalizedText[]; locale: Locale; icon: IconName; className?: string }) {
  return (
    <ul className="flex max-w-prose flex-col gap-2.5">
      {texts.map((text) => (
        <li key={text.uz} className="flex gap-3">
          <Icon name={icon} size={20} className={`mt-[0.15em] ${className}`} />
          <span className="min-w-0">{textIn(text, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the applicant brings, apart from what the agency obtains itself. */
export async function Requirements({ service, locale }: Props) {
  const t = await getTranslations('catalogue.service');
  const from = (source: 'applicant' | 'exchange') => service.passport.requirements.filter((item) => item.source === source).map((item) => item.text);
  const own = from('applicant');
  const exchanged = from('exchange');
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h3 className="mb-3">{t('youBring')}</h3>
        {own.length > 0 ? <Lines texts={own} locale={locale} icon="document" /> : <p>{t('youBringNothing')}</p>}
      </div>
      {exchanged.length > 0 && (
        <div className="max-w-prose rounded-lg bg-success-soft p-5">
          <h3>{t('agencyGets')}</h3>
          <p className="mt-1 mb-4 text-[0.9375em]">{t('agencyGetsHint')}</p>
          <Lines texts={exchanged} locale={locale} icon="exchange" className="text-success" />
        </div>
      )}
    </div>
  );
}

export function Steps({ service, locale }: Props) {
  return (
    <ol className="max-w-prose">
      {service.passport.steps.map((step, index) => (
        <li key={step.uz} className="group relative flex gap-4 pb-5 last:pb-0">
          <span aria-hidden="true" className="absolute top-8 bottom-0 left-[0.9375rem] w-0.5 bg-line group-last:hidden" />
          <span aria-hidden="true" className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent tabular-nums">
            {index + 1}
          </span>
          <span className="min-w-0 pt-0.5">{textIn(step, locale)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Every amount of the fee in soum and, where the law counts so, in base amounts. */
export async function FeeTable({ service, locale }: Props) {
  const [t, words] = await Promise.all([getTranslations('catalogue'), serviceWords(locale)]);
  const { fee } = service.passport;
  const amount = (item: (typeof fee.items)[number]): string => {
    const soum = soumOf(item, words.baseAmount);
    const base = item.bhm === undefined ? null : words.bhm(item.bhm);
    return soum === null ? (base ?? '') : base === null ? words.soum(soum) : `${words.soum(soum)} (${base})`;
  };
  const single = fee.items.length === 1 && fee.items[0]?.label === undefined ? fee.items[0] : undefined;
  const counted = words.baseAmount !== null && fee.items.some((item) => item.bhm !== undefined);
  return (
    <div className="flex max-w-prose flex-col gap-3">
      {single && <p className="text-h3 font-semibold">{amount(single)}</p>}
      {fee.items.length === 0 && <p className="text-h3 font-semibold">{words.fee(fee)}</p>}
      {fee.items.length > 0 && !single && (
        <Table
          caption={t('service.feeTitle')}
          hiddenCaption
          rows={fee.items}
          rowKey={(item) => `${item.label?.uz ?? ''}${item.bhm ?? item.soum ?? ''}`}
          columns={[
            { key: 'for', header: t('fee.item'), rowHeader: true, cell: (item) => textIn(item.label ?? service.passport.title, locale) },
            { key: 'amount', header: t('fee.amount'), numeric: true, cell: amount },
          ]}
        />
      )}
      {fee.note && <p>{textIn(fee.note, locale)}</p>}
      {counted && words.baseAmount !== null && <p className="text-[0.9375em] text-muted">{t('fee.base', { amount: words.soum(words.baseAmount) })}</p>}
    </div>
  );
}

/** Official abbreviations of kinds of acts, as each language prints them before the number. */
const russianActs: Readonly<Record<string, string>> = { OʻRQ: 'ЗРУ', PF: 'УП', PQ: 'ПП', VMQ: 'ПКМ' };

function actNumber(number: string, locale: Locale): string {
  if (locale === 'uz-Cyrl') return toCyrillic(number);
  return locale === 'ru' ? number.replace(/^(?:OʻRQ|PF|PQ|VMQ)(?=-)/, (act) => russianActs[act] ?? act) : number;
}

export async function Law({ service, locale }: Props) {
  const t = await getTranslations('catalogue.service');
  return (
    <ul className="flex max-w-prose flex-col gap-4">
      {service.passport.legalBasis.map(({ title, number, date, url }) => {
        const words = textIn(title, locale);
        const facts = number === undefined ? (date === undefined ? '' : longDate(locale, new Date(date))) : date === undefined ? t('lawNumber', { number: actNumber(number, locale) }) : t('lawOf', { number: actNumber(number, locale), date: longDate(locale, new Date(date)) });
        return (
          <li key={`${title.uz}${number ?? ''}`} className="border-l-4 border-line pl-4">
            {url === undefined ? words : <Link href={url}>{words}</Link>}
            {facts && <span className="block text-[0.9375em] text-muted">{facts}</span>}
          </li>
        );
      })}
    </ul>
  );
}
