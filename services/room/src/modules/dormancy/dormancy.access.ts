/** The one way to reviews of unused rooms. */
import type { AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, type DormancyFacts } from './dormancy.policy.ts';
import { type DormancyRow, type EntryJson, selectNewestOfRooms, selectReviews } from './dormancy.repository.ts';
import type { DormancyParty } from './dormancy.entity.ts';

/** @returns what this one said last */
export const answerOf = ({ entries }: Pick<DormancyRow, 'entries'>, party: DormancyParty): EntryJson | undefined =>
  entries.findLast((entry) => entry.kind === 'ANSWERED' && entry.party === party);

export const factsOf = (row: DormancyRow): DormancyFacts => ({
  districtId: row.district_id,
  viewerRole: row.viewer_role,
  decision: row.decision,
  outcome: row.outcome,
  applicantKeeps: answerOf(row, 'APPLICANT')?.keep ?? null,
  patientKeeps: answerOf(row, 'PATIENT')?.keep ?? null,
  isRoomOpen: row.is_room_open,
});

interface Loaders {
  byId: DataLoader<string, DormancyRow | null>;
  ofRoom: DataLoader<string, DormancyRow | null>;
}

const known = new WeakMap<RoomContext, Loaders>();

export function dormancyLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const created: Loaders = {
    byId: new DataLoader((ids) => context.read((tx) => reviewsById(tx, context, ids))),
    ofRoom: new DataLoader((ids) =>
      context.read(async (tx) => {
        const rows = await access(tx, context, await selectNewestOfRooms(tx, ids.filter(isId)));
        return ids.map((id) => rows.find(({ room_id }) => room_id === id) ?? null);
      }),
    ),
  };
  known.set(context, created);
  return created;
}

export const forgetReviews = (context: RoomContext): boolean => known.delete(context);

async function reviewsById(tx: Em, context: RoomContext, ids: readonly string[]): Promise<(DormancyRow | null)[]> {
  const rows = await access(tx, context, await selectReviews(tx, ids.filter(isId)));
  const found = ids.map((id) => rows.find((row) => row.id === id) ?? null);
  const denied = ids.filter((id, index) => isId(id) && !found[index]);
  await recordLooks(
    tx,
    context,
    denied.map((id) => refusal('DormancyReview', id)),
  );
  return found;
}

async function access(tx: Em, context: RoomContext, rows: readonly DormancyRow[]): Promise<DormancyRow[]> {
  const seen = rows.flatMap((row) => {
    const decision = can(context.viewer, 'SEE', factsOf(row));
    return decision.allowed ? [{ row, authority: decision.authority }] : [];
  });
  await recordLooks(
    tx,
    context,
    seen.map(({ row, authority }): AuditFacts => ({ ...aboutReview(row), authority, action: 'VIEW' })),
  );
  return seen.map(({ row }) => row);
}

export const aboutReview = ({
  id,
  room_id,
  patient_id,
  district_id,
}: Pick<DormancyRow, 'id' | 'room_id' | 'patient_id' | 'district_id'>) => ({
  categories: [],
  subjectType: 'DormancyReview',
  subjectId: id,
  roomId: room_id,
  patientId: patient_id,
  districtId: district_id,
});
