/** What can happen to a case, and what becomes of it: pure, the only place that knows. */

export const caseStates = ['new', 'in_progress', 'awaiting_correction', 'approved', 'refused', 'withdrawn'] as const;
export type CaseState = (typeof caseStates)[number];

/** What staff do to a case. */
export const staffActs = ['take', 'assign', 'release', 'ask_correction', 'approve', 'refuse'] as const;
export type StaffAct = (typeof staffActs)[number];

/** The part of a case that acts change. */
export type CaseFacts = { state: CaseState; officerId: string | null; pausedAt: Date | null; closedAt: Date | null };

export type Act =
  | { act: 'take' | 'assign'; officerId: string }
  | { act: 'release' }
  | { act: 'ask_correction' | 'approve' | 'refuse' | 'resubmit' | 'withdraw'; at: Date };

export function isOpen({ state }: Pick<CaseFacts, 'state'>): boolean {
  return state === 'new' || state === 'in_progress' || state === 'awaiting_correction';
}

const outcomes = { approve: 'approved', refuse: 'refused' } as const;

/**
 * The case after an act, or null when the act is not possible now. A case nobody holds is new (or waits for
 * the applicant), one that somebody holds is in progress (or waits); the clock stands still exactly while it
 * waits; a closed case never changes, and a decided one has an officer.
 */
export function step(facts: CaseFacts, act: Act): CaseFacts | null {
  if (!isOpen(facts)) return null;
  const waiting = facts.state === 'awaiting_correction';
  switch (act.act) {
    case 'take':
    case 'assign':
      if (act.act === 'take' ? facts.officerId !== null : facts.officerId === act.officerId) return null;
      return { ...facts, officerId: act.officerId, state: waiting ? facts.state : 'in_progress' };
    case 'release':
      if (facts.officerId === null) return null;
      return { ...facts, officerId: null, state: waiting ? facts.state : 'new' };
    case 'ask_correction':
      return facts.state === 'in_progress' ? { ...facts, state: 'awaiting_correction', pausedAt: act.at } : null;
    case 'resubmit':
      return waiting ? { ...facts, state: facts.officerId === null ? 'new' : 'in_progress', pausedAt: null } : null;
    case 'approve':
    case 'refuse':
      return facts.officerId === null ? null : { ...facts, state: outcomes[act.act], pausedAt: null, closedAt: act.at };
    case 'withdraw':
      return { ...facts, state: 'withdrawn', pausedAt: null, closedAt: act.at };
  }
}

/** Whether staff could do this now, whoever they are. */
export function isPossible(facts: CaseFacts, act: StaffAct): boolean {
  const somebody = '\0';
  const at = facts.closedAt ?? new Date(0);
  switch (act) {
    case 'take':
    case 'assign':
      return step(facts, { act, officerId: somebody }) !== null;
    case 'release':
      return step(facts, { act }) !== null;
    case 'ask_correction':
    case 'approve':
    case 'refuse':
      return step(facts, { act, at }) !== null;
  }
}
