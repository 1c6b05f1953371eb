export { postAsk } from './ask.entity.ts';
export { AskInput } from './ask.inputs.ts';
export { type AskDraft, askProblems, type AskStep, deputyRefusal, nextSteps, type StepRefusal } from './ask.policy.ts';
export { askedNow, type AskRow, findAsks, insertAsk, isAnybodyAsked } from './ask.repository.ts';
export { AskResolver } from './ask.resolver.ts';
export { askOf, forgetAsk } from './ask.service.ts';
export { Ask } from './ask.type.ts';
