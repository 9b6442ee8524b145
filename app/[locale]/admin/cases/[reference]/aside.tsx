import { getTranslations } from 'next-intl/server';
import { shortTime } from '@/components/console/format';
import { Details } from '@/components/details';
import { Icon } from '@/components/icon';
import { Link } from '@/components/link';
import { Timeline } from '@/components/timeline';
import type { OpenedCase } from '@/server/cases/service-reading';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

type Props = { locale: Locale; opened: OpenedCase };

/** What has happened, what was issued, and who did what. */
export async function CaseAside({ locale, opened }: Props) {
  const t = await getTranslations('cases.view');
  return (
    <>
      <Documents locale={locale} opened={opened} />
      <section aria-labelledby="history">
        <h2 id="history" className="mb-3">
          {t('history')}
        </h2>
        <History locale={locale} opened={opened} />
      </section>
      <Journal locale={locale} opened={opened} />
    </>
  );
}

async function Documents({ locale, opened: { documents } }: Props) {
  const t = await getTranslations('cases.view');
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents" className="mb-2">
        {t('documents')}
      </h2>
      <ul className="flex flex-col gap-2">
        {documents.map(({ id, number, title, ready, kind }) => (
          <li key={id} className="flex gap-2">
            <Icon name={kind === 'refusal' ? 'close' : 'document'} size={20} className="mt-0.5 text-accent" />
            <div className="min-w-0">
              {ready ? <Link href={`/api/documents/${id}`}>{textIn(title, locale)}</Link> : <span>{textIn(title, locale)}</span>}
              <p className="text-[0.9375em] text-muted tabular-nums">{ready ? number : t('documentPending', { number })}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

async function History({ locale, opened: { application } }: Props) {
  const t = await getTranslations('cases.events');
  const titles = new Map(application.pages.map(({ id, title }) => [id, title]));
  const pagesOf = (ids: unknown) => (Array.isArray(ids) ? ids.map((id) => titles.get(String(id))).filter((title) => title !== undefined) : []);
  return (
    <Timeline
      events={application.events.toReversed().map(({ id, at, kind, by, detail }, index) => {
        const note = text(detail.note) ?? text(detail.reason);
        const pages = pagesOf(detail.pageIds);
        return {
          id,
          title: t(kind),
          time: { dateTime: at.toISOString(), label: shortTime(locale, at) },
          state: kind === 'refused' ? 'danger' : index === 0 ? 'current' : 'done',
          children: (
            <>
              {by && <p className="text-muted">{by}</p>}
              {note && <p className="whitespace-pre-line">{note}</p>}
              {pages.length > 0 && <p className="text-muted">{pages.join('; ')}</p>}
            </>
          ),
        };
      })}
    />
  );
}

async function Journal({ locale, opened: { journal } }: Props) {
  const [t, acts, roles] = await Promise.all([getTranslations('cases.view'), getTranslations('cases.journal'), getTranslations('identity.roles')]);
  if (journal.length === 0) return null;
  return (
    <Details summary={t('journal', { count: journal.length })}>
      <ol className="flex flex-col gap-3">
        {journal.map(({ id, at, action, by, role, detail }) => (
          <li key={id}>
            <p className="font-semibold">{acts.has(action.replace('cases.', '')) ? acts(action.replace('cases.', ''), { officer: text(detail.officer) ?? '—' }) : action}</p>
            <p className="text-[0.9375em] text-muted">
              {by}, {roles.has(role) ? roles(role) : role}
            </p>
            <time dateTime={at.toISOString()} className="text-[0.9375em] text-muted tabular-nums">
              {shortTime(locale, at)}
            </time>
          </li>
        ))}
      </ol>
    </Details>
  );
}
