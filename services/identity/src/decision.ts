/** The answer of every policy: by what right, or why not. */

export type Refusal =
  /** This kind of person never may: said openly. */
  | 'ROLE'
  /** Not within this person's reach: answered as if it did not exist (R13). */
  | 'ABSENT';

export type Decision = { allowed: true; authority: string } | { allowed: false; reason: Refusal };

export const allow = (authority: string): Decision => ({ allowed: true, authority });
export const deny = (reason: Refusal): Decision => ({ allowed: false, reason });
