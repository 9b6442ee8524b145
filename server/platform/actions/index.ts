import { redirect, unstable_rethrow } from 'next/navigation';
import { isPerson, type Actor, type Person } from '../auth/actor.ts';
import { currentActor } from '../auth/current.ts';
import { signInPath } from '../auth/paths.ts';
import { Failure } from '../errors/index.ts';
import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts';
import { problemOf, type ActionProblem } from './problem.ts';

/** Which form was sent: from the action's bound arguments, so not to be trusted. */
export type ActionPlace = {
  /** For the log, e.g. `applications.submit`. */
  action: string;
  /** Language of the form; an action has no page, so Next cannot tell. */
  locale: string;
  /** The form's own path with its locale: where to come back to after signing in. */
  returnPath: string;
};

export type ActionOutcome<T> = { ok: true; value: T } | { ok: false; problem: ActionProblem };

/**
 * Runs a server action for whoever sends the form. A refusal (`Failure`) or an outage becomes a problem
 * to show beside what was entered; `redirect()` and `notFound()` inside `work` do what they always do;
 * anything else is logged and says no more than that it went wrong. Next itself has compared the
 * request's origin with the host before an action runs.
 */
export async function runAction<T>(place: ActionPlace, work: (actor: Actor) => Promise<T>): Promise<ActionOutcome<T>> {
  const locale: Locale = isLocale(place.locale) ? place.locale : defaultLocale;
  try {
    return { ok: true, value: await work({ ...(await currentActor()), locale }) };
  } catch (error) {
    unstable_rethrow(error);
    const problem = problemOf(error, place.action);
    if (problem.category === 'unauthenticated') redirect(signInPath(locale, place.returnPath));
    return { ok: false, problem };
  }
}

/** As `runAction`, for signed-in persons only: anybody else is sent to sign in and comes back to the form. */
export function runPersonAction<T>(place: ActionPlace, work: (person: Person) => Promise<T>): Promise<ActionOutcome<T>> {
  return runAction(place, async (actor) => {
    if (!isPerson(actor)) throw new Failure('common.errors.unauthenticated', 'unauthenticated');
    return work(actor);
  });
}
