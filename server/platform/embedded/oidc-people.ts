import type { AccountClaims } from 'oidc-provider';
import { demoPersons } from '../../identity/demo-persons.ts';
import { isPinfl, normalisePinfl } from '../../registers/identifiers.ts';

/** Looks a person up in the register of individuals. */
export type FindIndividual = (pinfl: string) => Promise<{ surname: string; givenName: string; patronymic: string | null } | null>;

/** Everybody the demo provider can identify: the demo persons, and any individual by PINFL. */
export class DemoPeople {
  readonly #find: FindIndividual;
  // One sign-in asks several times; the register notes every reading.
  readonly #names = new Map<string, string>();

  constructor(find: FindIndividual) {
    this.#find = find;
  }

  subjectOfLogin(login: string): string | null {
    return demoPersons.find((person) => person.login === login)?.sub ?? null;
  }

  /** The subject for what somebody typed as a PINFL; null when it is none. */
  subjectOfPinfl(typed: string): string | null {
    const pinfl = normalisePinfl(typed);
    if (!isPinfl(pinfl)) return null;
    return demoPersons.find((person) => person.pinfl === pinfl)?.sub ?? `pinfl-${pinfl}`;
  }

  /** What the provider says about a subject. */
  async claimsOf(sub: string): Promise<AccountClaims | undefined> {
    const person = demoPersons.find((one) => one.sub === sub);
    if (person) {
      const { name, surname, givenName, patronymic, email, pinfl } = person;
      return { sub, name, family_name: surname, given_name: givenName, ...(patronymic && { middle_name: patronymic }), email, email_verified: true, ...(pinfl !== null && { pinfl }) };
    }
    const pinfl = /^pinfl-(\d{14})$/.exec(sub)?.[1];
    if (pinfl === undefined || !isPinfl(pinfl)) return undefined;
    return { sub, name: await this.#nameOf(pinfl), email: `${pinfl}@demo.yagona.example`, email_verified: true, pinfl };
  }

  async #nameOf(pinfl: string): Promise<string> {
    const known = this.#names.get(pinfl);
    if (known !== undefined) return known;
    const record = await this.#find(pinfl);
    const name = record ? [record.surname, record.givenName, record.patronymic].filter(Boolean).join(' ') : `Sinov ${pinfl.slice(-4)}`;
    this.#names.set(pinfl, name);
    return name;
  }
}
