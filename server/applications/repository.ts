import { db, type Db } from '../platform/db/index.ts';
import { defaultLocale, isLocale, type Locale, type LocalizedText } from '../platform/i18n/locales.ts';
import type { Answers, PrefillData } from '../forms/schema.ts';
import type { ApplicationCursor, ApplicationState, StateFilter } from './schema.ts';

export type ServiceCard = { id: string; title: LocalizedText; agency: LocalizedText };

/** An application with what its pages and decisions about access need. */
export type Application = {
  id: string;
  reference: string;
  userId: string;
  applicantPinfl: string | null;
  applicantName: string;
  formId: string;
  answers: Answers;
  prefill: PrefillData;
  state: ApplicationState;
  locale: Locale;
  submittedAt: Date;
  /** Civil day. */
  dueOn: string | null;
  decidedAt: Date | null;
  /** Agency that handles it. */
  agencyId: string;
  service: ServiceCard;
  serviceVersionId: string;
};

export type ApplicationCard = Pick<Application, 'id' | 'reference' | 'state' | 'submittedAt' | 'dueOn' | 'service'>;

const card = {
  id: true, reference: true, state: true, submittedAt: true, dueOn: true,
  service: { select: { id: true, agencyId: true, agency: { select: { name: true } } } },
  serviceVersion: { select: { passport: true } },
} as const;

const full = {
  ...card,
  userId: true, applicantPinfl: true, applicantName: true, formId: true, answers: true, prefill: true, locale: true, decidedAt: true, serviceVersionId: true,
  case: { select: { agencyId: true } },
} as const;

type CardRow = { id: string; reference: string; state: ApplicationState; submittedAt: Date; dueOn: Date | null; service: { id: string; agencyId: string; agency: { name: unknown } }; serviceVersion: { passport: unknown } };
const civil = (date: Date | null): string | null => date && date.toISOString().slice(0, 10);
const midnight = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

function toCard({ service, serviceVersion, ...row }: CardRow): ApplicationCard {
  const { title } = serviceVersion.passport as { title: LocalizedText };
  return { id: row.id, reference: row.reference, state: row.state, submittedAt: row.submittedAt, dueOn: civil(row.dueOn), service: { id: service.id, title, agency: service.agency.name as LocalizedText } };
}

type FullRow = NonNullable<Awaited<ReturnType<typeof rowBy>>>;
const rowBy = (tx: Db, where: { id: string } | { reference: string } | { draftId: string }) => tx.application.findUnique({ where, select: full });

function toApplication(row: FullRow): Application {
  return {
    ...toCard(row),
    userId: row.userId,
    applicantPinfl: row.applicantPinfl,
    applicantName: row.applicantName,
    formId: row.formId,
    answers: row.answers as Answers,
    prefill: row.prefill as PrefillData,
    locale: isLocale(row.locale) ? row.locale : defaultLocale,
    decidedAt: row.decidedAt,
    agencyId: row.case?.agencyId ?? row.service.agencyId,
    serviceVersionId: row.serviceVersionId,
  };
}

export async function find(where: { id: string } | { reference: string } | { draftId: string }, tx: Db = db()): Promise<Application | null> {
  const row = await rowBy(tx, where);
  return row && toApplication(row);
}

const filters: Record<StateFilter, ApplicationState[] | null> = {
  all: null,
  active: ['submitted', 'in_progress', 'correction_requested'],
  decided: ['approved', 'refused', 'withdrawn'],
};

export async function pageOf(userId: string, filter: StateFilter, limit: number, after: ApplicationCursor | null): Promise<ApplicationCard[]> {
  const states = filters[filter];
  const rows = await db().application.findMany({
    where: {
      userId,
      ...(states && { state: { in: states } }),
      ...(after && { OR: [{ submittedAt: { lt: after.submittedAt } }, { submittedAt: after.submittedAt, id: { lt: after.id } }] }),
    },
    select: card,
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toCard);
}

export type NewApplication = Omit<Application, 'id' | 'state' | 'decidedAt' | 'agencyId' | 'service'> & { draftId: string; serviceId: string };

export async function insert(tx: Db, { dueOn, ...application }: NewApplication): Promise<string> {
  const row = await tx.application.create({ data: { ...application, dueOn: midnight(dueOn) }, select: { id: true } });
  return row.id;
}

export type StateChange = { state: ApplicationState; decidedAt?: Date; dueOn?: string | null; answers?: Answers };

/** Moves an application on if it is in one of the states; false when it is not (any more). */
export async function changeState(tx: Db, id: string, from: readonly ApplicationState[], { dueOn, ...change }: StateChange): Promise<boolean> {
  const { count } = await tx.application.updateMany({
    where: { id, state: { in: [...from] } },
    data: { ...change, ...(dueOn !== undefined && { dueOn: midnight(dueOn) }) },
  });
  return count === 1;
}
