import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { shortTime } from '@/components/console/format';
import { AddSynonym } from '@/components/console/search/synonym-acts';
import { ConsolePage } from '@/components/console/shell';
import { PageHeader } from '@/components/page-header';
import { requireStaff } from '@/server/platform/auth/guard';
import { pageLocale } from '@/server/platform/i18n/page';
import { missCursorSchema, synonymCursorSchema } from '@/server/search/schema';
import { listMisses, listSynonyms } from '@/server/search/service';
import { MissTable, SynonymTable } from './tables';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'search' });
  return { title: t('title') };
}

/** Synonyms of the portal's search, and what people sought and did not find. */
export default async function SearchPage({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const here = `/${locale}/admin/search`;
  const person = await requireStaff(locale, here, 'platform_administrator', 'agency_editor');
  const query = await searchParams;
  const after = synonymCursorSchema.safeParse(query['after']).data ?? null;
  const missesAfter = missCursorSchema.safeParse({ count: query['count'], query: query['query'] }).data ?? null;
  const [t, synonyms, misses] = await Promise.all([getTranslations('search'), listSynonyms(person, { after }), listMisses(person, { after: missesAfter })]);
  const time = (at: Date) => <time dateTime={at.toISOString()} className="whitespace-nowrap">{shortTime(locale, at)}</time>;
  return (
    <ConsolePage>
      <PageHeader title={t('title')} lead={t('lead')} actions={synonyms.mayKeep && <AddSynonym />} />
      <MissTable {...misses} here={here} locale={locale} first={missesAfter === null} mayAnswer={synonyms.mayKeep} time={time} />
      <SynonymTable {...synonyms} here={here} first={after === null} time={time} />
    </ConsolePage>
  );
}
