/** By what posts are found (R27): written by the database itself with whatever happens to a post, read by `search_hits` alone. */
import { defineEntity, p } from '@mikro-orm/core';

export const postSearch = defineEntity({
  name: 'PostSearch',
  rowLevelSecurity: 'force',
  properties: {
    postId: p.uuid().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    createdAt: p.datetime(),
    folded: p.text(),
    marks: p.array<string>().columnType('bigint[]'),
  },
  indexes: [
    {
      name: 'post_search_marks',
      expression: 'create index post_search_marks on post_search using gin (marks) with (fastupdate = off)',
    },
  ],
});
