/** The one way to referrals. */
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { canSee, type ReferralFacts } from './support-referral.policy.ts';
import { type ReferralRow, selectReferrals, selectReferralsOfRooms } from './support-referral.repository.ts';

const shownAtMost = 50;

const factsOf = (row: ReferralRow): ReferralFacts => ({
  districtId: row.district_id,
  isSteward: row.is_steward,
  isInspecting: row.is_inspecting,
});

interface Loaders {
  byId: DataLoader<string, ReferralRow | null>;
  ofRoom: DataLoader<string, ReferralRow[]>;
}

const known = new WeakMap<RoomContext, Loaders>();

export function referralLoaders(context: RoomContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const created: Loaders = {
    byId: new DataLoader((ids) => context.read((tx) => referralsById(tx, context, ids))),
    ofRoom: new DataLoader((ids) =>
      context.read(async (tx) => {
        const rows = await access(tx, context, await selectReferralsOfRooms(tx, ids.filter(isId), shownAtMost));
        const byRoom = Map.groupBy(rows, ({ room_id }) => room_id);
        return ids.map((id) => byRoom.get(id) ?? []);
      }),
    ),
  };
  known.set(context, created);
  return created;
}

export const forgetReferrals = (context: RoomContext): boolean => known.delete(context);

async function referralsById(tx: Em, context: RoomContext, ids: readonly string[]): Promise<(ReferralRow | null)[]> {
  const rows = await access(tx, context, await selectReferrals(tx, ids.filter(isId)));
  const found = ids.map((id) => rows.find((row) => row.id === id) ?? null);
  const denied = ids.filter((id, index) => isId(id) && !found[index]);
  await recordLooks(
    tx,
    context,
    denied.map((id) => refusal('SupportReferral', id)),
  );
  return found;
}

/** One line of the record for each room whose referrals were read. */
async function access(tx: Em, context: RoomContext, rows: readonly ReferralRow[]): Promise<ReferralRow[]> {
  const looks = rows.flatMap((row) => {
    const seen = canSee(context.viewer, factsOf(row));
    return seen.allowed ? [{ row, authority: seen.authority }] : [];
  });
  const first = new Map(looks.map((look) => [look.row.room_id, look]));
  await recordLooks(
    tx,
    context,
    [...first.values()].map(({ row, authority }) => ({ ...aboutReferral(row), authority, action: 'VIEW' as const })),
  );
  return looks.map(({ row }) => row);
}

export const aboutReferral = ({ id, room_id, patient_id }: Pick<ReferralRow, 'id' | 'room_id' | 'patient_id'>) => ({
  categories: [],
  subjectType: 'SupportReferral',
  subjectId: id,
  roomId: room_id,
  patientId: patient_id,
});
