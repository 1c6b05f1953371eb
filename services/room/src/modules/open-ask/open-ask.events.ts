/** What is heard of answers owed. */
import type { Handlers } from '@heya/service-common/consumer';
import { addOpenAsk, dropOpenAsk } from './open-ask.repository.ts';

export const openAskHandlers: Handlers = {
  'timeline.askStanding': (tx, { payload: { postId, roomId, isOpen } }) =>
    isOpen ? addOpenAsk(tx, postId, roomId) : dropOpenAsk(tx, postId),
};
