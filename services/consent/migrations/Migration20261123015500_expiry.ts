/** What runs out is told before it does, once for 60, 30 and 7 days, and is written as expired afterwards (R9, R15). */
import { Migration } from '@mikro-orm/migrations';

const isService = `viewer_type() = 'service'`;

const statements = [
  'create table "consent_warning" ("consent_id" uuid not null, "days" smallint not null, "patient_id" uuid not null, "warned_at" timestamptz(3) not null, primary key ("consent_id", "days"))',
  'alter table "consent_warning" enable row level security',
  'alter table "consent_warning" force row level security',
  `create policy service on consent_warning for all using (${isService}) with check (${isService})`,
  'revoke update, delete, truncate on consent_warning from heya_consent',
  `create index consent_running_out on consent (expires_on) where status = 'ACTIVE' and expires_on is not null`,

  `create policy ran_out on consent for update using (status = 'ACTIVE' and ${isService}) with check (status = 'EXPIRED' and ${isService})`,
  `create policy ran_out on consent_event for insert with check (kind in ('EXPIRED', 'EXPIRY_WARNED') and ${isService})`,
  // Whose consents the viewer has to see to: as who took them, as who leads the care or looks after the sharing, or as the patient.
  `create function viewer_charges() returns table (patient_id uuid) language sql stable security definer set search_path = public, pg_temp rows 10 as $$
     select m.patient_id from room_member m
      where viewer_type() = 'person' and m.user_id = viewer_id() and holds_now(m.status, m.valid_from, m.valid_until)
        and (m.role = 'PATIENT' or (m.role = 'CARE_TEAM' and (m.is_steward or m.profession in ('PHYSICIAN', 'CARE_MANAGER'))))
     union select q.patient_id from patient_state q where viewer_type() = 'person' and q.registered_by = viewer_id() $$`,
  'alter function viewer_charges() owner to heya_policy',
  'revoke all on function viewer_charges() from public',
  'grant execute on function viewer_charges() to heya_consent, heya_policy',
  'create index "patient_state_registered_by_index" on "patient_state" ("registered_by")',

  // A new consent takes the place of one that has run out.
  `create policy replaced on consent for update using (status = 'EXPIRED' and takes_consent(patient_id)) with check (status = 'SUPERSEDED' and takes_consent(patient_id))`,
];

export class Migration20261123015500_expiry extends Migration {
  override name = 'Migration20261123015500_expiry';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
