/** What is left of a room in this service's database. */

type Sql = <R extends object>(text: string, values?: unknown[]) => Promise<R[]>;

/** Tables that still name a room once it is erased: ids, times and numbers, no word of anybody. */
export const staysAfterPurge = ['audit_entry', 'room', 'room_purge', 'room_purge_part', 'room_retention'];

/** @param sql past row security. @returns every table with a row of this room or patient, in the order of the alphabet */
export async function tablesOf(sql: Sql, { roomId, patientId }: { roomId: string; patientId: string }): Promise<string[]> {
  const tables = await sql<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname in ('room_id', 'patient_id') group by 1`,
  );
  const found: string[] = [];
  for (const { name, columns } of tables) {
    const where = columns.map((column) => `${column} = '${column === 'room_id' ? roomId : patientId}'`).join(' or ');
    const [row] = await sql<{ n: string }>(`select count(*) as n from ${name} where ${where}`);
    if (Number(row?.n) > 0) found.push(name);
  }
  return found.sort();
}
