/** The only way to an application for who is signed in: absent and forbidden are one answer. */
import { auditAll } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import type { IdentityContext } from '../../context.ts';
import type { Decision } from '../../decision.ts';
import { administeredFacilities, tokyoDay } from '../user/index.ts';
import type { IdApplication } from './id-application.entity.ts';
import { can } from './id-application.policy.ts';
import { applicationsByIds, findApplication } from './id-application.repository.ts';

export type ApplicationLoader = DataLoader<string, IdApplication | null>;

type Asking = Pick<IdentityContext, 'viewer' | 'requestId' | 'asService' | 'now'>;

/** For one operation. Each one seen has a line in the record: they hold birth dates and addresses (R32). */
export const applicationLoader = (context: Asking): ApplicationLoader =>
  new DataLoader(async (ids) => {
    const rows = await seen(context, ids.filter(isId));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  });

/** One application, with a line for everything that is done with it in the transaction in which it is found. */
export async function openApplication(context: Asking, id: string, actions: readonly ApplicationAct[]): Promise<IdApplication | null> {
  return (await seen(context, isId(id) ? [id] : [], actions))[0] ?? null;
}

type ApplicationAct = 'VIEW' | 'PRINT';

function seen(context: Asking, ids: readonly string[], actions: readonly ApplicationAct[] = ['VIEW']): Promise<IdApplication[]> {
  if (!isPerson(context.viewer) || ids.length === 0) return Promise.resolve([]);
  return context.asService(async (tx) => {
    const decide = await decider(tx, context);
    const found = (await applicationsByIds(tx, ids)).flatMap((row) => {
      const decision = decide(row);
      return decision.allowed ? [{ row, authority: decision.authority }] : [];
    });
    await auditAll(
      tx,
      context,
      found.flatMap(({ row, authority }) =>
        actions.map((action) => ({ authority, action, categories: [], subjectType: 'IdApplication', subjectId: row.id })),
      ),
    );
    return found.map(({ row }) => row);
  });
}

/** @returns what the viewer may see, of any number of applications */
export async function decider(
  tx: Em,
  { viewer, now }: Asking,
): Promise<(row: Pick<IdApplication, 'districtId' | 'facilityId'> & Partial<Pick<IdApplication, 'details'>>) => Decision> {
  const own =
    isPerson(viewer) && viewer.kind === 'PROFESSIONAL'
      ? await administeredFacilities(tx, { administratorId: viewer.userId, today: tokyoDay(now()) })
      : [];
  return ({ districtId, facilityId, details }) =>
    can(viewer, 'SEE', {
      districtId,
      atViewersFacility: facilityId ? own.includes(facilityId) : false,
      ...(details?.kind === 'CHANGE' && { aboutUserId: details.userId }),
    });
}

/** For an officer of its district, while there is something to decide. */
export async function findInReview(tx: Em, { viewer }: Asking, id: string): Promise<IdApplication | null> {
  const row = await findApplication(tx, id);
  const isOpen = row?.status === 'SUBMITTED' || row?.status === 'IN_REVIEW';
  return isOpen && can(viewer, 'REVIEW', { districtId: row.districtId, atViewersFacility: false }).allowed ? row : null;
}
