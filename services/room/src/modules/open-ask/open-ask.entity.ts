/** Answers that are still owed in a room, as the timeline tells: form 4-3 asks what becomes of them (R16, R23). Ids alone. */
import { defineEntity, p } from '@mikro-orm/core';

export const openAsk = defineEntity({
  name: 'OpenAsk',
  rowLevelSecurity: 'force',
  properties: { postId: p.uuid().primary(), roomId: p.uuid().index() },
});
