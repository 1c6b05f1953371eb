/** Lets rate-limiter-flexible speak through the service's own connections. */
import { inViewer, type Orm } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';

interface Query {
  text: string;
  values?: unknown[];
}

const serviceViewer: Viewer = { type: 'service', name: 'identity' };

/** @returns what RateLimiterPostgres calls a pool */
export function limitStore(orm: Orm): { query(query: Query): Promise<{ rows: unknown[]; rowCount: number }> } {
  return {
    async query({ text, values = [] }) {
      const { sql, bound } = positional(text, values);
      const rows = await inViewer(orm.em, serviceViewer, (tx) => tx.execute<unknown[]>(sql, bound));
      return { rows, rowCount: rows.length };
    },
  };
}

export async function dropExpiredLimits(orm: Orm, now: number): Promise<void> {
  await inViewer(orm.em, serviceViewer, (tx) => tx.execute('delete from sign_in_limit where expire < ?', [now]));
}

/** `$2 … $1` becomes `? … ?` with the values in the order of use; deletions say what they removed. */
function positional(text: string, values: readonly unknown[]): { sql: string; bound: unknown[] } {
  const bound: unknown[] = [];
  const sql = text.replace(/\$(\d+)/g, (_, index: string) => {
    bound.push(values[Number(index) - 1]);
    return '?';
  });
  return { sql: /^\s*delete/i.test(sql) ? `${sql} returning key` : sql, bound };
}
