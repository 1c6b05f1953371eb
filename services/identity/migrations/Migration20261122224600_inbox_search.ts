import { Migration } from '@mikro-orm/migrations';

const signature = 'inbox_search(uuid, text[], text, text[], text[], uuid, date, date, uuid, int)';

/**
 * Searching the inbox by its index. Below row-level security PostgreSQL does not use it, whoever asks: an operator on arrays or texts might
 * tell of rows before the policy has seen them. So the search belongs to heya_policy, and asks itself who is there; rows are read under the
 * policy.
 */
export class Migration20261122224600_inbox_search extends Migration {
  override name = 'Migration20261122224600_inbox_search';

  override up(): void {
    this.addSql(`create function inbox_search(
        district uuid, grams text[], part text, states text[], kinds text[], assignee uuid, due_before date, after_due date, after_id uuid, most int)
      returns table (id uuid) language sql stable security definer rows 50 set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
      select t.id from review_task t
       where t.district_id = district and t.state = any(states) and t.search_grams @> grams and t.search_text like part
         and (kinds is null or t.kind = any(kinds)) and (assignee is null or t.assignee_id = assignee) and (due_before is null or t.due_on < due_before)
         and (after_due is null or (t.due_on, t.id) > (after_due, after_id))
         and (select current_setting('app.viewer_type', true)) = 'person' and (select current_setting('app.user_kind', true)) = 'CENTER_OFFICER'
         and district = (select nullif(current_setting('app.district_id', true), '')::uuid)
       order by t.due_on, t.id limit most $$;`);
    this.addSql(`alter function ${signature} owner to heya_policy;`);
    this.addSql(`revoke execute on function ${signature} from public;`);
    this.addSql(`grant execute on function ${signature} to heya_identity;`);
  }
}
