/** Lists of rooms and the right to follow one live. */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { RoomContext } from '../platform/index.ts';
import { streamAudience } from './room.policy.ts';
import { countOwnRooms, type RoomRow, selectOwnRooms, selectStreamRight } from './room.repository.ts';

const kind = 'viewer.rooms';

/** @returns the viewer's own rooms, newest first */
export async function listOwnRooms(context: RoomContext, first: number, after: string | null | undefined): Promise<Connection<RoomRow>> {
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after);
  await context.requireFresh();
  return context.read(async (tx) => {
    const rows = await selectOwnRooms(tx, { size, after: position && { openedAt: String(position[0]), id: String(position[1]) } });
    for (const { id, patient_id: patientId } of rows.slice(0, size)) {
      await audit(tx, context, {
        authority: 'MEMBERSHIP',
        action: 'VIEW',
        categories: [],
        subjectType: 'Room',
        subjectId: id,
        roomId: id,
        patientId,
      });
    }
    return toConnection({
      seal: context.cursors,
      kind,
      rows,
      size,
      continued: position !== undefined,
      totalCount: await countOwnRooms(tx),
      position: ({ id, opened_at }) => [opened_at ? new Date(opened_at).toISOString() : '', id],
    });
  });
}

export interface StreamGrant {
  audience: string | null;
  epoch: number;
}

/** @param notBefore bus position that must be known here first @returns null for whoever may not follow (R26) */
export async function grantStream(context: RoomContext, roomId: string, notBefore: number): Promise<StreamGrant | null> {
  if (!isId(roomId) || !(await context.reached(notBefore))) return null;
  await context.requireFresh();
  return context.read(async (tx) => {
    const right = await selectStreamRight(tx, roomId);
    const about = { subjectType: 'Room', subjectId: roomId, roomId, categories: [] };
    if (!right) {
      await audit(tx, context, { ...about, authority: 'NONE', action: 'DENIED', outcome: 'DENIED_ROLE' });
      return null;
    }
    await audit(tx, context, { ...about, authority: 'MEMBERSHIP', action: 'VIEW', patientId: right.patientId });
    return { audience: streamAudience(right.role), epoch: right.epoch };
  });
}
