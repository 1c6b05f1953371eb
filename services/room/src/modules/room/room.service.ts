/** Lists of rooms and the right to follow one live. */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { MemberRole } from '@heya/schema/events';
import { outcomeOf, recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { aboutRoom, accessRooms, factsOf } from './room.access.ts';
import { can, streamAudience } from './room.policy.ts';
import { countOwnRooms, type RoomRow, selectOwnRooms, selectStreamRight } from './room.repository.ts';

const kind = 'viewer.rooms';

/** @returns the viewer's own rooms, newest first */
export async function listOwnRooms(context: RoomContext, first: number, after: string | null | undefined): Promise<Connection<RoomRow>> {
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after);
  return context.read(async (tx) => {
    const found = await selectOwnRooms(tx, { size, after: position && { openedAt: String(position[0]), id: String(position[1]) } });
    const page = toConnection({
      seal: context.cursors,
      kind,
      rows: found,
      size,
      continued: position !== undefined,
      totalCount: await countOwnRooms(tx),
      position: ({ id, opened_at }) => [opened_at ? new Date(opened_at).toISOString() : '', id],
    });
    const rooms = new Map(page.nodes.map((row) => [row.id, row]));
    const shown = await accessRooms(tx, context, { action: 'SEE', ids: [...rooms.keys()], find: (id) => rooms.get(id) });
    return { ...page, nodes: shown.filter((row) => row !== null), edges: page.edges.filter(({ node }) => shown.includes(node)) };
  });
}

export interface StreamGrant {
  audience: string | null;
  epoch: number;
  validUntil: Date | null;
}

/** @param notBefore bus position that must be known here first @returns null for whoever may not follow (R26) */
export async function grantStream(context: RoomContext, roomId: string, notBefore: number): Promise<StreamGrant | null> {
  if (!isId(roomId) || !(await context.reached(notBefore))) return null;
  return context.read(async (tx) => {
    const right = await selectStreamRight(tx, roomId);
    const decision = can(context.viewer, 'FOLLOW', right && factsOf(right));
    if (!right || !decision.allowed) {
      const outcome = outcomeOf(decision.allowed ? 'NOT_A_MEMBER' : decision.reason);
      await recordLooks(tx, context, [refusal('Room', roomId, { roomId, outcome })]);
      return null;
    }
    await audit(tx, context, { ...aboutRoom(right), authority: decision.authority, action: 'VIEW' });
    return {
      audience: streamAudience(right.viewer_role as MemberRole),
      epoch: Number(right.epoch),
      validUntil: right.valid_until === null ? null : new Date(right.valid_until),
    };
  });
}
