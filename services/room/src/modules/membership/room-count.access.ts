/** How many rooms somebody is in through a facility: a number, for its administrators alone. No room, no name. */
import { type AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { canCount } from './membership.policy.ts';
import { countRooms } from './membership.repository.ts';

type Loader = DataLoader<string, number | null>;

/** For one operation: a loader for each facility asked about. */
const known = new WeakMap<RoomContext, Map<string, Loader>>();

export function roomCounts(context: RoomContext, facilityId: string): Loader {
  const loaders = known.get(context) ?? new Map<string, Loader>();
  known.set(context, loaders);
  const loader = loaders.get(facilityId) ?? new DataLoader<string, number | null>((people) => counts(context, facilityId, people));
  loaders.set(facilityId, loader);
  return loader;
}

/** @returns null for whoever does not run the facility; 0 for people who are in no room through it */
async function counts(context: RoomContext, facilityId: string, people: readonly string[]): Promise<(number | null)[]> {
  const { viewer, identity } = context;
  const asked = people.filter(isId);
  const administers = viewer.type === 'person' && viewer.kind === 'PROFESSIONAL' && (await identity.administers(facilityId, context));
  const decision = canCount(viewer, { administers });
  return context.read(async (tx) => {
    const found = decision.allowed ? new Map((await countRooms(tx, facilityId, asked)).map((row) => [row.user_id, row.rooms])) : undefined;
    await recordLooks(
      tx,
      context,
      asked.map((id) => (decision.allowed ? look(id, decision.authority) : refusal('User', id))),
    );
    return people.map((id) => (found && isId(id) ? (found.get(id) ?? 0) : null));
  });
}

const look = (subjectId: string, authority: string): AuditFacts => ({
  authority,
  action: 'VIEW',
  categories: [],
  subjectType: 'User',
  subjectId,
});
