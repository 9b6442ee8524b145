import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Link } from '@/components/link';
import { Tabs } from '@/components/tabs';
import { listServices } from '@/server/catalogue/service';
import type { Period } from '@/server/insight/periods';
import { presets } from '@/server/insight/schema';
import type { Locale, LocalizedText } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { requestsHref, type RequestQuery } from './query';
import { dayWords } from './words';

type Props = { locale: Locale; query: RequestQuery; agencies: readonly { id: string; name: LocalizedText }[]; period: Period | null; error: string | null };

/** Services of some agencies; for the many of an administrator they are asked for at once. */
async function servicesOf(agencyIds: readonly string[]) {
  if (agencyIds.length > 5) return listServices({});
  return (await Promise.all(agencyIds.map((agencyId) => listServices({ agencyId })))).flat();
}

/** Which requests: a period, an agency, a service; each choice has an address. */
export async function RequestFilters({ locale, query, agencies, period, error }: Props) {
  const [t, common, services] = await Promise.all([
    getTranslations('insight.requests'), getTranslations('common'),
    servicesOf(query.agency === undefined ? agencies.map(({ id }) => id) : [query.agency]),
  ]);
  const own = query.from !== undefined || query.to !== undefined;
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale);
  const options = services.filter(({ online }) => online).map(({ id, passport }) => ({ value: id, label: textIn(passport.title, locale) })).toSorted(byName);
  const periods = presets.map((preset) => ({ label: t(`periods.${preset}`), href: requestsHref(locale, query, { period: preset, from: undefined, to: undefined }), current: !own && preset === (query.period ?? '30') }));
  if (own && period) periods.push({ label: t('periods.own', { from: dayWords(locale, period.from), to: dayWords(locale, period.to) }), href: requestsHref(locale, query), current: true });
  return (
    <search className="no-print mb-6 block">
      <Tabs label={t('periods.label')} items={periods} />
      <form action={`/${locale}/admin/requests`} noValidate className="grid items-end gap-x-3 gap-y-2 sm:grid-cols-2 lg:flex lg:flex-wrap">
        {(['period', 'by'] as const).map((name) => query[name] !== undefined && <input key={name} type="hidden" name={name} value={query[name]} />)}
        {agencies.length > 1 && <Choice name="agency" label={t('filter.agency')} all={t('filter.allAgencies')} value={query.agency} options={agencies.map(({ id, name }) => ({ value: id, label: textIn(name, locale) })).toSorted(byName)} />}
        <Choice name="service" label={t('filter.service')} all={t('filter.allServices')} value={query.service} options={options} />
        <Day name="from" label={t('filter.from')} value={query.from} error={error} prefix={common('form.errorPrefix')} />
        <Day name="to" label={t('filter.to')} value={query.to} error={null} prefix="" />
        <Button variant="secondary" icon="filter">
          {common('list.apply')}
        </Button>
        {(own || query.agency !== undefined || query.service !== undefined) && (
          <Link href={requestsHref(locale, { by: query.by })} className="py-2">
            {common('list.clear')}
          </Link>
        )}
      </form>
    </search>
  );
}

type ChoiceProps = { name: string; label: string; all: string; value: string | undefined; options: readonly { value: string; label: string }[] };

export function Choice({ name, label, all, value, options }: ChoiceProps) {
  return (
    <div className="min-w-0 flex-[1_1_13rem]">
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

type DayProps = { name: string; label: string; value: string | undefined; error: string | null; prefix: string };

export function Day({ name, label, value, error, prefix }: DayProps) {
  return (
    <div className="min-w-0 flex-[0_1_11rem]">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      {error && (
        <p id={`${name}-error`} className="font-semibold text-danger">
          <span className="sr-only">{prefix} </span>
          {error}
        </p>
      )}
      <input type="date" id={name} name={name} defaultValue={value} className="control mt-1" {...(error && { 'aria-invalid': true, 'aria-describedby': `${name}-error` })} />
    </div>
  );
}
