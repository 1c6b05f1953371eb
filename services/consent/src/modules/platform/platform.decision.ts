/** What every policy of this service answers: by what right, or why not. */
export type Decision<Reason extends string = string> = { allowed: true; authority: Authority } | { allowed: false; reason: Reason };

/** As the access record names it (R32). */
type Authority = 'MEMBERSHIP' | 'REGISTRAR' | 'INSPECTION' | 'CENTER';

export const allow = (authority: Authority): { allowed: true; authority: Authority } => ({ allowed: true, authority });
export const refuse = <Reason extends string>(reason: Reason): { allowed: false; reason: Reason } => ({ allowed: false, reason });
