import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Link } from '@/components/link';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { Definition } from '@/server/registers/schema-definition';
import { Choice, Day } from '../../requests/filters';
import { registerHref, registerPath, type RegisterQuery } from '../query';

type Props = { locale: Locale; definition: Definition; fields: ReadonlySet<string>; query: RegisterQuery; purposeNeeded: boolean };

/** Why one looks, what for, and as of when. A plain form: every search has an address. */
export async function RecordFilters({ locale, definition, fields, query, purposeNeeded }: Props) {
  const [t, common] = await Promise.all([getTranslations('registers.console.filters'), getTranslations('common.list')]);
  const exact = definition.fields.filter(({ id }) => fields.has(id) && (id === definition.key || definition.indexed.includes(id) || definition.unique.includes(id)));
  const searchable = definition.searched.length > 0 && definition.searched.every((id) => fields.has(id));
  const filtered = [query.q, query.value, query.valid, query.known].some((one) => one !== undefined);
  return (
    <search className="no-print mb-6 block">
      <form action={registerPath(locale, definition.id)} className="flex flex-wrap items-end gap-x-3 gap-y-3">
        {purposeNeeded && (
          <div className="w-full max-w-2xl">
            <label htmlFor="purpose" className="block font-semibold">
              {t('purpose')}
            </label>
            <p id="purpose-hint" className="text-muted">
              {t('purposeHint')}
            </p>
            <input id="purpose" name="purpose" required minLength={3} maxLength={200} defaultValue={query.purpose} aria-describedby="purpose-hint" className="control mt-1" />
          </div>
        )}
        {searchable && (
          <div className="min-w-0 flex-[1_1_14rem]">
            <label htmlFor="q" className="block font-semibold">
              {t('words')}
            </label>
            <input type="search" id="q" name="q" defaultValue={query.q} autoComplete="off" spellCheck={false} maxLength={100} className="control mt-1" />
          </div>
        )}
        <Choice name="field" label={t('field')} all={t('noField')} value={query.field} options={exact.map(({ id, label }) => ({ value: id, label: textIn(label, locale) }))} />
        <div className="min-w-0 flex-[1_1_10rem]">
          <label htmlFor="value" className="block font-semibold">
            {t('value')}
          </label>
          <input id="value" name="value" defaultValue={query.value} autoComplete="off" spellCheck={false} maxLength={250} className="control mt-1" />
        </div>
        <Day name="valid" label={t('valid')} value={query.valid} error={null} prefix="" />
        <Day name="known" label={t('known')} value={query.known} error={null} prefix="" />
        <Button variant="secondary" icon="search">
          {t('find')}
        </Button>
        {filtered && (
          <Link href={registerHref(locale, definition.id, { purpose: query.purpose })} className="py-2">
            {common('clear')}
          </Link>
        )}
      </form>
    </search>
  );
}
