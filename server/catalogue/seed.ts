import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { agencySeedSchema } from '../agencies/schema.ts';
import { now } from '../platform/clock/index.ts';
import { db, transaction } from '../platform/db/index.ts';
import { lifeEventSeedSchema, serviceSeedSchema, sphereSeedSchema, type ServiceSeed } from './schema.ts';

const root = join(import.meta.dirname, '../../prisma/seed');
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

export function shippedServices(): ServiceSeed[] {
  const files = readdirSync(join(root, 'services')).filter((file) => file.endsWith('.json')).sort();
  return files.map((file) => serviceSeedSchema.parse(read(`services/${file}`)));
}

export async function seedAgencies(): Promise<void> {
  const agencies = z.array(agencySeedSchema).parse(read('agencies.json'));
  await db().agency.createMany({ data: agencies.map(({ email, ...agency }) => ({ ...agency, email: email ?? null })), skipDuplicates: true });
}

/** Publishes the shipped catalogue. Services that exist are left to their editors. */
export async function seedCatalogue(): Promise<{ services: number }> {
  const spheres = z.array(sphereSeedSchema).parse(read('spheres.json'));
  const events = z.array(lifeEventSeedSchema).parse(read('life-events.json'));
  await seedAgencies();
  await db().sphere.createMany({ data: spheres.map((sphere, position) => ({ ...sphere, position })), skipDuplicates: true });
  await db().lifeEvent.createMany({ data: events.map((event, position) => ({ ...event, position })), skipDuplicates: true });
  const known = new Set((await db().service.findMany({ select: { id: true } })).map((service) => service.id));
  const fresh = shippedServices().filter((service) => !known.has(service.id));
  for (const service of fresh) await publishShipped(service);
  return { services: fresh.length };
}

async function publishShipped({ id, agency, sphere, lifeEvents, popularity, passport }: ServiceSeed): Promise<void> {
  await transaction(async (tx) => {
    await tx.service.create({ data: { id, agencyId: agency, sphereId: sphere, popularity }, select: { id: true } });
    const version = await tx.serviceVersion.create({ data: { serviceId: id, number: 1, state: 'published', passport, publishedAt: now() }, select: { id: true } });
    await tx.service.update({ where: { id }, data: { publishedVersionId: version.id }, select: { id: true } });
    await tx.serviceLifeEvent.createMany({ data: lifeEvents.map((lifeEventId) => ({ serviceId: id, lifeEventId })) });
  });
}
