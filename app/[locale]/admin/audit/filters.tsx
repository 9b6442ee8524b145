import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Link } from '@/components/link';
import { listAgencies } from '@/server/catalogue/service';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { Choice, Day } from '../requests/filters';
import { auditHref, invalidDay, type AuditQuery } from './query';
import { auditWords } from './words';

type Props = { locale: Locale; query: AuditQuery; choices: { actions: readonly string[]; subjectTypes: readonly string[] } };

/** What narrows the trail, as one form with an address. */
export async function AuditFilters({ locale, query, choices }: Props) {
  const [t, errors, common, words, agencies] = await Promise.all([getTranslations('insight.audit.filter'), getTranslations('insight.errors'), getTranslations('common'), auditWords(), listAgencies()]);
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale);
  const day = (name: 'from' | 'to', label: string) => <Day name={name} label={label} value={query[name]} error={invalidDay(query[name]) ? errors('dayInvalid') : null} prefix={common('form.errorPrefix')} />;
  const requests = await getTranslations('insight.requests.filter');
  return (
    <search className="no-print mb-6 block">
      <form action={`/${locale}/admin/audit`} noValidate className="grid items-end gap-x-3 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
        <Choice name="action" label={t('action')} all={t('allActions')} value={query.action} options={choices.actions.map((value) => ({ value, label: words.action(value) })).toSorted(byName)} />
        <Words name="actor" label={t('actor')} value={query.actor} />
        <Choice name="type" label={t('subjectType')} all={t('allSubjects')} value={query.type} options={choices.subjectTypes.map((value) => ({ value, label: words.subject(value) })).toSorted(byName)} />
        <Words name="subject" label={t('subject')} value={query.subject} />
        <Choice name="agency" label={requests('agency')} all={requests('allAgencies')} value={query.agency} options={agencies.map(({ id, name }) => ({ value: id, label: textIn(name, locale) })).toSorted(byName)} />
        {day('from', requests('from'))}
        {day('to', requests('to'))}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button variant="secondary" icon="filter">
            {common('list.apply')}
          </Button>
          {Object.values(query).some((value) => value !== undefined) && (
            <Link href={auditHref(locale, {})} className="py-2">
              {common('list.clear')}
            </Link>
          )}
        </div>
      </form>
    </search>
  );
}

function Words({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      <input type="text" id={name} name={name} defaultValue={value} autoComplete="off" spellCheck={false} maxLength={100} className="control mt-1" />
    </div>
  );
}
