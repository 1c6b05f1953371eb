/** The one way to who is linked: the care team of the room, each look in the record (R13, R32). */
import { isId } from '@heya/service-common/id';
import { isPerson } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { monthSpan } from '@heya/service-common/month';
import { type CareLinksRow, selectCareLinks } from './care-links.repository.ts';

interface Wanted {
  roomId: string;
  month: string;
}

const known = new WeakMap<RoomContext, DataLoader<Wanted, CareLinksRow | null, string>>();

/** @returns null for whoever is not of the care team of the room @throws BAD_USER_INPUT for a month that is none */
export function loadCareLinks(context: RoomContext, wanted: Wanted): Promise<CareLinksRow | null> {
  monthSpan(wanted.month);
  const existing = known.get(context);
  if (existing) return existing.load(wanted);
  const created = new DataLoader<Wanted, CareLinksRow | null, string>((all) => findCareLinks(context, all), {
    cacheKeyFn: ({ roomId, month }) => `${roomId} ${month}`,
  });
  known.set(context, created);
  return created.load(wanted);
}

/** One statement a month. */
async function findCareLinks(context: RoomContext, all: readonly Wanted[]): Promise<(CareLinksRow | null)[]> {
  const { viewer } = context;
  if (!isPerson(viewer)) return all.map(() => null);
  const found = new Map<string, CareLinksRow>();
  await context.read(async (tx) => {
    for (const [month, wishes] of Map.groupBy(all, (wanted) => wanted.month)) {
      const ids = wishes.map(({ roomId }) => roomId).filter(isId);
      const rows = await selectCareLinks(tx, ids, monthSpan(month), viewer.facilityId ?? null);
      for (const row of rows) found.set(`${row.room_id} ${month}`, row);
    }
    const lines = all.flatMap(({ roomId, month }) => {
      const row = found.get(`${roomId} ${month}`);
      if (!row) return isId(roomId) ? [refusal('RoomMembership', roomId)] : [];
      return [
        {
          authority: 'MEMBERSHIP' as const,
          action: 'VIEW' as const,
          categories: [],
          subjectType: 'RoomMembership',
          subjectId: null,
          roomId: row.room_id,
          patientId: row.patient_id,
        },
      ];
    });
    await recordLooks(tx, context, lines);
  });
  return all.map(({ roomId, month }) => found.get(`${roomId} ${month}`) ?? null);
}
