/** The one way to an application: its applicant and the officers of its district. */
import { audit, type AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import type { ApplicationProgress } from './application.machine.policy.ts';
import { type ApplicationAction, type ApplicationFacts, can } from './application.policy.ts';
import { type ApplicationRow, lockApplication, selectApplications } from './application.repository.ts';

export const factsOf = (row: ApplicationRow): ApplicationFacts => ({
  applicantId: row.applicant_id,
  districtId: row.district_id,
  status: row.status,
  checkedBy: row.checked_by,
  decidedBy: row.decided_by,
  changesRoom: row.changes_room,
});

export const progressOf = (row: ApplicationRow): ApplicationProgress => ({
  status: row.status,
  checkedBy: row.checked_by,
  decidedBy: row.decided_by,
});

/** Somebody tried who may not apply at all (R32). */
export const recordRefusal = (tx: Em, context: RoomContext): Promise<void> => audit(tx, context, refusal('RoomApplication', null));

const loaders = new WeakMap<RoomContext, DataLoader<string, ApplicationRow | null>>();

export function loadApplication(context: RoomContext, id: string): Promise<ApplicationRow | null> {
  const known = loaders.get(context);
  const loader =
    known ?? new DataLoader<string, ApplicationRow | null>((ids) => context.read((tx) => accessApplications(tx, context, ids)));
  if (!known) loaders.set(context, loader);
  return loader.load(id);
}

export const forgetApplications = (context: RoomContext): boolean => loaders.delete(context);

async function accessApplications(tx: Em, context: RoomContext, ids: readonly string[]): Promise<(ApplicationRow | null)[]> {
  const rows = new Map((await selectApplications(tx, ids.filter(isId))).map((row) => [row.id, row]));
  await recordLooks(
    tx,
    context,
    ids.filter(isId).map((id) => lineOf(context, id, rows.get(id))),
  );
  return ids.map((id) => {
    const row = rows.get(id);
    return row && can(context.viewer, 'SEE', factsOf(row)).allowed ? row : null;
  });
}

function lineOf({ viewer }: RoomContext, id: string, row: ApplicationRow | undefined): AuditFacts {
  const decision = can(viewer, 'SEE', row && factsOf(row));
  if (!row || !decision.allowed) return refusal('RoomApplication', id);
  return {
    authority: decision.authority,
    action: 'VIEW',
    categories: [],
    subjectType: 'RoomApplication',
    subjectId: id,
    patientId: row.patient_id,
    roomId: row.room_id,
  };
}

/** For a change: the application, held, when the viewer has the right to it; whether its state allows the step, the machine says. */
export async function accessForChange(tx: Em, context: RoomContext, id: string, action: ApplicationAction): Promise<ApplicationRow | null> {
  const row = isId(id) ? await lockApplication(tx, id) : undefined;
  const decision = can(context.viewer, action, row && factsOf(row));
  if (row && (decision.allowed || decision.reason === 'STATE')) return row;
  if (isId(id)) await recordLooks(tx, context, [refusal('RoomApplication', id)]);
  return null;
}
