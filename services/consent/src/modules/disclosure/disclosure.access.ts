/** The one way to what may be shown of a patient; each look is a line of the record, refused ones too (R32). */
import { auditAll, type AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import type { ConsentContext } from '../platform/index.ts';
import { recordRefusals } from '../projection/index.ts';
import { can } from './disclosure.policy.ts';
import { type DisclosureRow, selectOfPatients, selectOfRooms } from './disclosure.repository.ts';

type Loader = DataLoader<string, DisclosureRow | null>;
const known = new WeakMap<ConsentContext, { ofPatient: Loader; ofRoom: Loader }>();

/** Gathers what one operation asks, and keeps nothing: a change later in the operation must show. */
export function disclosureLoaders(context: ConsentContext): { ofPatient: Loader; ofRoom: Loader } {
  const existing = known.get(context);
  if (existing) return existing;
  const loader = (select: Select): Loader => new DataLoader((ids) => accessAll(context, ids, select), { cache: false });
  const created = {
    ofPatient: loader(async (tx, ids) => new Map((await selectOfPatients(tx, ids)).map((row) => [row.patient_id, row]))),
    ofRoom: loader(async (tx, ids) => new Map((await selectOfRooms(tx, ids)).map((row) => [row.room_id, row]))),
  };
  known.set(context, created);
  return created;
}

type Select = (tx: Em, ids: readonly string[]) => Promise<Map<string, DisclosureRow>>;

async function accessAll(context: ConsentContext, ids: readonly string[], select: Select): Promise<(DisclosureRow | null)[]> {
  await context.requireFresh();
  return context.read(async (tx) => {
    const rows = await select(tx, ids.filter(isId));
    const found = ids.map((id) => {
      const row = rows.get(id);
      return row && can(context.viewer, 'READ', row).allowed ? row : null;
    });
    await auditAll(
      tx,
      context,
      found.flatMap((row) => (row ? [lookAt(row)] : [])),
    );
    const refused = ids.filter((id, index) => isId(id) && !found[index]);
    await recordRefusals(
      tx,
      context,
      refused.map((id) => ({ subjectType: 'Disclosure', aimedAt: id, subjectId: null })),
    );
    return found;
  });
}

const lookAt = ({ patient_id: patientId, standing, consent_id: consentId }: DisclosureRow): AuditFacts => ({
  authority: standing.relation,
  action: 'VIEW',
  categories: [],
  subjectType: 'Disclosure',
  subjectId: consentId,
  patientId,
  districtId: standing.district_id,
  roomId: standing.room_id,
});
