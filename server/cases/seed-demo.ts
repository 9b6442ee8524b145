/** A history for the demo profile: synthetic applications of synthetic people, so that queues and figures have something to show. */
import { createHash } from 'node:crypto';
import type { Prisma } from '../../prisma/generated/client/client.ts';
import { loadCalendar } from '../platform/calendar/repository.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { db, transaction, type Db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { fold } from '../platform/search/fold.ts';
import { storeObject } from '../platform/storage/index.ts';
import { newReference } from '../documents/identifiers.ts';
import { visiblePages } from '../forms/engine.ts';
import type { Field, FormDefinition } from '../forms/schema.ts';
import { seededRandom, type Random } from '../registers/generator.ts';
import { demoAdults } from '../registers/service-demo.ts';
import { demoAnswers } from './seed-demo-answers.ts';
import { insertDemoDocuments, type DemoDocument } from './seed-demo-documents.ts';
import { samplePdf } from './seed-demo-file.ts';
import { planApplication, type Plan } from './seed-demo-plan.ts';
import { correctionNotes, demoColleagues, exchanges, refusalReasons } from './seed-demo-words.ts';

const count = 150;

/** An identifier of version 7: ordered by time, and the same for the same key. */
function uuid(at: Date, key: string): string {
  const hex = at.getTime().toString(16).padStart(12, '0') + createHash('sha256').update(`yagona-demo:${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const epoch = new Date('2026-01-01T00:00:00Z');
const markerId = uuid(epoch, 'draft 0');

type Applicant = { userId: string; name: string; pinfl: string; register: Record<string, string> };
type Offer = { id: string; agencyId: string; versionId: string; title: LocalizedText; workingDays: number | null; formId: string; form: FormDefinition; popularity: number };
type Officer = { id: string; name: string };
type Made = {
  applications: Prisma.ApplicationCreateManyInput[];
  cases: Prisma.CaseCreateManyInput[];
  events: Prisma.ApplicationEventCreateManyInput[];
  messages: Prisma.MessageCreateManyInput[];
  uploads: Prisma.UploadCreateManyInput[];
  audit: Prisma.AuditEntryCreateManyInput[];
  documents: DemoDocument[];
};

async function offers(): Promise<Offer[]> {
  const forms = await db().form.findMany({ where: { active: true }, select: { id: true, definition: true, service: { select: { id: true, agencyId: true, popularity: true, published: { select: { id: true, passport: true } } } } }, orderBy: { serviceId: 'asc' } });
  return forms.flatMap(({ id, definition, service: { published, ...service } }) => {
    if (!published) return [];
    const { title, workingDays } = published.passport as { title: LocalizedText; workingDays: number | null };
    return [{ ...service, versionId: published.id, title, workingDays, formId: id, form: definition as FormDefinition }];
  });
}

/** Grown-up people of the register get accounts, as if they had signed in. */
async function applicants(tx: Db): Promise<Applicant[]> {
  const people = await demoAdults(40);
  const known = new Map((await tx.user.findMany({ where: { pinfl: { in: people.map(({ pinfl }) => pinfl) } }, select: { id: true, pinfl: true } })).map((user) => [user.pinfl, user.id]));
  const made = people.map((person): Applicant => {
    const name = [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ');
    const { pinfl, surname, givenName, sex, passport, birthPlace, citizenship, districtCode, address } = person;
    const register = { pinfl, surname, givenName, patronymic: person.patronymic ?? '', fullName: name, sex, birthDate: person.birthDate, birthPlace, passport, citizenship, districtCode, address, phone: person.phone ?? '' };
    return { userId: known.get(pinfl) ?? uuid(epoch, `user ${pinfl}`), name, pinfl, register };
  });
  await tx.user.createMany({ data: made.filter(({ pinfl }) => !known.has(pinfl)).map(({ userId, name, pinfl }) => ({ id: userId, name, pinfl, createdAt: epoch })), skipDuplicates: true });
  return made;
}

/** Officers of an agency: those who sign in, and colleagues who do not. */
async function officersOf(tx: Db, agencyId: string): Promise<Officer[]> {
  const colleagues = (demoColleagues[agencyId] ?? []).map((name) => ({ id: uuid(epoch, `officer ${name}`), name }));
  await tx.user.createMany({ data: colleagues.map((officer) => ({ ...officer, createdAt: epoch })), skipDuplicates: true });
  await tx.roleAssignment.createMany({ data: colleagues.map(({ id }) => ({ userId: id, role: 'agency_officer' as const, agencyId })), skipDuplicates: true });
  return tx.user.findMany({ where: { roles: { some: { agencyId, role: 'agency_officer' } } }, select: { id: true, name: true }, orderBy: { name: 'asc' } });
}

const applicationStates = { new: 'submitted', in_progress: 'in_progress', awaiting_correction: 'correction_requested', approved: 'approved', refused: 'refused', withdrawn: 'withdrawn' } as const;

type One = { key: string; plan: Plan; offer: Offer; applicant: Applicant; officer: Officer | null; random: Random; districts: readonly string[]; file: { key: string; size: number } };

function addApplication(made: Made, { key, plan, offer, applicant, officer, random, districts, file }: One): void {
  const { submittedAt, takenAt, pausedAt, closedAt, state } = plan;
  const id = uuid(submittedAt, `application ${key}`);
  const caseId = uuid(submittedAt, `case ${key}`);
  const day = civilDay(submittedAt);
  const reference = newReference();
  const uploadId = (field: Field) => uuid(submittedAt, `upload ${key} ${field.id}`);
  const { answers, prefill } = demoAnswers(offer.form, { person: applicant, day, random, districts, uploadId });
  const reason = state === 'refused' ? random.pick(refusalReasons) : null;
  const dueOn = plan.dueOn === null ? null : new Date(`${plan.dueOn}T00:00:00Z`);
  const decided = state === 'approved' || state === 'refused';
  made.applications.push({
    id, reference, draftId: key === '0' ? markerId : uuid(submittedAt, `draft ${key}`), userId: applicant.userId, applicantPinfl: applicant.pinfl, applicantName: applicant.name, serviceId: offer.id,
    serviceVersionId: offer.versionId, formId: offer.formId, answers, prefill, state: state === 'new' ? 'submitted' : applicationStates[state], locale: random.pick(['uz', 'uz', 'ru', 'uz-Cyrl']), submittedAt, dueOn, decidedAt: closedAt,
  });
  made.cases.push({
    id: caseId, applicationId: id, agencyId: offer.agencyId, serviceId: offer.id, applicant: fold(applicant.name), state, officerId: takenAt ? (officer?.id ?? null) : null, openedAt: submittedAt, dueOn, pausedAt, closedAt, decisionReason: reason,
  });
  for (const field of offer.form.sections.flatMap((section) => section.pages).flatMap((page) => page.fields)) {
    if (field.kind === 'file' && answers[field.id]) made.uploads.push({ id: uploadId(field), userId: applicant.userId, applicationId: id, fieldId: field.id, name: 'namuna.pdf', mediaType: 'application/pdf', size: file.size, sha256: file.key, storageKey: file.key, createdAt: submittedAt });
  }
  const event = (at: Date, kind: string, by: string, detail: Prisma.InputJsonObject = {}) => made.events.push({ id: uuid(at, `event ${kind} ${key}`), applicationId: id, at, kind, by, detail });
  const entry = (at: Date, action: string, who: Officer | null, more: { subjectType: string; subjectId: string; reason?: string | null; detail?: Prisma.InputJsonObject }) =>
    made.audit.push({ at, action, actorUserId: who?.id ?? applicant.userId, actorRole: who ? 'agency_officer' : 'citizen', actorName: who?.name ?? applicant.name, agencyId: offer.agencyId, ...more, detail: { reference, demo: true, ...more.detail } });
  event(submittedAt, 'submitted', applicant.name);
  entry(submittedAt, 'applications.submit', null, { subjectType: 'application', subjectId: id });
  if (officer && takenAt) {
    event(takenAt, 'in_progress', officer.name);
    entry(takenAt, 'cases.take', officer, { subjectType: 'case', subjectId: caseId, detail: { from: 'new', to: 'in_progress' } });
    if (pausedAt) {
      const note = random.pick(correctionNotes);
      event(pausedAt, 'correction_requested', officer.name, { note, pageIds: visiblePages(offer.form, answers).slice(-2, -1).map((page) => page.id) });
      entry(pausedAt, 'cases.ask-correction', officer, { subjectType: 'case', subjectId: caseId, reason: note, detail: { from: 'in_progress', to: state } });
    }
  }
  if (closedAt) {
    const by = decided ? officer : null;
    event(closedAt, state, by?.name ?? applicant.name, { reason });
    if (by) entry(closedAt, state === 'approved' ? 'cases.approve' : 'cases.refuse', by, { subjectType: 'case', subjectId: caseId, reason, detail: { from: 'in_progress', to: state } });
    else entry(closedAt, 'applications.withdraw', null, { subjectType: 'application', subjectId: id });
    if (by) made.documents.push({ id: uuid(closedAt, `document ${key}`), applicationId: id, agencyId: offer.agencyId, kind: state === 'approved' ? 'result' : 'refusal', service: offer.title, reference, applicant, reason, officerName: by.name, submittedAt, issuedAt: closedAt });
  }
  if (random.chance(0.25)) {
    const at = new Date(submittedAt.getTime() + 5 * 60_000);
    const { question, answer } = random.pick(exchanges);
    made.messages.push({ id: uuid(at, `question ${key}`), applicationId: id, fromStaff: false, authorId: applicant.userId, authorName: applicant.name, body: question, sentAt: at, readAt: takenAt });
    if (officer && takenAt) made.messages.push({ id: uuid(takenAt, `reply ${key}`), applicationId: id, fromStaff: true, authorId: officer.id, authorName: officer.name, body: answer, sentAt: takenAt, readAt: takenAt });
  }
}

/** Picks an offer by how often it is asked for. */
function pickOffer(list: readonly Offer[], random: Random): Offer {
  let left = random.int(list.reduce((sum, { popularity }) => sum + popularity + 10, 0));
  return list.find(({ popularity }) => (left -= popularity + 10) < 0) ?? random.pick(list);
}

/** Makes about 150 applications of the last 90 days. Does nothing when they are there, or without forms or people. */
export async function seedDemoCases(): Promise<{ applications: number }> {
  if (await db().application.findUnique({ where: { draftId: markerId }, select: { id: true } })) return { applications: 0 };
  const [list, calendar, districts] = await Promise.all([offers(), loadCalendar(), db().territory.findMany({ where: { parentCode: { not: null } }, select: { code: true }, orderBy: { code: 'asc' }, take: 60 })]);
  if (list.length === 0 || districts.length === 0) return { applications: 0 };
  const bytes = await samplePdf();
  const file = { key: await storeObject(bytes), size: bytes.length };
  const at = now();
  const today = civilDay(at);
  const random = seededRandom(20_261);
  return transaction(async (tx) => {
    const people = await applicants(tx);
    if (people.length === 0) return { applications: 0 };
    const officers = new Map<string, Officer[]>();
    for (const agencyId of new Set(list.map((offer) => offer.agencyId))) officers.set(agencyId, await officersOf(tx, agencyId));
    const made: Made = { applications: [], cases: [], events: [], messages: [], uploads: [], audit: [], documents: [] };
    for (let index = 0; index < count; index += 1) {
      const offer = pickOffer(list, random);
      const staff = officers.get(offer.agencyId) ?? [];
      const officer = staff.length > 0 ? random.pick(staff) : null;
      const plan = planApplication({ at, today, workingDays: offer.workingDays, random, calendar });
      // Without staff nobody has looked at it.
      const seen: Plan = officer ? plan : { ...plan, state: 'new', takenAt: null, pausedAt: null, closedAt: null };
      addApplication(made, { key: String(index), plan: seen, offer, applicant: random.pick(people), officer, random, districts: districts.map(({ code }) => code), file });
    }
    await tx.application.createMany({ data: made.applications });
    await tx.case.createMany({ data: made.cases });
    await tx.applicationEvent.createMany({ data: made.events });
    await tx.message.createMany({ data: made.messages });
    await tx.upload.createMany({ data: made.uploads });
    await tx.auditEntry.createMany({ data: made.audit.sort((a, b) => Number(a.at) - Number(b.at)) });
    await insertDemoDocuments(tx, made.documents);
    return { applications: made.applications.length };
  });
}
