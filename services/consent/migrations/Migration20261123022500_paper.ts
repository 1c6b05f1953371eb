/**
 * A consent on paper is submitted, waits for an officer of the center who holds it against the paper, and is in force or returned then (R8).
 * Paper is sealed with the patient's data key, page by page. Withdrawals and changes say by which way they came (R10).
 */
import { Migration } from '@mikro-orm/migrations';

const definer = 'language sql stable security definer set search_path = public, pg_temp';
const isService = `viewer_type() = 'service'`;

const tables = [
  'alter table "consent" add column "proxy_relation" text null, add column "patient_name" text null, add column "submitted_at" timestamptz(3) null',
  // By its definition: rows are hidden from the owner too.
  'alter table "consent" alter column "submitted_at" type timestamptz(3) using "active_since"',
  'alter table "consent" alter column "submitted_at" set not null, alter column "active_since" drop not null',
  `create unique index consent_one_submitted on consent (patient_id) where status = 'SUBMITTED'`,
  'alter table "consent_event" add column "channel" text null, add column "received_at" timestamptz(3) null',
  `create table "consent_paper" ("id" uuid not null, "patient_id" uuid not null, "district_id" uuid not null, "sha256" text not null, "page_count" int not null, "brought_by" uuid not null, "brought_at" timestamptz(3) not null, "consent_id" uuid null, "consent_version" int null, primary key ("id"))`,
  'create index "consent_paper_consent_id_index" on "consent_paper" ("consent_id")',
  'create index consent_paper_loose on consent_paper (brought_at) where consent_id is null',
  `create table "consent_paper_page" ("paper_id" uuid not null, "number" int not null, "patient_id" uuid not null, "sealed" bytea not null, primary key ("paper_id", "number"))`,
  ...['consent_paper', 'consent_paper_page'].flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
  ]),
];

const rules = [
  `create function reviews_consent(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from viewer_standing(p) s where s.relation in ('CENTER', 'INSPECTION')) $$`,
  'alter function reviews_consent(uuid) owner to heya_policy',
  'revoke all on function reviews_consent(uuid) from public',
  'grant execute on function reviews_consent(uuid) to heya_consent, heya_policy',

  `alter policy taken on consent with check (takes_consent(patient_id) and submitted_by = viewer_id()
     and status = case method when 'PAPER_SCAN' then 'SUBMITTED' else 'ACTIVE' end)`,
  `create policy reviewed on consent for update using (status = 'SUBMITTED' and reviews_consent(patient_id))
     with check (status in ('ACTIVE', 'RETURNED') and reviews_consent(patient_id))`,
  `create policy overtaken on consent for update using (status in ('SUBMITTED', 'RETURNED') and takes_consent(patient_id))
     with check (status = 'SUPERSEDED' and takes_consent(patient_id))`,
  `alter policy replaced on consent using (status = 'EXPIRED' and (takes_consent(patient_id) or reviews_consent(patient_id)))
     with check (status = 'SUPERSEDED' and (takes_consent(patient_id) or reviews_consent(patient_id)))`,
  'grant update (active_since) on consent to heya_consent',

  // Policies say who may begin a step and who may end where it leads; this says which steps there are, for the service itself too.
  `create function consent_step() returns trigger language plpgsql as $$
   begin
     if current_user = 'heya_consent' and not (case old.status || ' ' || new.status
       when 'ACTIVE ACTIVE' then amends_consent(new.patient_id)
       when 'SUBMITTED ACTIVE' then reviews_consent(new.patient_id)
       when 'SUBMITTED RETURNED' then reviews_consent(new.patient_id)
       else old.status || ' ' || new.status in ('ACTIVE WITHDRAWN', 'ACTIVE SUPERSEDED', 'ACTIVE EXPIRED', 'EXPIRED SUPERSEDED',
         'SUBMITTED SUPERSEDED', 'RETURNED SUPERSEDED')
     end) then
       raise insufficient_privilege using message = 'a consent does not go that way';
     end if;
     return new;
   end $$`,
  'revoke all on function consent_step() from public',
  'create trigger consent_step before update on consent for each row execute function consent_step()',

  /* For the access record only: whose thing a refused look was aimed at, by the id of a patient, a room, a consent or a paper. */
  `create or replace function record_place(wanted uuid) returns table (patient_id uuid, district_id uuid, room_id uuid) ${definer} rows 1 as $$
     select q.patient_id, q.district_id, (select r.room_id from room_state r where r.patient_id = q.patient_id limit 1) from patient_state q
      where q.patient_id = coalesce((select c.patient_id from consent c where c.id = wanted),
                                    (select r.patient_id from room_state r where r.room_id = wanted),
                                    (select b.patient_id from consent_paper b where b.id = wanted), wanted) $$`,

  // Whoever may end a consent may bring what says so; the family and the rest of the care team see no paper.
  ...['consent_paper', 'consent_paper_page'].map((table) => `create policy shown on ${table} for select using (ends_consent(patient_id))`),
  'create policy brought on consent_paper for insert with check (ends_consent(patient_id) and brought_by = viewer_id() and consent_id is null)',
  `create policy attached on consent_paper for update using (consent_id is null and brought_by = viewer_id() and ends_consent(patient_id))
     with check (consent_id is not null and ends_consent(patient_id))`,
  'create policy brought on consent_paper_page for insert with check (ends_consent(patient_id))',
  // What was brought and never attached goes after a day.
  `create policy leftover on consent_paper for select using (consent_id is null and ${isService})`,
  `create policy dropped on consent_paper for delete using (consent_id is null and ${isService})`,
  `create function is_attached(p uuid) returns boolean ${definer} as $$
     select exists (select 1 from consent_paper b where b.id = p and b.consent_id is not null) $$`,
  'alter function is_attached(uuid) owner to heya_policy',
  'revoke all on function is_attached(uuid) from public',
  'grant execute on function is_attached(uuid) to heya_consent, heya_policy',
  `create policy leftover on consent_paper_page for select using (${isService} and not is_attached(paper_id))`,
  `create policy dropped on consent_paper_page for delete using (${isService} and not is_attached(paper_id))`,
  'revoke update, truncate on consent_paper, consent_paper_page from heya_consent',
  'grant update (consent_id, consent_version) on consent_paper to heya_consent',
];

export class Migration20261123022500_paper extends Migration {
  override name = 'Migration20261123022500_paper';

  override up(): void {
    for (const statement of [...tables, ...rules]) this.addSql(statement);
  }
}
