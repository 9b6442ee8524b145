import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { ButtonLink } from '@/components/button';
import { shortTime } from '@/components/console/format';
import { OpenDraft } from '@/components/console/passport/open-draft';
import { AfterWithdrawal, Withdraw } from '@/components/console/passport/withdrawal';
import { ApproveLater, Workflow } from '@/components/console/passport/workflow';
import { ConsolePage } from '@/components/console/shell';
import { Link } from '@/components/link';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Tag } from '@/components/tag';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { textIn } from '@/server/platform/i18n/text';
import { editingRoles, findVersions, stateTones } from './find';
import { Happened, Versions } from './history';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

const querySchema = z.object({ published: z.coerce.number().int().positive().optional().catch(undefined), discarded: z.literal('1').optional().catch(undefined) });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'console.services' });
  return { title: t('title') };
}

/** A service: what is published, what is being worked on and what may be done with it, and everything that has happened. */
export default async function ServicePage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const list = `/${locale}/admin/services`;
  const here = `${list}/${id}`;
  const person = await requireStaff(locale, here, ...editingRoles);
  const { published: justPublished, discarded } = querySchema.parse(await searchParams);
  const [t, common, { service, published, draft, history, events, may, unapproved, editable, mayWithdraw }] = await Promise.all([getTranslations('console.services'), getTranslations('common.nav'), findVersions(person, id)]);
  const title = (published ?? draft)?.passport.title;
  const name = title ? textIn(title, locale) : id;
  const returned = draft?.state === 'amends' ? events.find(({ kind, number }) => kind === 'return' && number === draft.number) : undefined;
  return (
    <ConsolePage before={<Breadcrumbs label={common('breadcrumbs')} items={[{ label: t('title'), href: list }]} />}>
      {justPublished !== undefined && published?.number === justPublished && (
        <NotificationBanner title={t('publishedTitle')} tone="success" live>
          <p>{t('publishedText', { number: justPublished })}</p>
          <p className="mt-1">
            <Link href={`/${locale}/services/${id}`}>{t('publicPage')}</Link>
          </p>
        </NotificationBanner>
      )}
      {discarded && !draft && (
        <NotificationBanner title={t('discardedTitle')} live>
          <p>{t('discardedText')}</p>
        </NotificationBanner>
      )}
      {service.withdrawal && (
        <NotificationBanner title={t(service.archivedAt ? 'archived' : 'withdrawn')} tone="warning">
          <p>{textIn(service.withdrawal.reason, locale)}</p>
          {service.withdrawal.mode === 'redirect' && <p className="mt-1"><Link href={`${list}/${service.withdrawal.to}`}>{service.withdrawal.to}</Link></p>}
          {mayWithdraw && <AfterWithdrawal serviceId={id} archived={service.archivedAt !== null} />}
        </NotificationBanner>
      )}
      {unapproved.map((number) => (
        <NotificationBanner key={number} id={`emergency-${number}`} title={t('emergency', { number })} tone="warning">
          <p className="mb-3">{events.find((event) => event.kind === 'emergency' && event.number === number)?.comment}</p>
          <ApproveLater serviceId={id} number={number} />
        </NotificationBanner>
      ))}
      <PageHeader
        title={name}
        meta={
          <>
            {published && <Tag tone="success">{t('versionPublished', { number: published.number })}</Tag>}
            {published && !service.withdrawal && <Link href={`/${locale}/services/${id}`}>{t('publicPage')}</Link>}
          </>
        }
        actions={
          <>
            {editable && !draft && <OpenDraft serviceId={id} href={`${here}/edit`} label={t('startDraft')} />}
            {mayWithdraw && published && !service.withdrawal && <Withdraw serviceId={id} />}
          </>
        }
      />
      {draft && (
        <section aria-labelledby="open-version" className="mb-8 rounded-lg border border-line bg-subtle p-4 sm:p-5">
          <h2 id="open-version" className="mb-1 flex flex-wrap items-center gap-3">
            {t('versionOpen', { number: draft.number })}
            <Tag tone={stateTones[draft.state]}>{t(`states.${draft.state}`)}</Tag>
          </h2>
          <p className="text-muted">{t('draftBy', { author: draft.authorName ?? '—', time: shortTime(locale, draft.updatedAt) })}</p>
          {draft.scheduledAt && <p className="mt-2 font-semibold">{t('scheduledFor', { time: shortTime(locale, draft.scheduledAt) })}</p>}
          {draft.changeNote && <p className="mt-2 max-w-prose">{draft.changeNote}</p>}
          {returned?.comment && (
            <blockquote className="mt-3 max-w-prose border-l-4 border-warning pl-3 whitespace-pre-line">
              {returned.comment}
              <footer className="text-muted">{[returned.actorName, shortTime(locale, returned.at)].join(', ')}</footer>
            </blockquote>
          )}
          <p className="my-4 flex flex-wrap gap-x-5 gap-y-2">
            {may.has('edit') && <ButtonLink href={`${here}/edit`} icon="edit" fit>{t('editDraft')}</ButtonLink>}
            {published && <ButtonLink href={`${here}/compare`} variant="secondary" fit>{t('compare')}</ButtonLink>}
            <ButtonLink href={`/${locale}/preview/services/${id}`} variant="secondary" icon="eye" fit>{t('preview')}</ButtonLink>
          </p>
          <Workflow serviceId={id} revision={draft.revision} number={draft.number} title={name} changeNote={draft.changeNote} moves={[...may]} after={here} />
        </section>
      )}
      {!editable && may.size === 0 && <p className="mb-4 text-muted">{t('readOnly')}</p>}
      <Versions locale={locale} here={here} serviceId={id} history={history} mayRestore={editable && !draft} />
      <Happened locale={locale} events={events} />
    </ConsolePage>
  );
}
