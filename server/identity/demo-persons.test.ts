import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readPinfl, isStir } from '../registers/identifiers.ts';
import { demoPersons, demoRelatives } from './demo-persons.ts';
import { roleFitsAgency } from './policy.ts';

const everybody = [...demoPersons, ...demoRelatives];
const agencies = new Set(z.array(z.object({ id: z.string() })).parse(JSON.parse(readFileSync(join(process.cwd(), 'prisma/seed/agencies.json'), 'utf8'))).map(({ id }) => id));

describe.each(everybody)('$login', (person) => {
  it('has a PINFL that says the same as the record', () => {
    if (person.pinfl === null) return;
    expect(readPinfl(person.pinfl)).toEqual({ ok: true, facts: { sex: person.sex, birthDate: person.birthDate } });
  });

  it('has relatives that exist', () => {
    for (const relative of [person.spouse, person.mother, person.father]) {
      if (relative !== undefined) expect(everybody.some(({ login }) => login === relative)).toBe(true);
    }
    for (const { stir } of person.directs ?? []) expect(isStir(stir)).toBe(true);
  });
});

it('names nobody twice', () => {
  for (const values of [everybody.map(({ login }) => login), demoPersons.map(({ sub }) => sub), everybody.map(({ pinfl }) => pinfl).filter((pinfl) => pinfl !== null)]) {
    expect(new Set(values).size).toBe(values.length);
  }
});

it('gives roles at agencies that exist', () => {
  for (const { role, agencyId } of demoPersons.flatMap(({ roles }) => roles)) {
    expect(roleFitsAgency(role, agencyId)).toBe(true);
    if (agencyId !== null) expect(agencies).toContain(agencyId);
  }
});
