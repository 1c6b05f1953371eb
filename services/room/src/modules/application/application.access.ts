/** The one way to an application: its applicant and the officers of its district. */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { isOfficer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import type { RoomContext } from '../platform/index.ts';
import { type ApplicationRow, lockApplication, selectApplications } from './application.repository.ts';
import type { Em } from '@heya/service-common/orm';

export type ApplicationAuthority = 'APPLICANT' | 'REVIEW';

/** @returns by what right, or null */
export function applicationAuthority({ viewer }: RoomContext, row: ApplicationRow | undefined): ApplicationAuthority | null {
  if (!row || viewer.type !== 'person') return null;
  if (row.applicant_id === viewer.userId) return 'APPLICANT';
  return isOfficer(viewer) && row.district_id === viewer.districtId ? 'REVIEW' : null;
}

const loaders = new WeakMap<RoomContext, DataLoader<string, ApplicationRow | null>>();

export function loadApplication(context: RoomContext, id: string): Promise<ApplicationRow | null> {
  const known = loaders.get(context);
  const loader =
    known ??
    new DataLoader<string, ApplicationRow | null>(async (ids) => {
      await context.requireFresh();
      return context.read((tx) => accessApplications(tx, context, ids));
    });
  if (!known) loaders.set(context, loader);
  return loader.load(id);
}

export const forgetApplications = (context: RoomContext): boolean => loaders.delete(context);

async function accessApplications(tx: Em, context: RoomContext, ids: readonly string[]): Promise<(ApplicationRow | null)[]> {
  const rows = new Map((await selectApplications(tx, ids.filter(isId))).map((row) => [row.id, row]));
  const found: (ApplicationRow | null)[] = [];
  for (const id of ids) found.push(await record(tx, context, id, rows.get(id)));
  return found;
}

/** For a change: the application, held, when the viewer has this right over it. */
export async function accessForChange(
  tx: Em,
  context: RoomContext,
  id: string,
  needed: ApplicationAuthority,
): Promise<ApplicationRow | null> {
  const row = isId(id) ? await lockApplication(tx, id) : undefined;
  return row && applicationAuthority(context, row) === needed ? row : record(tx, context, id, undefined);
}

async function record(tx: Em, context: RoomContext, id: string, row: ApplicationRow | undefined): Promise<ApplicationRow | null> {
  if (!isId(id)) return null;
  const authority = applicationAuthority(context, row);
  const about = { subjectType: 'RoomApplication', subjectId: id, categories: [] };
  if (!row || !authority) {
    await audit(tx, context, { ...about, authority: 'NONE', action: 'DENIED', outcome: 'DENIED_ROLE' });
    return null;
  }
  await audit(tx, context, { ...about, authority, action: 'VIEW', patientId: row.patient_id, roomId: row.room_id });
  return row;
}
