/** Who may listen to a room live (R26). The gateway asks before it admits, and again when a right may have ended. */
import { isId } from '@heya/service-common/id';
import { canFollow, findRoomViews, look, requirePerson, type TimelineRequest } from '../access/index.ts';
import type { StreamGrant } from './stream.type.ts';

/**
 * @param notBefore position on the bus up to which rights must be known here
 * @returns the class this person listens in, and until when; null when not allowed, or not known in time
 */
export async function grantRoomEvents(context: TimelineRequest, roomId: string, notBefore: number | null): Promise<StreamGrant | null> {
  requirePerson(context);
  if (!isId(roomId) || !(await context.projections.reached(notBefore ?? 0))) return null;
  return look(context, async (tx) => {
    const [view] = await findRoomViews(tx, { rooms: [roomId] });
    const decision = canFollow(context.viewer, view);
    if (!view || !decision.allowed) return { value: null, rooms: [], refused: { type: 'Room', ids: [roomId] } };
    const audience = decision.audiences.includes('CARE_TEAM') ? 'CARE_TEAM' : 'EVERYONE';
    return { value: { audience, epoch: view.epoch, validUntil: view.validUntil }, rooms: [view] };
  });
}
