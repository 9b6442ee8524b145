import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/breadcrumbs';
import { NotificationBanner } from '@/components/notification-banner';
import { PageHeader } from '@/components/page-header';
import { Tag } from '@/components/tag';
import { CaseActions } from '@/components/console/case/actions';
import { Answers } from '@/components/console/case/answers';
import { shortTime } from '@/components/console/format';
import { ConsolePage } from '@/components/console/shell';
import { listOfficers } from '@/server/cases/service-queue';
import { readCase, type OpenedCase } from '@/server/cases/service-reading';
import type { Person } from '@/server/platform/auth/actor';
import { requireStaff } from '@/server/platform/auth/guard';
import { Failure } from '@/server/platform/errors';
import { pageLocale } from '@/server/platform/i18n/page';
import { stateTones, termWords } from '../../words';
import { CaseAside } from './aside';
import { fileSize } from './file-size';
import { Messages } from './messages';

type Props = { params: Promise<{ locale: string; reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return { title: reference };
}

/** The case, or the page of what does not exist; the refusal to open one's own application has words of its own. */
async function open(person: Person, reference: string): Promise<OpenedCase | 'own'> {
  try {
    return await readCase(person, { reference });
  } catch (error) {
    if (error instanceof Failure && error.category === 'notFound') notFound();
    if (error instanceof Failure && error.key === 'cases.errors.ownApplication') return 'own';
    throw error;
  }
}

function checkable({ may, application, officer }: OpenedCase): Parameters<typeof Answers>[0]['check'] {
  if (application.applicant.pinfl === null) return 'noPinfl';
  if (may.check_register) return true;
  return officer !== null && !may.release && !may.take && !may.assign ? 'closed' : 'notHolder';
}

export default async function CasePage({ params }: Props) {
  const locale = await pageLocale(params);
  const { reference } = await params;
  const queue = `/${locale}/admin/cases`;
  const person = await requireStaff(locale, `${queue}/${reference}`, 'agency_officer', 'agency_manager');
  const [t, states, common, errors, term] = await Promise.all([getTranslations('cases'), getTranslations('cases.states'), getTranslations('common'), getTranslations('cases.errors'), termWords(locale)]);
  const before = <Breadcrumbs label={common('nav.breadcrumbs')} items={[{ label: t('queue.title'), href: queue }]} />;
  const opened = await open(person, reference);
  if (opened === 'own') {
    return (
      <ConsolePage before={before}>
        <PageHeader title={t('view.own')} lead={errors('ownApplication')} />
      </ConsolePage>
    );
  }
  const { application, may, officer } = opened;
  const officers = may.assign ? await listOfficers(person, { agencyId: opened.agencyId }) : [];
  const { label, tone, due } = term(opened.term);
  const uploads = new Map(application.uploads.map((upload) => [upload.id, upload]));
  const sections = application.sections.map(({ id, title, rows }) => ({
    id,
    title,
    rows: rows.map(({ fieldId, label: question, value, fromRegister, uploadIds }) => ({
      fieldId, label: question, value, fromRegister,
      uploads: uploadIds.flatMap((uploadId) => {
        const upload = uploads.get(uploadId);
        return upload ? [{ id: upload.id, name: upload.name, size: fileSize(upload.size, locale) }] : [];
      }),
    })),
  }));
  const holder = officer === null ? t('queue.nobody') : officer.userId === person.userId ? t('queue.me') : officer.name;
  return (
    <ConsolePage before={before}>
      <PageHeader
        eyebrow={<span className="tabular-nums">{opened.reference}</span>}
        title={application.service.title}
        meta={
          <>
            <Tag tone={stateTones[opened.state]}>{states(opened.state)}</Tag>
            <Tag tone={tone}>{label}</Tag>
            {due && <span>{t('view.due', { day: due })}</span>}
            <span>{t('view.holder', { name: holder })}</span>
            <span>{t('view.filed', { time: shortTime(locale, application.submittedAt) })}</span>
          </>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 max-xl:order-2">
          {opened.decisionReason !== null && (
            <NotificationBanner title={t(`view.decided.${opened.state === 'refused' ? 'refused' : 'approved'}`)} tone={opened.state === 'refused' ? 'danger' : 'success'}>
              <p className="whitespace-pre-line">{opened.decisionReason}</p>
            </NotificationBanner>
          )}
          <section aria-labelledby="application">
            <h2 id="application" className="mb-1">
              {t('view.application')}
            </h2>
            <p className="mb-4 text-[1.0625em]">
              <span className="font-semibold">{application.applicant.name}</span>
              {application.applicant.pinfl && <span className="ml-3 text-muted tabular-nums">{t('view.pinfl', { pinfl: application.applicant.pinfl })}</span>}
            </p>
            <Answers caseId={opened.id} locale={locale} sections={sections} check={checkable(opened)} />
          </section>
          <Messages locale={locale} caseId={opened.id} messages={application.messages} maySend={may.message} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 max-xl:order-1 xl:sticky xl:top-4">
          <CaseActions
            key={opened.revision}
            target={{
              id: opened.id, revision: opened.revision, reference: opened.reference, applicant: application.applicant.name, service: application.service.title, officerId: officer?.userId ?? null,
              may, pages: application.pages, refusalGrounds: opened.refusalGrounds, officers,
            }}
          />
          <CaseAside locale={locale} opened={opened} />
        </div>
      </div>
    </ConsolePage>
  );
}
