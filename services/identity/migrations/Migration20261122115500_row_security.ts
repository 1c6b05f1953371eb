import { Migration } from '@mikro-orm/migrations';

const viewerType = `(select current_setting('app.viewer_type', true))`;
const userId = `(select nullif(current_setting('app.user_id', true), '')::uuid)`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;
const userKind = `(select current_setting('app.user_kind', true))`;

const isService = `${viewerType} = 'service'`;
const isPerson = `${viewerType} = 'person'`;
const isChannel = `${viewerType} = 'channel'`;
const isStaff = `${userKind} in ('PROFESSIONAL', 'CENTER_OFFICER')`;

/** Hand-written: who may see which row. The runtime role owns nothing here, and the owner is bound as well (FORCE). */
export class Migration20261122115500_row_security extends Migration {

  override name = 'Migration20261122115500_row_security';

  override up(): void {
    for (const table of ['app_user', 'practitioner', 'affiliation', 'facility', 'credential', 'sign_in_session', 'session_grant', 'oidc_payload', 'signing_key', 'sign_in_limit', 'review_task']) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      // Sign-in, the loader and the jobs of this service act for nobody.
      this.addSql(`create policy by_service on "${table}" for all using (${isService}) with check (${isService});`);
    }
    // Patients and families are seen by themselves and by those who work in the district (R13); professionals by everybody in it.
    this.addSql(`create policy by_person on app_user for select using (${isPerson} and district_id = ${districtId}
      and (id = ${userId} or kind in ('PROFESSIONAL', 'CENTER_OFFICER') or ${isStaff}));`);
    // A shared stream shows who works for the patient, nobody else.
    this.addSql(`create policy by_channel on app_user for select using (${isChannel} and kind in ('PROFESSIONAL', 'CENTER_OFFICER'));`);
    this.addSql(`create policy with_user on practitioner for select using (exists (select from app_user u where u.id = user_id));`);
    this.addSql(`create policy with_practitioner on affiliation for select using (exists (select from practitioner p where p.id = practitioner_id));`);
    this.addSql(`create policy by_person on facility for select using (${isPerson} and district_id = ${districtId});`);
    this.addSql(`create policy by_channel on facility for select using (${isChannel});`);
    this.addSql(`create policy by_owner on sign_in_session for select using (${isPerson} and user_id = ${userId});`);
    this.addSql(`create policy by_officer on review_task for all using (${isPerson} and ${userKind} = 'CENTER_OFFICER' and district_id = ${districtId});`);
  }
}
