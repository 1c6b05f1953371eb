/** Erasing a room (R16): the center's work about it with what was scanned, and whose seats it had. For the service alone. */
import { Migration } from '@mikro-orm/migrations';

const signature = 'erase_work(uuid, uuid[])';
const erased = (name: string, statement: string): string => `
  with gone as (${statement} returning to_jsonb(x) as row)
  select '${name}', count(*)::int, encode(sha256(convert_to(string_agg(row::text, chr(10) order by row::text), 'UTF8')), 'hex') into name, rows, sha256 from gone;
  if rows > 0 then return next; end if;`;

export class Migration20261123063300_erasure extends Migration {
  override name = 'Migration20261123063300_erasure';

  override up(): void {
    this.addSql(`create function erase_work(r uuid, subjects uuid[]) returns table (name text, rows int, sha256 text)
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
      declare tasks uuid[]; scans uuid[];
      begin
        if coalesce(current_setting('app.viewer_type', true), '') <> 'service' then return; end if;
        select array_agg(t.id) into tasks from review_task t where t.subject_id = any(subjects);
        select array_agg(distinct p.scan_id) into scans from scan_page p where p.task_id = any(tasks);
        ${erased('scan_page', 'delete from scan_page x where x.task_id = any(tasks)')}
        ${erased('scan', 'delete from scan x where x.id = any(scans) and not exists (select from scan_page p where p.scan_id = x.id)')}
        ${erased('review_task', 'delete from review_task x where x.id = any(tasks)')}
        ${erased('room_seat', 'delete from room_seat x where x.room_id = r')}
      end $$`);
    this.addSql(`alter function ${signature} owner to heya_policy`);
    this.addSql(`revoke all on function ${signature} from public`);
    this.addSql(`grant execute on function ${signature} to heya_identity`);
    this.addSql('grant delete on scan_page, scan, review_task, room_seat to heya_policy');
  }
}
