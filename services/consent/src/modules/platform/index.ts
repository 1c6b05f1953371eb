export { categories, type Category, categoryLabels, mandatoryCategories } from './platform.category.ts';
export type { ConsentContext, KeptWithdrawal, Withdrawals } from './platform.context.ts';
export { dayInJapan, dayMs, endOfDayInJapan, startOfDayInJapan } from './platform.day.ts';
export { type ConsentProblem, inputSentences, userErrors } from './platform.errors.ts';
export { allow, type Decision, refuse } from './platform.decision.ts';
export { bodyHash } from './platform.hash.ts';
export { type IdentityDirectory, identityDirectory, type PersonName } from './platform.identity.ts';
export { textProblems, tidyText } from './platform.text.policy.ts';
export { InformationCategoryEnum, UserErrorType } from './platform.type.ts';
