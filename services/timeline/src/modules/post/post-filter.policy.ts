/** What is asked for, as the conditions that the database knows. Pure. */
import { codedError } from '@heya/service-common/errors';
import type { PersonViewer } from '@heya/service-common/viewer';
import { groupsOf, professionsOf } from '../mention/index.ts';
import type { PostConditions } from './post-filter.repository.ts';
import type { PostFilter } from './post.inputs.ts';

/** @throws BAD_USER_INPUT for groups that are no professions */
export function conditionsOf({ userId, profession }: PersonViewer, filter: PostFilter): PostConditions {
  const { unreadOnly, mentionsMe, professionsOf: groups, ...rest } = filter;
  if (groups?.some((group) => professionsOf[group].length === 0)) throw codedError('BAD_USER_INPUT');
  return {
    ...rest,
    professions: groups?.flatMap((group) => professionsOf[group]) ?? null,
    names: mentionsMe ? { userId, groups: groupsOf(profession) } : null,
    unreadBy: unreadOnly ? userId : null,
  };
}
