/** Whom to call when an answer does not come (R23). Pure. */
import type { AskCallsQuery } from '@heya/client/generated/graphql';

export interface Call {
  id: string;
  name: string;
  facility: string;
  phone: string;
}

/** @returns those whose answer is waited for and whose office has a number, in the order of the room's people */
export function callsOf({ post, room }: AskCallsQuery): Call[] {
  const owing = new Set(post?.ask?.owedBy.map(({ id }) => id));
  return (room?.memberships.nodes ?? []).flatMap(({ id, user, displayName, facility }) =>
    user && owing.has(user.id) && facility?.phone ? [{ id, name: displayName, facility: facility.name, phone: facility.phone }] : [],
  );
}
