import { db, type Db } from '../platform/db/index.ts';
import type { LocalizedText } from '../platform/i18n/locales.ts';
import type { Passport } from './schema.ts';
import type { Withdrawal } from './schema-workflow.ts';
import type { Searchable } from './search-documents.ts';

const text = (value: unknown): LocalizedText => value as LocalizedText;

export type Sphere = { id: string; icon: string; title: LocalizedText; summary: LocalizedText; services: number };
export type AgencyCard = { id: string; abbreviation: LocalizedText; name: LocalizedText; kind: string; services: number };
export type Agency = Omit<AgencyCard, 'services'> & { about: LocalizedText; address: LocalizedText; website: string; phone: string; email: string | null };

/** A published service with its passport, as pages and search need it. */
export type PublishedService = Searchable & { versionId: string; versionNumber: number; publishedAt: Date | null; withdrawnAt: Date | null; withdrawal: Withdrawal | null };

const published = {
  id: true,
  agencyId: true,
  popularity: true,
  withdrawnAt: true,
  withdrawal: true,
  agency: { select: { name: true, abbreviation: true } },
  sphere: { select: { id: true, title: true } },
  lifeEvents: { select: { lifeEvent: { select: { id: true, title: true } } } },
  forms: { where: { active: true }, select: { id: true }, take: 1 },
  published: { select: { id: true, number: true, passport: true, publishedAt: true } },
} as const;

type Row = Awaited<ReturnType<typeof publishedRows>>[number];
const publishedRows = (tx: Db, where: object) =>
  tx.service.findMany({ where: { ...where, publishedVersionId: { not: null } }, select: published, orderBy: [{ popularity: 'desc' }, { id: 'asc' }] });

function toPublished(row: Row): PublishedService[] {
  if (!row.published) return [];
  return [
    {
      id: row.id,
      agencyId: row.agencyId,
      popularity: row.popularity,
      agency: { name: text(row.agency.name), abbreviation: text(row.agency.abbreviation) },
      sphere: { id: row.sphere.id, title: text(row.sphere.title) },
      lifeEvents: row.lifeEvents.map(({ lifeEvent }) => ({ id: lifeEvent.id, title: text(lifeEvent.title) })),
      online: row.forms.length > 0,
      passport: row.published.passport as Passport,
      versionId: row.published.id,
      versionNumber: row.published.number,
      publishedAt: row.published.publishedAt,
      withdrawnAt: row.withdrawnAt,
      withdrawal: row.withdrawal as Withdrawal | null,
    },
  ];
}

export type ServiceFilter = { sphereId?: string; agencyId?: string; lifeEventId?: string; ids?: readonly string[]; /** Those that are not provided any more too. */ withdrawn?: boolean };

export async function publishedServices(filter: ServiceFilter = {}, tx: Db = db()): Promise<PublishedService[]> {
  const rows = await publishedRows(tx, {
    ...(filter.withdrawn !== true && { withdrawnAt: null }),
    ...(filter.sphereId !== undefined && { sphereId: filter.sphereId }),
    ...(filter.agencyId !== undefined && { agencyId: filter.agencyId }),
    ...(filter.lifeEventId !== undefined && { lifeEvents: { some: { lifeEventId: filter.lifeEventId } } }),
    ...(filter.ids !== undefined && { id: { in: [...filter.ids] } }),
  });
  return rows.flatMap(toPublished);
}

export async function popularServices(limit: number): Promise<PublishedService[]> {
  const rows = await db().service.findMany({ where: { publishedVersionId: { not: null }, withdrawnAt: null }, select: published, orderBy: [{ popularity: 'desc' }, { id: 'asc' }], take: limit });
  return rows.flatMap(toPublished);
}

const counted = { _count: { select: { services: { where: { publishedVersionId: { not: null }, withdrawnAt: null } } } } } as const;

export async function spheres(): Promise<Sphere[]> {
  const rows = await db().sphere.findMany({ select: { id: true, icon: true, title: true, summary: true, ...counted }, orderBy: { position: 'asc' } });
  return rows.map(({ _count, ...row }) => ({ id: row.id, icon: row.icon, title: text(row.title), summary: text(row.summary), services: _count.services }));
}

export async function lifeEvents(): Promise<Sphere[]> {
  const rows = await db().lifeEvent.findMany({ select: { id: true, icon: true, title: true, summary: true, _count: { select: { services: { where: { service: { publishedVersionId: { not: null }, withdrawnAt: null } } } } } }, orderBy: { position: 'asc' } });
  return rows.map(({ _count, ...row }) => ({ id: row.id, icon: row.icon, title: text(row.title), summary: text(row.summary), services: _count.services }));
}

export async function agencies(): Promise<AgencyCard[]> {
  const rows = await db().agency.findMany({ select: { id: true, abbreviation: true, name: true, kind: true, ...counted }, orderBy: { id: 'asc' } });
  return rows.map(({ _count, ...row }) => ({ id: row.id, abbreviation: text(row.abbreviation), name: text(row.name), kind: row.kind, services: _count.services }));
}

export async function agency(id: string): Promise<Agency | null> {
  const row = await db().agency.findUnique({ where: { id }, select: { id: true, abbreviation: true, name: true, kind: true, about: true, address: true, website: true, phone: true, email: true } });
  return row && { ...row, abbreviation: text(row.abbreviation), name: text(row.name), about: text(row.about), address: text(row.address) };
}

export type PublishedVersion = { number: number; publishedAt: Date | null; changeNote: string | null };

/** Editions of a service that citizens have seen, the latest first. */
export async function publicHistory(serviceId: string, limit = 10): Promise<PublishedVersion[]> {
  return db().serviceVersion.findMany({
    where: { serviceId, state: { in: ['published', 'superseded'] } },
    select: { number: true, publishedAt: true, changeNote: true },
    orderBy: { number: 'desc' },
    take: limit,
  });
}

/** The base calculation amount in force on a day. */
export async function baseAmountOn(day: string): Promise<number | null> {
  const row = await db().baseAmount.findFirst({ where: { validFrom: { lte: new Date(`${day}T00:00:00Z`) } }, select: { soum: true }, orderBy: { validFrom: 'desc' } });
  return row?.soum ?? null;
}
