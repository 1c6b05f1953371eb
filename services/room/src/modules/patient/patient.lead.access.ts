/** The doctor and the care manager in charge: from the room's care team, by profession. */
import DataLoader from 'dataloader';
import type { Em } from '@heya/service-common/orm';
import type { RoomContext } from '../platform/index.ts';

export interface Lead {
  user_id: string;
  display_name: string;
}
type Leads = Partial<Record<'PHYSICIAN' | 'CARE_MANAGER', Lead>>;

/** Who registered the patient comes first among several, then who joined first. Members alone see members (R13). */
const selectLeads = (
  tx: Em,
  ids: readonly string[],
): Promise<(Lead & { patient_id: string; profession: 'PHYSICIAN' | 'CARE_MANAGER' })[]> =>
  tx.execute(
    `select distinct on (m.patient_id, m.profession) m.patient_id, m.profession, m.user_id, m.display_name
       from room_membership m join patient p on p.id = m.patient_id
      where m.patient_id = any(?::uuid[]) and m.role = 'CARE_TEAM' and m.profession in ('PHYSICIAN', 'CARE_MANAGER')
        and holds_now(m.status, m.joined_at, m.left_at)
      order by m.patient_id, m.profession, (m.user_id = p.registered_by) desc, m.joined_at, m.id`,
    [`{${ids.join(',')}}`],
  );

const loaders = new WeakMap<RoomContext, DataLoader<string, Leads>>();

export function loadLeads(context: RoomContext, patientId: string): Promise<Leads> {
  const known = loaders.get(context);
  const loader =
    known ??
    new DataLoader<string, Leads>((ids) =>
      context.read(async (tx) => {
        const rows = await selectLeads(tx, ids);
        return ids.map(
          (id) => Object.fromEntries(rows.filter((row) => row.patient_id === id).map((row) => [row.profession, row])) as Leads,
        );
      }),
    );
  if (!known) loaders.set(context, loader);
  return loader.load(patientId);
}
