import type { Em } from '@heya/service-common/orm';
import type { PatientFacts } from './patient.policy.ts';
import { blockCategories, type ProfileBlock } from './profile.block.ts';

export interface ThenRow extends PatientFacts {
  block: ProfileBlock;
  content: unknown;
}

/*
 * Relation, consent and data in one statement, so in one snapshot (security.md 12). The history is closed to who only reviews: of the basics
 * they get what identifies the patient, as it is.
 */
const selectThenRows = `
  select w.block, patient_relation(p.id, p.registered_by, p.district_id) as relation, patient_right(p.id, w.category) as authority, false as editable,
         case when w.block = 'BASICS' then coalesce(
           (select h.profile from patient_history h where h.patient_id = p.id and h.changed_at <= ? order by h.version desc limit 1),
           (select jsonb_build_object('name', f.name, 'nameKana', f.name_kana, 'birthDate', f.birth_date) from patient_profile f where f.patient_id = p.id))
         else (select h.content from patient_block_history h where h.patient_id = p.id and h.block = w.block and h.changed_at <= ? order by h.version desc limit 1)
         end as content
    from unnest(?::text[], ?::text[]) as w(block, category) join patient p on p.id = ?`;

export function selectThen(
  tx: Em,
  { patientId, at, blocks }: { patientId: string; at: Date; blocks: readonly ProfileBlock[] },
): Promise<ThenRow[]> {
  const categories = blocks.map((block) => blockCategories[block]);
  return tx.execute<ThenRow[]>(selectThenRows, [at, at, `{${blocks.join(',')}}`, `{${categories.join(',')}}`, patientId]);
}
