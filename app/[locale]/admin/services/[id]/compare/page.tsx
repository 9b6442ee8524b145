import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { Button, ButtonLink } from '@/components/button';
import { shortTime } from '@/components/console/format';
import { changedFields } from '@/components/console/passport/difference';
import { DifferenceView } from '@/components/console/passport/difference-view';
import { ConsolePage } from '@/components/console/shell';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { Select } from '@/components/select';
import { findVersion } from '@/server/catalogue/service-editing';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { editingRoles, findVersions } from '../find';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const number = z.coerce.number().int().positive().optional().catch(undefined);
const querySchema = z.object({ from: number, to: number });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'console.compare' });
  return { title: t('title') };
}

/** What differs between any two versions; unless others are named, between what is published and what is being worked on. */
export default async function ComparePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const service = `/${locale}/admin/services/${id}`;
  const person = await requireStaff(locale, `${service}/compare`, ...editingRoles);
  const asked = querySchema.parse(await searchParams);
  const [t, services, common, { published, draft, history }] = await Promise.all([getTranslations('console.compare'), getTranslations('console.services'), getTranslations('common.nav'), findVersions(person, id)]);
  const latest = draft ?? published;
  const to = asked.to === undefined ? latest : await findVersion(person, id, asked.to);
  const from = asked.from === undefined ? published : await findVersion(person, id, asked.from);
  const title = latest ? textIn(latest.passport.title, locale) : id;
  const fields = from && to ? changedFields(from.passport, to.passport) : [];
  const options = history.map((version) => ({ value: String(version.number), label: t('version', { number: version.number, state: services(`states.${version.state}`) }) }));
  return (
    <ConsolePage before={<Breadcrumbs label={common('breadcrumbs')} items={[{ label: services('title'), href: `/${locale}/admin/services` }, { label: title, href: service }]} />}>
      <PageHeader title={t('title')} lead={title} meta={to && <span>{services('draftBy', { author: to.authorName ?? '—', time: shortTime(locale, to.updatedAt) })}</span>} />
      <form className="no-print mb-6 flex flex-wrap items-end gap-3">
        <Select name="from" label={t('from')} options={options} defaultValue={from ? String(from.number) : undefined} />
        <Select name="to" label={t('to')} options={options} defaultValue={to ? String(to.number) : undefined} />
        <Button variant="secondary">{t('show')}</Button>
      </form>
      {from && to && fields.length > 0 ? (
        <DifferenceView before={from.passport} after={to.passport} fields={fields} level={2} />
      ) : (
        <EmptyState title={t('same')} icon="document" actions={<ButtonLink variant="secondary" href={service}>{t('back')}</ButtonLink>}>
          <p>{t('sameText')}</p>
        </EmptyState>
      )}
    </ConsolePage>
  );
}
