export { openAsk } from './open-ask.entity.ts';
export { openAskHandlers } from './open-ask.events.ts';
export { countOpenAsks } from './open-ask.repository.ts';
