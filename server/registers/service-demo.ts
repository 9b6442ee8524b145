import { civilDay, now } from '../platform/clock/index.ts';
import { page } from './repository-lists.ts';
import type { Individual } from './schema.ts';
import { toIndividual } from './typed.ts';

/** Grown-up synthetic people, men and women, for the demo profile's sample cases. No reading: nobody learns of them. */
export async function demoAdults(count: number): Promise<Individual[]> {
  const some = async (first: string) => {
    const rows = await page('individuals', { words: null, filters: [], order: null, after: JSON.stringify([first]), limit: count * 4, valid: civilDay(now()), known: null });
    const people = rows.map(({ data }) => toIndividual(data));
    return people.filter(({ pinfl, birthDate, diedOn, phone, passport }) => pinfl.startsWith(first) && birthDate < '2004' && diedOn === null && phone !== null && !passport.startsWith('AA9')).slice(0, count);
  };
  return (await Promise.all([some('3'), some('4')])).flat();
}
