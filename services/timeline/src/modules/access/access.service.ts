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

/** Lines of this request that are written, or being written: line → whether it was. */
const recordedLooks = perRequest(() => new Map<string, Promise<boolean>>());

/** The lines that one attempt at a look takes upon itself. */
class Claims {
  readonly #lines: Map<string, Promise<boolean>>;
  readonly #mine = new Map<string, (written: boolean) => void>();
  readonly #others: Promise<boolean>[] = [];

  constructor(context: TimelineRequest) {
    this.#lines = recordedLooks(context);
  }

  /** @returns whether this attempt has to write the line */
  take(key: string): boolean {
    const known = this.#lines.get(key);
    if (known) this.#others.push(known);
    else this.#lines.set(key, new Promise((resolve) => this.#mine.set(key, resolve)));
    return !known;
  }

  /** A line that was not written is free for whoever needs it next. */
  settle(written: boolean): void {
    for (const [key, resolve] of this.#mine) {
      if (!written) this.#lines.delete(key);
      resolve(written);
    }
    this.#mine.clear();
  }

  /** @returns whether the lines that others took upon themselves were written */
  async othersWrote(): Promise<boolean> {
    return (await Promise.all(this.#others)).every(Boolean);
  }
}

/**
 * Reads under the viewer's rights; one line a request, room and category, in the transaction of the look itself.
 * A shared stream's own reading is not a person's look: the grant of the stream was recorded.
 */
export async function look<T>(context: TimelineRequest, work: (tx: Em) => Promise<Look<T>>): Promise<T> {
  let claims = new Claims(context);
  const attempt = async (tx: Em): Promise<T> => {
    // A transaction that is tried again has written nothing yet.
    claims.settle(false);
    claims = new Claims(context);
    const found = await work(tx);
    if (isPerson(context.viewer)) await record(tx, context, found, claims);
    return found.value;
  };
  const value = await context.read(attempt).catch((error: unknown) => {
    claims.settle(false);
    throw error;
  });
  claims.settle(true);
  // Another part of the request took the line and lost it: then this look writes it.
  return (await claims.othersWrote()) ? value : look(context, work);
}

/** All that one look has to say, in one statement. */
async function record(tx: Em, context: TimelineRequest, { rooms, refused }: Look<unknown>, claims: Claims): Promise<void> {
  const seen = [...new Map(rooms.map((room) => [room.roomId, room])).values()].filter(({ roomId }) => claims.take(`VIEW ${roomId}`));
  const denied = [...new Set(refused?.ids)].filter((id) => claims.take(`DENIED ${id}`));
  const aims = denied.length > 0 ? await findAims(tx, denied) : [];
  await auditAll(tx, context, [...seen.map(viewOf), ...aims.map((aim) => refusalOf(context.viewer, refused?.type ?? '', aim))]);
}

const viewOf = ({ roomId, patientId, districtId, authority }: Found): AuditFacts => ({
  authority,
  action: 'VIEW',
  categories: [timelineClass],
  subjectType: 'Room',
  subjectId: roomId,
  roomId,
  patientId,
  districtId,
});

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
        return { value, rooms: views, refused: { type: 'Room', ids: ids.filter((_, index) => !value[index]) } };
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
