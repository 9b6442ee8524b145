/** Everything an officer sees of one case. */
import { isPerson, type Actor, type Person } from '../platform/auth/actor.ts';
import { loadCalendar } from '../platform/calendar/repository.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { textIn } from '../platform/i18n/text.ts';
import { readForCase, type ApplicationForCase } from '../applications/service.ts';
import { readReference } from '../documents/identifiers.ts';
import { listDocuments, type DocumentCard } from '../documents/service.ts';
import { failure } from './errors.ts';
import { mayHandleCase, type CaseAct } from './policy.ts';
import * as repository from './repository.ts';
import { termOf, type Term } from './service-queue.ts';
import { isOpen, isPossible, staffActs, type CaseState } from './states.ts';

export type { JournalEntry } from './repository.ts';

export type OpenedCase = {
  id: string;
  reference: string;
  state: CaseState;
  revision: number;
  agencyId: string;
  officer: { userId: string; name: string } | null;
  openedAt: Date;
  closedAt: Date | null;
  term: Term;
  decisionReason: string | null;
  application: ApplicationForCase;
  documents: DocumentCard[];
  journal: repository.JournalEntry[];
  /** Grounds for refusal that the passport lists, in the officer's language. */
  refusalGrounds: string[];
  /** What the actor may do now. */
  may: Record<CaseAct, boolean>;
};

function permissions(actor: Person, found: repository.CaseRow): Record<CaseAct, boolean> {
  const allowed = (act: CaseAct) => mayHandleCase(actor, found, act).allow;
  const acts = Object.fromEntries(staffActs.map((act) => [act, allowed(act) && isPossible(found, act)])) as Record<(typeof staffActs)[number], boolean>;
  return { ...acts, read: true, message: allowed('message') && isOpen(found), check_register: allowed('check_register') && isOpen(found) };
}

/** A case by the reference of its application. Reading it leaves an audit entry; a case of another agency does not exist. */
export async function readCase(actor: Actor, input: { reference: string }): Promise<OpenedCase> {
  const reference = readReference(input.reference);
  const found = reference === null ? null : await repository.findCase({ reference });
  if (!found || !isPerson(actor)) throw failure('notFound');
  const decision = mayHandleCase(actor, found, 'read');
  if (!decision.allow) throw failure(decision.reason === 'own application' ? 'ownApplication' : 'notFound');
  const [application, documents, journal, calendar] = await Promise.all([
    readForCase(actor, found.applicationId),
    listDocuments(actor, { applicationId: found.applicationId }),
    repository.journal(found.id),
    loadCalendar(),
  ]);
  return {
    id: found.id,
    reference: found.reference,
    state: found.state,
    revision: found.revision,
    agencyId: found.agencyId,
    officer: found.officerId === null ? null : { userId: found.officerId, name: found.officerName ?? '' },
    openedAt: found.openedAt,
    closedAt: found.closedAt,
    term: termOf(found, civilDay(now()), calendar),
    decisionReason: found.decisionReason,
    application,
    documents,
    journal,
    refusalGrounds: found.refusalGrounds.map((ground) => textIn(ground, actor.locale)),
    may: permissions(actor, found),
  };
}
