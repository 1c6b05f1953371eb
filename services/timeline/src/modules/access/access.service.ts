/** The way to everything: what may be seen is obtained first, and each look is in the access record (R32) before its answer leaves. */
import { type AuditFacts, auditAll } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { grant } from '@heya/service-common/holds';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer, type Viewer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { type Audience, can, canSee, timelineClass } from './access.policy.ts';
import { type Aim, findAims, findRoomViews, type Found, type RoomView } from './access.repository.ts';
import { perRequest, type TimelineRequest } from './access.request.ts';

/** What a piece of work looked at: what it found, under which right, and what it was refused. */
export interface Look<T> {
  value: T;
  rooms: readonly Found[];
  refused?: { type: string; ids: readonly string[] };
}

/**
 * Reads under the viewer's rights; one line a request, room and category, in the record before the answer leaves.
 * A shared stream's own reading is not a person's look: the grant of the stream was recorded.
 */
export function look<T>(context: TimelineRequest, work: (tx: Em) => Promise<Look<T>>): Promise<T> {
  return context.read(async (tx) => {
    const found = await work(tx);
    if (isPerson(context.viewer)) await record(tx, context, found);
    return found.value;
  });
}

async function record(tx: Em, { viewer, record: lines }: TimelineRequest, { rooms, refused }: Look<unknown>): Promise<void> {
  lines.add(new Map(rooms.map((room) => [viewKey(room.roomId), viewOf(room)])));
  const denied = (refused?.ids ?? []).filter((id) => !lines.isKnown(`DENIED ${id}`));
  const aims = denied.length > 0 ? await findAims(tx, [...new Set(denied)]) : [];
  lines.add(new Map(aims.map((aim) => [`DENIED ${aim.id}`, refusalOf(viewer, refused?.type ?? '', aim)])));
}

/** What makes looks at a room one line a request. */
export const viewKey = (roomId: string): string => `VIEW ${roomId}`;

export const viewOf = ({ roomId, patientId, districtId, authority }: Found): AuditFacts => ({
  authority,
  action: 'VIEW',
  categories: [timelineClass],
  subjectType: 'Room',
  subjectId: roomId,
  roomId,
  patientId,
  districtId,
});

/** A search is a line for each room that something was found in, or one of no room; never what was looked for. The same posts are no second look. */
export function recordSearch({ record: lines }: TimelineRequest, found: readonly Found[]): void {
  for (const { roomId } of found) lines.know(viewKey(roomId));
  const nothing: AuditFacts = { authority: 'NONE', action: 'SEARCH', categories: [], subjectType: 'Post', subjectId: null };
  const hits = found.map((each) => [`SEARCH ${each.roomId}`, { ...viewOf(each), action: 'SEARCH' }] as const);
  lines.add(new Map<string, AuditFacts>(hits.length > 0 ? hits : [['SEARCH', nothing]]));
}

function refusalOf(viewer: Viewer, subjectType: string, { id, place, standing }: Aim): AuditFacts {
  const reading = can(viewer, 'READ', standing ?? undefined);
  const byRole = reading.allowed || reading.reason === 'NOT_FOUND';
  return {
    authority: 'NONE',
    action: 'DENIED',
    categories: [timelineClass],
    subjectType,
    subjectId: id,
    ...place,
    outcome: byRole ? 'DENIED_ROLE' : 'DENIED_CONSENT',
  };
}

/** A write that was refused: the same statements whether the thing exists or not, so that a refusal takes as long as a miss. */
export async function recordRefusal(tx: Em, context: TimelineRequest, subjectType: string, subjectId: string): Promise<void> {
  const [aim] = await findAims(tx, [subjectId]);
  if (aim) await auditAll(tx, context, [refusalOf(context.viewer, subjectType, aim)]);
}

/** @returns what was found for an id, as far as the viewer may see it; what is given out carries the class it was granted */
export function permit<T extends Found & object>(context: TimelineRequest, row: T | undefined, audience?: Audience): T | null {
  return row && canSee(context.viewer, row, audience).allowed ? grant(row, [timelineClass]) : null;
}

const roomViews = perRequest(
  (context) =>
    new DataLoader<string, RoomView | null>((ids) =>
      look(context, async (tx) => {
        const views = await findRoomViews(tx, { rooms: ids });
        const value = ids.map((id) =>
          permit(
            context,
            views.find(({ roomId }) => roomId === id),
          ),
        );
        return {
          value,
          rooms: value.filter((view) => view !== null),
          refused: { type: 'Room', ids: ids.filter((_, index) => !value[index]) },
        };
      }),
    ),
);

const patientViews = perRequest(
  (context) =>
    new DataLoader<string, RoomView | null>((ids) =>
      look(context, async (tx) => {
        const views = await findRoomViews(tx, { patients: ids });
        const value = ids.map((id) =>
          permit(
            context,
            views.find(({ patientId }) => patientId === id),
          ),
        );
        return {
          value,
          rooms: value.filter((view) => view !== null),
          refused: { type: 'Patient', ids: ids.filter((_, index) => !value[index]) },
        };
      }),
    ),
);

/** @returns the room as this person may see it; null exactly as for a room that does not exist @throws FORBIDDEN for shared streams */
export async function seeRoom(context: TimelineRequest, roomId: string): Promise<RoomView | null> {
  requirePerson(context);
  return isId(roomId) ? roomViews(context).load(roomId) : null;
}

/** The room in which this person may see the patient's condition. */
export async function seePatient(context: TimelineRequest, patientId: string): Promise<RoomView | null> {
  requirePerson(context);
  return isId(patientId) ? patientViews(context).load(patientId) : null;
}

/** Fields that depend on who reads never enter a shared stream. @throws UNAUTHENTICATED, FORBIDDEN */
export function requirePerson({ viewer }: Pick<TimelineRequest, 'viewer'>): PersonViewer {
  if (viewer.type === 'anonymous') throw codedError('UNAUTHENTICATED');
  if (!isPerson(viewer)) throw codedError('FORBIDDEN');
  return viewer;
}
