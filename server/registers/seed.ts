import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { db } from '../platform/db/index.ts';
import { localizedTextSchema } from '../platform/i18n/locales.ts';
import type { District } from './generator.ts';
import { seedDefinitions } from './seed-definitions.ts';
import { seedPopulation } from './seed-population.ts';
import { measureAll } from './service-quality.ts';

const territorySchema = z.array(z.strictObject({ code: z.string(), parent: z.string().optional(), name: localizedTextSchema }));
const calendarSchema = z.array(z.strictObject({ date: z.iso.date(), working: z.boolean(), title: localizedTextSchema }));
const amountSchema = z.array(z.strictObject({ validFrom: z.iso.date(), soum: z.number().int().positive() }));

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../prisma/seed', name), 'utf8'));
}

const date = (day: string) => new Date(`${day}T00:00:00Z`);

/** Territories, the national calendar and base amounts: shipped data, the same everywhere. */
export async function seedDirectories(): Promise<void> {
  const territories = territorySchema.parse(read('territories.json'));
  await db().territory.createMany({ data: territories.map(({ code, parent, name }) => ({ code, parentCode: parent ?? null, name })), skipDuplicates: true });
  const days = calendarSchema.parse(read('calendar.json'));
  await db().calendarDay.createMany({ data: days.map((day) => ({ ...day, date: date(day.date) })), skipDuplicates: true });
  const amounts = amountSchema.parse(read('base-amounts.json'));
  await db().baseAmount.createMany({ data: amounts.map(({ validFrom, soum }) => ({ validFrom: date(validFrom), soum })), skipDuplicates: true });
}

/** Fills the registers of the demo profile; running it again changes nothing. */
export async function seedRegisters(count: number, progress: (done: number) => void): Promise<void> {
  await seedDefinitions();
  const territories = await db().territory.findMany({ where: { parentCode: { not: null } }, select: { code: true, parentCode: true, name: true }, orderBy: { code: 'asc' } });
  await seedPopulation(count, territories.map((t): District => ({ code: t.code, region: t.parentCode ?? '', name: localizedTextSchema.parse(t.name).uz })), progress);
  await measureAll({ neverMeasured: true });
}
