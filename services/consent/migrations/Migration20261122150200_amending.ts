/**
 * A consent can be amended (R9): each set of answers is kept as it was given, the consent says which one counts.
 * Only what is in force changes, and only into what may follow: in force → in force | withdrawn | superseded, and from there nowhere.
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';
const isService = `viewer_type() = 'service'`;

const tables = [
  'alter table "consent" add column "answers_version" int not null default 1',
  'alter table "consent_category" add column "consent_version" int not null default 1',
  'alter table "consent_category" drop constraint "consent_category_pkey"',
  'alter table "consent_category" add primary key ("consent_id", "category", "consent_version")',
  'alter table "consent_signature" add column "consent_version" int not null default 1',
  'alter table "consent_signature" drop constraint "consent_signature_pkey"',
  'alter table "consent_signature" add primary key ("consent_id", "consent_version")',
];

const rules = [
  // Who took the consent, leads the care, looks after the sharing, and the patient. Never the center: it looks after rules, not after wishes.
  `create function amends_consent(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from viewer_standing(p) s where s.is_registrar or (s.relation = 'MEMBERSHIP' and (s.role = 'PATIENT'
       or (s.role = 'CARE_TEAM' and (s.is_steward or s.profession in ('PHYSICIAN', 'CARE_MANAGER')))))) $$`,
  'alter function amends_consent(uuid) owner to heya_policy',
  `alter policy ended on consent using (status = 'ACTIVE' and ends_consent(patient_id))`,
  `create policy amended on consent for update using (status = 'ACTIVE' and amends_consent(patient_id)) with check (status = 'ACTIVE' and amends_consent(patient_id))`,
  `create policy amended on consent_category for insert with check (amends_consent(patient_id))`,
  `create policy amended on consent_signature for insert with check (amends_consent(patient_id))`,
  'grant update (answers_version) on consent to heya_consent',

  // What the ledger knows as withdrawn is withdrawn again after an older state was restored (threat 29).
  `create policy service on consent for select using (${isService})`,
  `create policy reapplied on consent for update using (status = 'ACTIVE' and ${isService}) with check (status = 'WITHDRAWN' and ${isService})`,
  `create policy service on consent_event for select using (${isService})`,
  `create policy reapplied on consent_event for insert with check (kind = 'WITHDRAWN' and ${isService})`,
];

export class Migration20261122150200_amending extends Migration {
  override name = 'Migration20261122150200_amending';

  override up(): void {
    for (const statement of [...tables, ...rules]) this.addSql(statement);
  }
}
