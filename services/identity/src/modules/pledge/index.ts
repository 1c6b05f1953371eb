export { Pledge, PledgeSignature } from './pledge.entity.ts';
export { type PledgeClause, type PledgeForm, PledgeText } from './pledge-text.entity.ts';
export { isSameName } from './pledge.policy.ts';
export { facilityOwesPledge, owesPledge, type PledgeOwed, pledgesOwed } from './pledge.debt.service.ts';
export { checkPledge, type PledgeCheck, type PledgeSubmission, recordPledge } from './pledge.record.service.ts';
export { bindToFacility } from './pledge.repository.ts';
export { findPledgeText } from './pledge.text.service.ts';
