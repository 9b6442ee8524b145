import { getTranslations } from 'next-intl/server';
import { DeleteMapping, ImportMapping } from '@/components/console/classifiers/import-mapping';
import { shortTime } from '@/components/console/format';
import { Link } from '@/components/link';
import { Table } from '@/components/table';
import { listClassifiers } from '@/server/classifiers/service';
import type { EditedClassifier } from '@/server/classifiers/service-editing';
import { listMappings, type Mapping } from '@/server/classifiers/service-mappings';
import type { Locale } from '@/server/platform/i18n/locales';
import { textIn } from '@/server/platform/i18n/text';

/** What the codes of a classifier correspond to in others, and importing that. */
export async function Mappings({ classifier: { id, title, editions }, locale }: { classifier: EditedClassifier; locale: Locale }) {
  const [t, tc, mappings, classifiers] = await Promise.all([getTranslations('classifiers'), getTranslations('classifiers.console'), listMappings(id), listClassifiers()]);
  const ends = (name: string, number: number | null) => (number === null ? name : t('mappings.end', { title: name, number }));
  const nameOf = (one: Mapping) => `${ends(textIn(one.fromTitle, locale), one.fromNumber)} → ${ends(textIn(one.toTitle, locale), one.toNumber)}`;
  const own = [{ value: id, label: tc('anyEdition') }, ...editions.map(({ number }) => ({ value: `${id}@${number}`, label: tc('editionNumber', { number }) }))];
  const others = classifiers.flatMap((one) => {
    const name = textIn(one.title, locale);
    const numbered = one.editions.map(({ number }) => ({ value: `${one.id}@${number}`, label: ends(name, number) }));
    return one.id === id ? numbered : [{ value: one.id, label: name }, ...numbered];
  });
  return (
    <section aria-labelledby="mappings" className="mt-12 max-w-4xl">
      <h2 id="mappings" className="mb-3">
        {t('mappings.title')}
      </h2>
      {mappings.length > 0 && (
        <Table
          caption={t('mappings.title')}
          hiddenCaption
          rows={mappings}
          rowKey={(one) => one.id}
          columns={[
            { key: 'name', header: t('mappings.between', { title: textIn(title, locale) }), rowHeader: true, cell: nameOf },
            { key: 'rows', header: t('mappings.rows'), numeric: true, cell: ({ rowCount }) => rowCount },
            { key: 'at', header: tc('changedBy'), cell: ({ authorName, updatedAt }) => `${authorName ?? '—'}, ${shortTime(locale, updatedAt)}` },
            { key: 'file', header: tc('file'), cell: (one) => <Link href={`/api/v1/classifiers/${id}/mappings/${one.id}?format=csv`} download hidden={nameOf(one)}>CSV</Link> },
            { key: 'delete', header: tc('deleteMapping'), hiddenHeader: true, cell: (one) => one.fromId === id && <DeleteMapping classifierId={id} mappingId={one.id} name={nameOf(one)} /> },
          ]}
        />
      )}
      <h3 className="mt-6 mb-3 text-h3">{tc('importMapping')}</h3>
      <ImportMapping classifierId={id} own={own} others={others} />
    </section>
  );
}
