/**
 * Statements that are asked over and over are planned once a connection: under row-level security planning one takes longer than answering it.
 * It is PostgreSQL's own `prepare` and `execute`, so that `execute` can travel with what begins the transaction (fewer-trips.ts).
 * Such a statement keeps its connection: a pooler between here and PostgreSQL must not share one between transactions.
 */
import { createHash } from 'node:crypto';
import type { Em } from './orm.ts';

/** PostgreSQL's JSON says times as text. */
export const toDate = (at: Date | string | null): Date | null => (at === null ? null : new Date(at));

const names = new Map<string, string>();
const texts = new Map<string, string>();
const call = /^execute (heya_[0-9a-f]{16})\b/;

/**
 * @param sql with `?` for each value, and a cast where PostgreSQL could not tell its type; one of few, never put together from what was typed
 * @returns the rows
 */
export function planned<T>(tx: Em, sql: string, values: readonly unknown[]): Promise<T[]> {
  const given = values.length > 0 ? `(${values.map(() => '?').join(', ')})` : '';
  return tx.execute<T[]>(`execute ${nameOf(sql)}${given}`, [...values]);
}

/** @returns what a call of `planned` stands for: its name and its text with `$1`, `$2`; undefined for every other statement */
export function planOf(text: string): { name: string; sql: string } | undefined {
  const name = call.exec(text)?.[1] ?? '';
  const sql = texts.get(name);
  return sql === undefined ? undefined : { name, sql };
}

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  let place = 0;
  const name = `heya_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`;
  texts.set(
    name,
    sql.replaceAll('?', () => `$${++place}`),
  );
  names.set(sql, name);
  return name;
}
