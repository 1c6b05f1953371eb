export { type IdentityProblem, type ProblemCode, userErrors } from './problem.errors.ts';
export { UserErrorType } from './problem.type.ts';
export { readReason, unseen } from './reason.policy.ts';
