/** The way to everything: what may be seen is obtained first, and each look is in the access record (R32) before its answer leaves. */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { mayRead } from './access.policy.ts';
import { findPlace, findRoomViews, findStanding, type Place, type RoomView } from './access.repository.ts';
import { perRequest, type TimelineRequest } from './access.request.ts';

/** What a piece of work looked at: what it found, where that belongs, and what it was refused. */
export interface Look<T> {
  value: T;
  rooms: readonly Place[];
  refused?: { type: string; ids: readonly string[] };
}

const recordedLooks = perRequest(() => new Map<string, Promise<boolean>>());

/**
 * Reads under the viewer's rights; one line a request, room and category, in the transaction of the look itself.
 * A shared stream's own reading is not a person's look: the grant of the stream was recorded.
 */
export async function look<T>(context: TimelineRequest, work: (tx: Em) => Promise<Look<T>>): Promise<T> {
  const mine: ((ok: boolean) => void)[] = [];
  const others: Promise<boolean>[] = [];
  const claim = (key: string): boolean => {
    const known = recordedLooks(context).get(key);
    if (known) others.push(known);
    else
      recordedLooks(context).set(
        key,
        new Promise((resolve) => mine.push(resolve)).then((ok) => forgetUnless(ok as boolean, context, key)),
      );
    return !known;
  };
  const value = await context
    .read(async (tx) => {
      const found = await work(tx);
      if (isPerson(context.viewer)) await record(tx, context, found, claim);
      return found.value;
    })
    .catch((error: unknown) => {
      for (const settle of mine) settle(false);
      throw error;
    });
  for (const settle of mine) settle(true);
  // Another part of the request claimed the line and lost it: then this look writes it.
  return (await Promise.all(others)).every(Boolean) ? value : look(context, work);
}

function forgetUnless(ok: boolean, context: TimelineRequest, key: string): boolean {
  if (!ok) recordedLooks(context).delete(key);
  return ok;
}

async function record(tx: Em, context: TimelineRequest, { rooms, refused }: Look<unknown>, claim: (key: string) => boolean): Promise<void> {
  for (const room of rooms) if (claim(`VIEW ${room.roomId}`)) await recordView(tx, context, room);
  for (const id of refused?.ids ?? []) if (claim(`DENIED ${id}`)) await recordRefusal(tx, context, refused?.type ?? '', id);
}

function recordView(tx: Em, context: TimelineRequest, { roomId, patientId, districtId }: Place): Promise<void> {
  return audit(tx, context, {
    authority: 'MEMBERSHIP',
    action: 'VIEW',
    categories: ['DAILY_CONDITION'],
    subjectType: 'Room',
    subjectId: roomId,
    roomId,
    patientId,
    districtId,
  });
}

/** The same statements whether the thing exists or not: a refusal takes as long as a miss. */
export async function recordRefusal(tx: Em, context: TimelineRequest, subjectType: string, subjectId: string): Promise<void> {
  const aim = await findPlace(tx, subjectId);
  const reading = mayRead(await findStanding(tx, aim?.roomId ?? subjectId));
  await audit(tx, context, {
    authority: 'NONE',
    action: 'DENIED',
    categories: ['DAILY_CONDITION'],
    subjectType,
    subjectId,
    ...aim,
    outcome: reading.ok || reading.reason === 'NOT_FOUND' ? 'DENIED_ROLE' : 'DENIED_CONSENT',
  });
}

const roomViews = perRequest(
  (context) =>
    new DataLoader<string, RoomView | null>((ids) =>
      look(context, async (tx) => {
        const views = await findRoomViews(tx, { rooms: ids });
        const value = ids.map((id) => views.find(({ roomId }) => roomId === id) ?? null);
        return { value, rooms: views, refused: { type: 'Room', ids: ids.filter((_, index) => !value[index]) } };
      }),
    ),
);

const patientViews = perRequest(
  (context) =>
    new DataLoader<string, RoomView | null>((ids) =>
      look(context, async (tx) => {
        const views = await findRoomViews(tx, { patients: ids });
        const value = ids.map((id) => views.find(({ patientId }) => patientId === id) ?? null);
        return { value, rooms: views, refused: { type: 'Patient', ids: ids.filter((_, index) => !value[index]) } };
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
