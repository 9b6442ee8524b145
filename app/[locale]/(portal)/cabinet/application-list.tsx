import { useTranslations } from 'next-intl';
import { Link } from '@/components/link';
import { Table } from '@/components/table';
import { Tag, type TagTone } from '@/components/tag';
import type { ApplicationPage } from '@/server/applications/service-own';
import type { ApplicationState } from '@/server/applications/schema';
import { civilDay } from '@/server/platform/clock';
import { dayInWords } from '@/server/platform/i18n/dates';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';
import { applicationPath } from '../apply/paths';

const tones: Record<ApplicationState, TagTone> = {
  submitted: 'info', in_progress: 'info', correction_requested: 'warning', approved: 'success', refused: 'danger', withdrawn: 'neutral',
};

export function StateTag({ state }: { state: ApplicationState }) {
  const t = useTranslations('applications.states');
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}

/** Applications in a table; cards on a phone. */
export function ApplicationList({ locale, items, caption }: { locale: Locale; items: ApplicationPage['items']; caption: string }) {
  const t = useTranslations('applications.list');
  return (
    <Table
      caption={caption}
      hiddenCaption
      rows={items}
      rowKey={(item) => item.reference}
      columns={[
        { key: 'service', header: t('service'), rowHeader: true, cell: (item) => <Link href={applicationPath(locale, item.reference)}>{textIn(item.service.title, locale)}</Link> },
        { key: 'reference', header: t('reference'), cell: (item) => <span className="whitespace-nowrap tabular-nums">{item.reference}</span> },
        { key: 'state', header: t('state'), cell: (item) => <StateTag state={item.state} /> },
        { key: 'submitted', header: t('submitted'), cell: (item) => dayInWords(civilDay(item.submittedAt), locale) },
        { key: 'due', header: t('due'), cell: (item) => (item.dueOn === null ? '—' : dayInWords(item.dueOn, locale)) },
      ]}
    />
  );
}
