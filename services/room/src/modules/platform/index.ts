export type { RoomContext } from './platform.context.ts';
export { dayInJapan } from './platform.day.ts';
export { ruled, userErrors, type RoomProblem } from './platform.errors.ts';
export { identityDirectory, type IdentityDirectory, type PersonFacts } from './platform.identity.ts';
export { outcomeOf, recordLooks, refusal } from './platform.record.ts';
export { textProblems, tidyText } from './platform.text.policy.ts';
export { UserErrorType } from './platform.type.ts';
export { bodyHash } from './platform.hash.ts';
