export { postAskDeputy } from './ask-deputy.entity.ts';
export { postAskStep } from './ask-answer.entity.ts';
export { AskAnswerResolver, RoomAsksResolver, ViewerAsksResolver } from './ask-answer.resolver.ts';
