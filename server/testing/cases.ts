/** A small country for tests of cases: shipped agencies, one service with a form, and people in every role. */
import { randomUUID } from 'node:crypto';
import type { StaffRole, Person } from '../platform/auth/actor.ts';
import { anonymous } from '../platform/auth/actor.ts';
import { addWorkingDays } from '../platform/calendar/index.ts';
import { loadCalendar } from '../platform/calendar/repository.ts';
import { civilDay, now } from '../platform/clock/index.ts';
import { db, transaction } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import { newReference } from '../documents/identifiers.ts';
import { formDefinitionSchema } from '../forms/schema.ts';
import { openCase } from '../cases/service-open.ts';

const text = (words: string): LocalizedText => ({ uz: words, ru: `${words} (ru)`, en: `${words} (en)` });

const form = formDefinitionSchema.parse({
  format: 1, minutes: 2, needs: [], declaration: text('Tasdiqlayman'),
  sections: [
    {
      id: 'main', title: text('Asosiy'),
      pages: [
        { id: 'person', title: text('Shaxs'), fields: [
          { kind: 'text', id: 'name', label: text('Ism'), prefill: { register: 'individuals', field: 'fullName' } },
          { kind: 'date', id: 'born', label: text('Tugʻilgan kun'), prefill: { register: 'individuals', field: 'birthDate' } },
        ] },
        { id: 'purpose', fields: [{ kind: 'text', id: 'purpose', label: text('Maqsad') }] },
      ],
    },
  ],
});

const passport = {
  title: text('Maʼlumotnoma'), summary: text('Qisqacha'), audiences: ['individual'], eligibility: [text('Har kim')], requirements: [{ text: text('Pasport'), source: 'applicant' }],
  steps: [text('Bir'), text('Ikki')], fee: { items: [] }, workingDays: 3, channels: ['portal'], result: text('Maʼlumotnoma'),
  refusalGrounds: [text('Maʼlumotlar toʻliq emas'), text('Hujjat yaroqsiz')], legalBasis: [{ title: text('Qonun') }], keywords: { uz: [], ru: [], en: [] },
};

export type TestCountry = {
  serviceId: string;
  versionId: string;
  formId: string;
  person: (name: string, roles?: readonly { role: StaffRole; agencyId: string | null }[], pinfl?: string | null) => Promise<Person>;
  /** An application as it would have been sent, and its case. */
  apply: (applicant: Person, options?: { agencyId?: string; serviceId?: string; answers?: Record<string, string>; locale?: string }) => Promise<{ applicationId: string; caseId: string; reference: string }>;
};

export async function testCountry(agencies: readonly string[] = ['iiv', 'soliq']): Promise<TestCountry> {
  const serviceId = 'test-service';
  const words = text('Idora');
  await db().agency.createMany({ data: agencies.map((id) => ({ id, abbreviation: words, name: words, about: words, kind: 'ministry', address: words, website: 'https://example.org', phone: '1' })) });
  await db().sphere.create({ data: { id: 'sphere', position: 0, icon: 'x', title: words, summary: words } });
  await db().service.create({ data: { id: serviceId, agencyId: agencies[0] ?? 'iiv', sphereId: 'sphere' } });
  const version = await db().serviceVersion.create({ data: { serviceId, number: 1, state: 'published', passport, publishedAt: now() }, select: { id: true } });
  await db().service.update({ where: { id: serviceId }, data: { publishedVersionId: version.id } });
  const { id: formId } = await db().form.create({ data: { serviceId, version: 1, definition: JSON.parse(JSON.stringify(form)) as object }, select: { id: true } });

  return {
    serviceId,
    versionId: version.id,
    formId,
    person: async (name, roles = [], pinfl = null) => {
      const { id } = await db().user.create({ data: { name, pinfl, roles: { create: roles.map((role) => ({ ...role })) } }, select: { id: true } });
      return { ...anonymous('uz'), kind: 'person', userId: id, name, pinfl, roles };
    },
    apply: async (applicant, { agencyId = agencies[0] ?? 'iiv', answers = { name: applicant.name, born: '1987-11-02', purpose: 'Bank uchun' }, locale = 'uz' } = {}) => {
      const at = now();
      const dueOn = addWorkingDays(civilDay(at), passport.workingDays, await loadCalendar());
      const reference = newReference();
      return transaction(async (tx) => {
        const { id: applicationId } = await tx.application.create({
          data: { reference, draftId: randomUUID(), userId: applicant.userId, applicantPinfl: applicant.pinfl, applicantName: applicant.name, serviceId, serviceVersionId: version.id, formId, answers, prefill: {}, locale, submittedAt: at, dueOn: new Date(`${dueOn}T00:00:00Z`) },
          select: { id: true },
        });
        const caseId = await openCase(tx, { applicationId, agencyId, dueOn, openedAt: at });
        return { applicationId, caseId, reference };
      });
    },
  };
}
