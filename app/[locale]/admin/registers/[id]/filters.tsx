import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Link } from '@/components/link';
import { namesOf } from '@/server/classifiers/service-codes';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import type { Definition, Field } from '@/server/registers/schema-definition';
import { Choice, Day } from '../../requests/filters';
import { registerHref, registerPath, type RegisterQuery } from '../query';

type Props = { locale: Locale; definition: Definition; fields: ReadonlySet<string>; query: RegisterQuery; purposeNeeded: boolean };

/** Fields by which the reader may choose records exactly. */
export function filterable(definition: Definition, fields: ReadonlySet<string>): Field[] {
  return definition.fields.filter(({ id }) => fields.has(id) && (id === definition.key || definition.indexed.includes(id) || definition.unique.includes(id)));
}

/** Why one looks, what for, and as of when. A plain form: every search has an address. */
export async function RecordFilters({ locale, definition, fields, query, purposeNeeded }: Props) {
  const [t, common] = await Promise.all([getTranslations('registers.console.filters'), getTranslations('common.list')]);
  const searchable = definition.searched.length > 0 && definition.searched.every((id) => fields.has(id));
  const filtered = [query.q, query.filters, query.valid, query.known].some((one) => one !== undefined);
  return (
    <search className="no-print mb-6 block">
      <form action={registerPath(locale, definition.id)} className="flex flex-wrap items-end gap-x-3 gap-y-3">
        {purposeNeeded && (
          <div className="w-full [&>input]:max-w-2xl">
            <label htmlFor="purpose" className="block font-semibold">
              {t('purpose')}
            </label>
            <p id="purpose-hint" className="text-muted">
              {t('purposeHint')}
            </p>
            <input id="purpose" name="purpose" required minLength={3} maxLength={200} defaultValue={query.purpose} aria-describedby="purpose-hint" className="control mt-1" />
          </div>
        )}
        {searchable && <Text name="q" type="search" label={t('words')} value={query.q} />}
        {filterable(definition, fields).map((field) => (
          <Exact key={field.id} locale={locale} field={field} value={query.filters?.[field.id]} any={t('any')} />
        ))}
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

function Text({ name, label, value, type = 'text' }: { name: string; label: string; value: string | undefined; type?: 'text' | 'search' }) {
  return (
    <div className="min-w-0 flex-[1_1_11rem]">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      <input type={type} id={name} name={name} defaultValue={value} autoComplete="off" spellCheck={false} maxLength={250} className="control mt-1" />
    </div>
  );
}

/** One field: codes are chosen, days picked, the rest typed. */
async function Exact({ locale, field, value, any }: { locale: Locale; field: Field; value: string | undefined; any: string }) {
  const name = `f_${field.id}`;
  const label = textIn(field.label, locale);
  if (field.type === 'date') return <Day name={name} label={label} value={value} error={null} prefix="" />;
  if (field.type !== 'code') return <Text name={name} label={label} value={value} />;
  const options = field.options?.map((option) => ({ value: option.value, label: textIn(option.label, locale) })) ?? [...(await namesOf(field.classifier ?? '', locale))].map(([code, words]) => ({ value: code, label: words }));
  return <Choice name={name} label={label} all={any} value={value} options={options} />;
}
