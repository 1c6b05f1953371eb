/** Which form 4-3 ended a room stands with it (R16), so that the certificate names it once the application is erased: a number, nothing said in it. */
import { Migration } from '@mikro-orm/migrations';

const definer = 'security definer set search_path = public, pg_temp';
const applied = `(select a.receipt_number from room_application a where a.room_id = x.room_id and a.form = 'FORM_4_3' and a.status in ('APPROVED', 'COMPLETED')
   order by a.submitted_at desc limit 1)`;

export class Migration20261123143100_closed_by extends Migration {
  override name = 'Migration20261123143100_closed_by';

  override up(): void {
    this.addSql('alter table "room_retention" add column "application_number" text null');
    this.addSql(`create function name_application() returns trigger language plpgsql ${definer} as $$
      begin
        select ${applied} into new.application_number from (select new.room_id) x;
        return new;
      end $$`);
    this.addSql('alter function name_application() owner to heya_policy');
    this.addSql('revoke all on function name_application() from public');
    this.addSql('grant execute on function name_application() to heya_room, heya_policy');
    this.addSql('create trigger name_application before insert on room_retention for each row execute function name_application()');
    // Rooms that were closing before. The owner of the tables sees none of their rows by itself.
    for (const table of ['room_application', 'room_retention']) this.addSql(`alter table ${table} no force row level security`);
    this.addSql(`update room_retention x set application_number = ${applied}`);
    for (const table of ['room_application', 'room_retention']) this.addSql(`alter table ${table} force row level security`);
  }
}
