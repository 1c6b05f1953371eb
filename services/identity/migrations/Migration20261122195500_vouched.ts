/**
 * IDs that were in use before there were pledges (R1): the center vouches for them as for a district that is loaded, so that nobody is held
 * back in the middle of a day. What is still to be enrolled signs at its first sign-in.
 */
import { Migration } from '@mikro-orm/migrations';

const modelDistrict = '00000000-0000-0000-0000-000000000000';
const columns =
  'id, district_id, form, text_id, text_sha256, accepted_clauses, facility_id, signer_user_id, signer_name, signed_on, accepted_at, channel, body_hash';
const text = (form: string): string => `(select * from pledge_text where district_id = '${modelDistrict}' and form = '${form}' order by valid_from limit 1) t`;
const common = `t.id, t.sha256, array(select c->>'id' from jsonb_array_elements(t.clauses) c)`;
const rest = `(now() at time zone 'Asia/Tokyo')::date, now(), 'PAPER'`;

const statements = [
  // The owner is bound by the policies as well; in this transaction it acts for the service.
  `select set_config('app.viewer_type', 'service', true)`,
  `insert into pledge (${columns})
   select gen_random_uuid(), u.district_id, 'FORM_1_2', ${common}, null, u.id, left(u.display_name, 80), ${rest}, encode(sha256(convert_to(u.id::text, 'UTF8')), 'hex')
     from app_user u cross join ${text('FORM_1_2')}
    where u.kind = 'PROFESSIONAL' and not exists (select from pledge p where p.signer_user_id = u.id and p.form = 'FORM_1_2')
      and not exists (select from enrolment e where e.user_id = u.id)`,
  `insert into pledge (${columns})
   select gen_random_uuid(), f.district_id, 'FORM_1_1', ${common}, f.id, null, left(f.name, 80), ${rest}, encode(sha256(convert_to(f.id::text, 'UTF8')), 'hex')
     from facility f cross join ${text('FORM_1_1')}
    where not exists (select from pledge p where p.facility_id = f.id and p.form = 'FORM_1_1')`,
  `select set_config('app.viewer_type', '', true)`,
];

export class Migration20261122195500_vouched extends Migration {
  override name = 'Migration20261122195500_vouched';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
