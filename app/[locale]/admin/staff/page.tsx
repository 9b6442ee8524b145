import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Button, ButtonLink } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Link } from '@/components/link';
import { PageHeader } from '@/components/page-header';
import { KeysetPagination } from '@/components/pagination';
import { Table } from '@/components/table';
import { shortDay } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { GrantRole } from '@/components/console/staff/grant-role';
import { RevokeRole } from '@/components/console/staff/revoke-role';
import { listAgencies } from '@/server/catalogue/service';
import { listStaff, type StaffMember } from '@/server/identity/service-roles';
import { agenciesOf, hasRole } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { Choice } from '../requests/filters';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const word = z.string().trim().min(1).max(100).optional().catch(undefined);
const querySchema = z.object({ q: word, agency: word, after: z.uuid().optional().catch(undefined) });
const ordinary = ['agency_officer', 'agency_editor', 'agency_reviewer', 'agency_publisher'] as const;
const every = [...ordinary, 'agency_manager', 'register_keeper', 'platform_administrator', 'auditor'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'console.staff' });
  return { title: t('title') };
}

/** Who holds which role: administrators give and take any, managers the ordinary ones of their agencies. */
export default async function StaffPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const query = querySchema.parse(await searchParams);
  const here = `/${locale}/admin/staff`;
  const href = (change: Record<string, string | undefined>) => {
    const given = Object.entries({ q: query.q, agency: query.agency, ...change }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    return given.length === 0 ? here : `${here}?${new URLSearchParams(given).toString()}`;
  };
  const person = await requireStaff(locale, href({ after: query.after }), 'platform_administrator', 'auditor', 'agency_manager');
  const administrator = hasRole(person, 'platform_administrator');
  const everywhere = administrator || hasRole(person, 'auditor');
  const managed = agenciesOf(person, 'agency_manager');
  const [t, common, roles, all] = await Promise.all([getTranslations('console.staff'), getTranslations('common.list'), getTranslations('identity.roles'), listAgencies()]);
  const agencies = all.filter(({ id }) => everywhere || managed.includes(id));
  const names = new Map(all.map(({ id, name }) => [id, textIn(name, locale)]));
  const agencyId = agencies.find(({ id }) => id === query.agency)?.id ?? (everywhere ? null : (agencies[0]?.id ?? ''));
  const { staff, next } = await listStaff(person, { agencyId, q: query.q, after: query.after });
  const options = agencies.map(({ id }) => ({ value: id, label: names.get(id) ?? id })).toSorted((a, b) => a.label.localeCompare(b.label, locale));
  const given = administrator ? every : ordinary;
  const agencyOf = (member: StaffMember) => (member.agencyId === null ? t('platform') : (names.get(member.agencyId) ?? member.agencyId));
  return (
    <ConsolePage>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={(administrator || managed.length > 0) && <GrantRole roles={given.map((role) => ({ value: role, label: roles(role) }))} agencies={administrator ? options : options.filter(({ value }) => managed.includes(value))} />}
      />
      <search className="no-print mb-6 block">
        <form action={here} className="flex flex-wrap items-end gap-x-3 gap-y-2">
          <div className="min-w-0 flex-[1_1_16rem]">
            <label htmlFor="q" className="block font-semibold">
              {t('search')}
            </label>
            <input type="search" id="q" name="q" defaultValue={query.q} autoComplete="off" spellCheck={false} maxLength={100} className="control mt-1" />
          </div>
          {agencies.length > 1 && <Choice name="agency" label={t('agency')} all={everywhere ? t('allAgencies') : (names.get(agencyId ?? '') ?? '')} value={query.agency} options={options} />}
          <Button variant="secondary" icon="search">
            {t('find')}
          </Button>
          {(query.q ?? query.agency) !== undefined && (
            <Link href={here} className="py-2">
              {common('clear')}
            </Link>
          )}
        </form>
      </search>
      {staff.length === 0 ? (
        <EmptyState title={t('empty')} icon="users" actions={(query.q ?? query.agency) !== undefined && <ButtonLink variant="secondary" href={here}>{common('clear')}</ButtonLink>}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('table')}
          hiddenCaption
          rows={staff}
          rowKey={({ assignmentId }) => assignmentId}
          columns={[
            {
              key: 'name', header: t('name'), rowHeader: true,
              cell: (member) => (
                <>
                  <span className="block">{member.name}</span>
                  {member.email !== null && <span className="font-normal wrap-anywhere text-muted">{member.email}</span>}
                </>
              ),
            },
            { key: 'role', header: t('role'), cell: (member) => roles(member.role) },
            { key: 'agency', header: t('agency'), cell: agencyOf },
            { key: 'since', header: t('since'), cell: (member) => <time dateTime={member.createdAt.toISOString()} className="whitespace-nowrap">{shortDay(locale, member.createdAt)}</time> },
            {
              key: 'revoke', header: t('revoke'), hiddenHeader: true,
              cell: (member) => (member.revocable ? <RevokeRole assignmentId={member.assignmentId} name={member.name} role={roles(member.role)} /> : member.userId === person.userId && <span className="text-muted">{t('you')}</span>),
            },
          ]}
        />
      )}
      <KeysetPagination
        label={common('pagination')}
        {...(query.after && { previous: { href: href({}), label: t('first') } })}
        {...(next && { next: { href: href({ after: next }), label: common('next') } })}
      />
    </ConsolePage>
  );
}
