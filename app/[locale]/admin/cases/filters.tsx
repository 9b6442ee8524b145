import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Link } from '@/components/link';
import { listAgencies, listServices } from '@/server/catalogue/service';
import type { QueueView } from '@/server/cases/schema';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { queueHref, type QueueQuery } from './query';

type Props = { locale: Locale; query: QueueQuery; view: QueueView; agencyIds: readonly string[]; officers: readonly { userId: string; name: string }[]; overdue: number };

/** What narrows the queue, as one form with an address: it can be sent to a colleague. */
export async function QueueFilters({ locale, query, view, agencyIds, officers, overdue }: Props) {
  const [t, common, agencies, services] = await Promise.all([getTranslations('cases.queue'), getTranslations('common'), listAgencies(), Promise.all(agencyIds.map((agencyId) => listServices({ agencyId })))]);
  const options = services.flat().filter(({ online }) => online).map(({ id, passport }) => ({ value: id, label: textIn(passport.title, locale) }));
  const own = agencies.filter(({ id }) => agencyIds.includes(id)).map(({ id, name }) => ({ value: id, label: textIn(name, locale) }));
  const narrowed = query.service ?? query.officer ?? query.agency ?? query.overdue ?? query.q;
  return (
    <search className="mb-4">
      <form action={`/${locale}/admin/cases`} className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <input type="hidden" name="view" value={view} />
        <div className="min-w-0 flex-[2_1_16rem]">
          <label htmlFor="q" className="block font-semibold">
            {t('search')}
          </label>
          <input type="search" id="q" name="q" defaultValue={query.q} placeholder={t('searchExample')} autoComplete="off" className="control mt-1" />
        </div>
        {own.length > 1 && <Choice name="agency" label={t('agency')} all={t('allAgencies')} value={query.agency} options={own} />}
        <Choice name="service" label={t('service')} all={t('allServices')} value={query.service} options={options} />
        {officers.length > 0 && <Choice name="officer" label={t('officer')} all={t('allOfficers')} value={query.officer} options={officers.map(({ userId, name }) => ({ value: userId, label: name }))} />}
        <label className="flex min-h-9 items-center gap-2 py-1">
          <input type="checkbox" name="overdue" value="1" defaultChecked={query.overdue === '1'} className="choice my-0! rounded-sm" />
          {t('onlyOverdue', { count: overdue })}
        </label>
        <Button variant="secondary" icon="filter">
          {common('list.apply')}
        </Button>
        {narrowed && (
          <Link href={queueHref(locale, {}, { view })} className="py-2">
            {common('list.clear')}
          </Link>
        )}
      </form>
    </search>
  );
}

function Choice({ name, label, all, value, options }: { name: string; label: string; all: string; value: string | undefined; options: readonly { value: string; label: string }[] }) {
  return (
    <div className="min-w-0 flex-[1_1_12rem]">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      <select id={name} name={name} defaultValue={value ?? ''} className="control select mt-1">
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
