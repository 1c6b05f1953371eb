/**
 * Erasing what a service holds of a room and its patient (R16, threat 30): every table that names either, also one that is added later,
 * unless the service says that it keeps it. Run again it finds nothing more; what comes late about an erased room is not taken in.
 */
import { createHash } from 'node:crypto';
import type { RoomErased } from '@heya/schema/events';
import type { Em } from './orm.ts';

interface Holding {
  /** Runtime role of the service, e.g. `heya_room`. */
  role: string;
  /** Tables that stay: they hold ids alone, or are the proof. */
  kept: readonly string[];
  /** Conditions for tables whose columns do not tell; `r` is the room and `p` the patient. */
  also?: Readonly<Record<string, string>>;
  /** A condition that is true of what belongs to an erased room, for a row `x` with `room_id` and `patient_id`, either of them null. */
  isErased: string;
  /** Tables that events fill. */
  filledByEvents: readonly string[];
}

const definer = 'security definer set search_path = public, pg_temp';
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (names: readonly string[]): string => `array[${names.map(literal).join(', ')}]::text[]`;

/**
 * Statements for a migration. Details go before what they are found by, whatever has rows that others refer to after those.
 * `erase_room(room, patient)` answers the service alone.
 */
export function erasingStatements({ role, kept, also = {}, isErased, filledByEvents }: Holding): string[] {
  return [
    eraseFunction(kept, also),
    forgetFunction(isErased),
    ...filledByEvents.map(
      (table) => `create trigger forget_erased before insert on ${table} for each row execute function forget_erased()`,
    ),
    ...['erase_room(uuid, uuid)', 'forget_erased()'].flatMap((name) => [
      `alter function ${name} owner to heya_policy`,
      `revoke all on function ${name} from public`,
      `grant execute on function ${name} to ${role}, heya_policy`,
    ]),
    'grant delete on all tables in schema public to heya_policy',
    `revoke delete on ${kept.join(', ')} from heya_policy`,
    // Tables to come belong to the same owner.
    'alter default privileges in schema public grant delete on tables to heya_policy',
  ];
}

export function eraseFunction(kept: readonly string[], also: Readonly<Record<string, string>>): string {
  const special = Object.entries(also).map(([table, condition]) => `when ${literal(table)} then ${literal(condition)}`);
  const byName = special.length > 0 ? [`case c.relname::text ${special.join(' ')} else`, ' end'] : ['', ''];
  return `create or replace function erase_room(r uuid, p uuid) returns table (name text, rows int, sha256 text, ids uuid[]) language plpgsql volatile ${definer} as $$
     declare t record; again boolean; found_count int; found_hash text; found_ids uuid[];
     begin
       if viewer_type() <> 'service' then return; end if;
       for pass in 1..8 loop
         again := false;
         for t in
           select k.* from (
             select c.relname::text as name, has.id, ${byName[0]} concat_ws(' or ',
                 case when has.room then 'x.room_id = $1' end,
                 case when has.patient and (not has.room or has.loose) then 'x.patient_id = $2' end,
                 case when has.application and not has.room and not has.patient
                   then 'x.application_id in (select a.id from room_application a where a.patient_id = $2 or a.room_id = $1)' end)${byName[1]} as condition,
               c.relname = any(${list(Object.keys(also))}) or (has.application and not has.room and not has.patient) as is_detail
               from pg_class c cross join lateral (
                 select coalesce(bool_or(a.attname = 'room_id'), false) as room, coalesce(bool_or(a.attname = 'room_id' and not a.attnotnull), false) as loose,
                        coalesce(bool_or(a.attname = 'patient_id'), false) as patient, coalesce(bool_or(a.attname = 'application_id'), false) as application,
                        coalesce(bool_or(a.attname = 'id' and a.atttypid = 'uuid'::regtype), false) as id
                   from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) has
              where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all(${list(kept)})) k
            where k.condition <> '' order by k.is_detail desc, k.name
         loop
           begin
             execute format($q$with gone as (delete from %I x where %s returning to_jsonb(x) as row)
               select count(*), encode(sha256(convert_to(string_agg(row::text, chr(10) order by row::text), 'UTF8')), 'hex'),
                      array_agg((row->>'id')::uuid order by row->>'id') filter (where %L and jsonb_exists(row, 'id')) from gone$q$, t.name, t.condition, t.id)
               using r, p into found_count, found_hash, found_ids;
             if found_count > 0 then
               name := t.name; rows := found_count; sha256 := found_hash; ids := coalesce(found_ids, '{}');
               return next;
             end if;
           exception when foreign_key_violation or restrict_violation then again := true;
           end;
         end loop;
         exit when not again;
       end loop;
       if again then raise exception 'not everything of a room could be erased'; end if;
     end $$`;
}

const forgetFunction = (isErased: string): string => `create function forget_erased() returns trigger language plpgsql ${definer} as $$
     declare x record;
     begin
       select (to_jsonb(new)->>'room_id')::uuid as room_id, (to_jsonb(new)->>'patient_id')::uuid as patient_id into x;
       if ${isErased} then return null; end if;
       return new;
     end $$`;

/**
 * Statements for a migration: what was answered about an erased room is kept, and nobody who began before puts anything into one behind it.
 * Whoever has no viewer keeps the database and is left alone: a lock for each of very many rooms would not fit.
 * @param shut tables that people fill, and the column that tells whose the row is
 */
export function erasedOnceStatements(role: string, shut: Readonly<Record<string, 'room_id' | 'patient_id'>>): string[] {
  const keepOut = (
    column: string,
  ): string => `create function keep_out_of_erased_${column}() returns trigger language plpgsql ${definer} as $$
     begin
       if viewer_type() = '' then return new; end if;
       perform pg_advisory_xact_lock_shared(hashtextextended('${lockName}' || new.${column}, 0));
       if not exists (select 1 from erased_room e where e.${column} = new.${column}) then return new; end if;
       if viewer_type() = 'service' then return null; end if;
       raise exception 'a room that is erased takes nothing in';
     end $$`;
  const columns = [...new Set(Object.values(shut))];
  return [
    'create table "erased_room" ("room_id" uuid not null, "patient_id" uuid not null, "answer" jsonb not null, primary key ("room_id"))',
    'create index "erased_room_patient_id_index" on "erased_room" ("patient_id")',
    'alter table "erased_room" enable row level security',
    'alter table "erased_room" force row level security',
    `create policy own on erased_room using (coalesce(current_setting('app.viewer_type', true), '') = 'service')`,
    `revoke update, delete, truncate on erased_room from ${role}`,
    'revoke delete on erased_room from heya_policy',
    'grant select on erased_room to heya_policy',
    ...columns.flatMap((column) => [
      keepOut(column),
      `alter function keep_out_of_erased_${column}() owner to heya_policy`,
      `revoke all on function keep_out_of_erased_${column}() from public`,
      `grant execute on function keep_out_of_erased_${column}() to ${role}, heya_policy`,
    ]),
    ...Object.entries(shut).map(
      ([table, column]) =>
        `create trigger keep_out_of_erased before insert on ${table} for each row execute function keep_out_of_erased_${column}()`,
    ),
  ];
}

const lockName = 'erased-room:';

/**
 * Whoever puts something into the room is waited for, and whoever comes later finds that it is erased. Asked again, a service says what it
 * said first: the second time there is nothing left to count.
 * @param tx a transaction of the service itself @param erase what goes @returns the first answer
 */
export async function eraseOnce(
  tx: Em,
  { roomId, patientId }: { roomId: string; patientId: string },
  erase: () => Promise<Erased>,
): Promise<RoomErased> {
  for (const id of [roomId, patientId].sort()) await tx.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [lockName + id]);
  const erased = await erase();
  await tx.execute('insert into erased_room (room_id, patient_id, answer) values (?, ?, ?::jsonb) on conflict (room_id) do nothing', [
    roomId,
    patientId,
    JSON.stringify(erased),
  ]);
  const [kept] = await tx.execute<{ answer: Erased }[]>('select answer from erased_room where room_id = ?', [roomId]);
  return { roomId, ...(kept?.answer ?? erased) };
}

export type Erased = Omit<RoomErased, 'roomId'>;

interface ErasedRow {
  name: string;
  rows: number;
  sha256: string;
  ids: string[];
}

/** @param tx a transaction of the service itself @returns what went; nothing the second time */
export async function eraseRoom(tx: Em, roomId: string, patientId: string): Promise<Erased> {
  const rows = await tx.execute<ErasedRow[]>(
    'select name, rows, sha256, to_json(ids) as ids from erase_room(?::uuid, ?::uuid) order by name',
    [roomId, patientId],
  );
  return toErased(rows);
}

/** One hash of all: of lines `name count sha256`. */
export function toErased(rows: readonly ErasedRow[]): Erased {
  const lines = rows.map(({ name, rows: count, sha256 }) => `${name} ${count} ${sha256}\n`);
  return {
    counts: rows.map(({ name, rows: count }) => ({ name, count })),
    sha256: createHash('sha256').update(lines.join('')).digest('hex'),
    subjectIds: rows.flatMap(({ ids }) => ids),
  };
}
