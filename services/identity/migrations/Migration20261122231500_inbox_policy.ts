import { Migration } from '@mikro-orm/migrations';

const who = `current_setting('app.viewer_type', true)`;
const districtId = `(select nullif(current_setting('app.district_id', true), '')::uuid)`;

/**
 * Who may see the inbox, as before, but each answer as one yes or no: compared with a text, PostgreSQL takes the policy for something that
 * hardly a row passes, and reads the whole inbox for a page of twenty.
 */
export class Migration20261122231500_inbox_policy extends Migration {
  override name = 'Migration20261122231500_inbox_policy';

  override up(): void {
    const isService = `(select ${who} = 'service')`;
    const isOfficer = `(select ${who} = 'person' and current_setting('app.user_kind', true) = 'CENTER_OFFICER')`;
    this.addSql(`alter policy by_service on review_task using (${isService}) with check (${isService});`);
    this.addSql(`alter policy by_officer on review_task using (${isOfficer} and district_id = ${districtId});`);
  }
}
