import { providerId } from '../platform/auth/provider-id.ts';
import { transaction, type Db } from '../platform/db/index.ts';
import { demoPersons, type DemoPerson } from './demo-persons.ts';
import * as repository from './repository.ts';

async function seedPerson(tx: Db, person: DemoPerson): Promise<void> {
  const { name, email, pinfl, sub } = person;
  const known = await repository.personByAccount(tx, providerId, sub);
  const found = known ?? (pinfl === null ? null : await repository.personByPinfl(tx, pinfl));
  const userId = found?.id ?? (await repository.createPerson(tx, { name, email, pinfl }, 'uz'));
  if (known === null) await repository.linkAccount(tx, userId, providerId, sub);
  await tx.roleAssignment.createMany({ data: person.roles.map((role) => ({ userId, ...role })), skipDuplicates: true });
}

/** Gives the demo persons their accounts and roles. Repeating it changes nothing. */
export async function seedIdentity(): Promise<{ persons: number }> {
  await transaction(async (tx) => {
    for (const person of demoPersons) await seedPerson(tx, person);
  });
  return { persons: demoPersons.length };
}
