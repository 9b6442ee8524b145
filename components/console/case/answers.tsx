'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Link } from '@/components/link';
import { SummaryList } from '@/components/summary-list';
import type { Locale } from '@/server/platform/i18n/locales';
import { useFailureWords } from '../failure';
import { shortTime } from '../format';
import { useTRPCClient } from '../trpc';

export type AnswerRow = { fieldId: string; label: string; value: string | null; fromRegister: boolean; uploads: { id: string; name: string; size: string }[] };
export type AnswerSection = { id: string; title: string; rows: AnswerRow[] };

type Props = { caseId: string; locale: Locale; sections: readonly AnswerSection[]; /** May read the register now; otherwise why not. */ check: true | 'notHolder' | 'closed' | 'noPinfl' };

const day = (iso: string) => iso.split('-').reverse().join('.');

function useRegisterCheck({ caseId, locale, check }: Props) {
  const client = useTRPCClient();
  // Every reading is recorded: once a page, and again only when asked for.
  return useQuery({ queryKey: ['register-check', caseId], queryFn: () => client.cases.checkRegister.mutate({ caseId, locale }), enabled: check === true });
}
type Check = ReturnType<typeof useRegisterCheck>;

/** What the applicant answered, beside what the register says now. */
export function Answers(props: Props) {
  const t = useTranslations('cases.answers');
  const check = useRegisterCheck(props);
  const outcomes = new Map(check.data?.fields.map((field) => [field.fieldId, field]));
  const entities = new Map(check.data?.entities.map((found) => [found.fieldId, found.entity]));
  return (
    <>
      <Register check={props.check} locale={props.locale} query={check} />
      {props.sections.map((section) => (
        <section key={section.id} aria-labelledby={`answers-${section.id}`} className="mt-6">
          <h3 id={`answers-${section.id}`} className="mb-1">
            {section.title}
          </h3>
          <dl className="border-t border-line">
            {section.rows.map((row) => (
              <div key={row.fieldId} className="grid gap-x-6 gap-y-1 border-b border-line py-(--cell-y) sm:grid-cols-[minmax(9rem,2fr)_3fr] xl:grid-cols-[minmax(9rem,2fr)_3fr_minmax(10rem,2fr)]">
                <dt className="min-w-0 text-muted">{row.label}</dt>
                <dd className="min-w-0 font-medium whitespace-pre-line">
                  {row.uploads.length > 0 ? <Uploads uploads={row.uploads} /> : (row.value ?? <span className="font-normal text-muted">{t('none')}</span>)}
                </dd>
                <dd className="min-w-0 sm:col-start-2 xl:col-start-3">
                  <Mark outcome={outcomes.get(row.fieldId)} fromRegister={row.fromRegister} />
                  <EntityMark entity={entities.get(row.fieldId)} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

function Uploads({ uploads }: { uploads: AnswerRow['uploads'] }) {
  const t = useTranslations('cases.answers');
  return (
    <ul className="flex flex-col gap-1">
      {uploads.map(({ id, name, size }) => (
        <li key={id} className="flex items-center gap-2">
          <Icon name="file" size={20} className="text-accent" />
          <Link href={`/api/uploads/${id}`} target="_blank" hidden={t('newTab')} className="min-w-0 break-all">
            {name}
          </Link>
          <span className="whitespace-nowrap text-muted">{size}</span>
        </li>
      ))}
    </ul>
  );
}

function Mark({ outcome, fromRegister }: { outcome: { outcome: 'unknown' | 'match' | 'mismatch'; value: string | null } | undefined; fromRegister: boolean }) {
  const t = useTranslations('cases.answers');
  if (outcome?.outcome === 'match') {
    return (
      <span className="inline-flex items-center gap-1.5 text-success">
        <Icon name="check-circle" size={16} />
        {t('match')}
      </span>
    );
  }
  if (outcome?.outcome === 'mismatch') {
    return (
      <span className="inline-flex items-start gap-1.5 font-semibold text-danger">
        <Icon name="alert" size={16} className="mt-0.5" />
        <span>{t('mismatch', { value: outcome.value ?? '' })}</span>
      </span>
    );
  }
  return fromRegister ? <span className="text-muted">{t('fromRegister')}</span> : null;
}

type Entity = NonNullable<Check['data']>['entities'][number]['entity'];

/** Which legal entity a STIR belongs to. */
function EntityMark({ entity }: { entity: Entity | undefined }) {
  const t = useTranslations('cases.answers');
  if (entity === undefined) return null;
  return (
    <span className="inline-flex items-start gap-1.5 text-muted">
      <Icon name="database" size={16} className="mt-0.5" />
      <span>{entity === null ? t('entityUnknown') : t('entity', { name: entity.name, state: t(`entityStates.${entity.state}`) })}</span>
    </span>
  );
}

function Register({ check, locale, query }: Pick<Props, 'check' | 'locale'> & { query: Check }) {
  const t = useTranslations('cases.register');
  const words = useFailureWords();
  const { data } = query;
  return (
    <section aria-labelledby="register" className="rounded-md border border-line bg-subtle p-3 sm:p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 id="register" className="flex items-center gap-2">
          <Icon name="database" size={20} className="text-accent" />
          {t('title')}
        </h3>
        {check === true && (
          <Button type="button" variant="quiet" fit icon="refresh" disabled={query.isFetching} onClick={() => void query.refetch()}>
            {query.error ? t('retry') : t('again')}
          </Button>
        )}
      </div>
      <div aria-live="polite" aria-busy={query.isFetching}>
        {check !== true && <p className="text-muted">{t(`why.${check}`)}</p>}
        {check === true && query.isPending && <p className="text-muted">{t('reading')}</p>}
        {query.error && <p className="font-semibold text-danger">{words(query.error)}</p>}
        {data && (
          <>
            <p className="text-muted">{t('source', { time: shortTime(locale, data.readAt) })}</p>
            {data.warnings.length > 0 && (
              <ul className="mt-2 flex flex-col gap-1">
                {data.warnings.map((warning) => (
                  <li key={warning} className="flex items-start gap-2 rounded-sm bg-warning-soft px-2 py-1 font-semibold">
                    <Icon name="warning" size={20} className="text-warning" />
                    {t(`warnings.${warning}`)}
                  </li>
                ))}
              </ul>
            )}
            <SummaryList
              plain
              className="mt-2 grid gap-x-8 2xl:grid-cols-2 [&>div]:py-1"
              rows={[
                { key: t('name'), value: data.person.name },
                { key: t('pinfl'), value: <span className="tabular-nums">{data.person.pinfl}</span> },
                { key: t('birthDate'), value: day(data.person.birthDate) },
                { key: t('passport'), value: t('passportUntil', { number: data.person.passport, day: day(data.person.passportExpiresOn) }) },
                { key: t('address'), value: data.person.address },
                { key: t('compared'), value: t('comparedCount', { match: data.fields.filter((field) => field.outcome === 'match').length, mismatch: data.fields.filter((field) => field.outcome === 'mismatch').length }) },
              ]}
            />
          </>
        )}
      </div>
      {check === true && <p className="mt-2 text-[0.9375em] text-muted">{t('recorded')}</p>}
    </section>
  );
}
