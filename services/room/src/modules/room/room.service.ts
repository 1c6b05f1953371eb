/** Lists of rooms and the right to follow one live. */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { MemberRole } from '@heya/schema/events';
import type { RoomContext } from '../platform/index.ts';
import { accessRooms, factsOf } from './room.access.ts';
import { can, streamAudience } from './room.policy.ts';
import { countOwnRooms, type RoomRow, selectOwnRooms, selectStreamRight } from './room.repository.ts';

const kind = 'viewer.rooms';

/** @returns the viewer's own rooms, newest first */
export async function listOwnRooms(context: RoomContext, first: number, after: string | null | undefined): Promise<Connection<RoomRow>> {
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after);
  return context.read(async (tx) => {
    const found = await selectOwnRooms(tx, { size, after: position && { openedAt: String(position[0]), id: String(position[1]) } });
    const rooms = new Map(found.map((row) => [row.id, row]));
    const shown = { action: 'SEE' as const, ids: [...rooms.keys()].slice(0, size), find: (id: string) => rooms.get(id), about };
    const rows = (await accessRooms(tx, context, shown)).filter((row) => row !== null);
    return toConnection({
      seal: context.cursors,
      kind,
      rows: [...rows, ...found.slice(size)],
      size,
      continued: position !== undefined,
      totalCount: await countOwnRooms(tx),
      position: ({ id, opened_at }) => [opened_at ? new Date(opened_at).toISOString() : '', id],
    });
  });
}

const about = (id: string) => ({ subjectType: 'Room', subjectId: id, roomId: id });

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
      const outcome = !decision.allowed && decision.reason === 'CONSENT_REQUIRED' ? 'DENIED_CONSENT' : 'DENIED_ROLE';
      await audit(tx, context, { ...about(roomId), categories: [], authority: 'NONE', action: 'DENIED', outcome });
      return null;
    }
    const line = { ...about(roomId), categories: [], patientId: right.patient_id };
    await audit(tx, context, { ...line, authority: decision.authority, action: 'VIEW' });
    return {
      audience: streamAudience(right.viewer_role as MemberRole),
      epoch: Number(right.epoch),
      validUntil: right.valid_until === null ? null : new Date(right.valid_until),
    };
  });
}
