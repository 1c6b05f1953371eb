/** A look at what is stored: by a superuser, in the tables and the logs of the audit's own stack. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { require } from './case.ts';

export const serviceDatabases = ['heya_identity', 'heya_consent', 'heya_room', 'heya_timeline'];
/** Written by reading, listening or signing in: not what the refused request wanted to store. */
const bookkeeping = /^(audit_entry|access_log|consumer_offset|mikro_orm|oidc|session|sign_in|login|rate|stream_counter|signing_key)/;

export class Storage {
  readonly #dir: string;
  readonly #adminUrl: string;

  constructor({ dir, adminUrl }: { dir: string; adminUrl: string }) {
    [this.#dir, this.#adminUrl] = [dir, adminUrl];
  }

  urlOf = (database: string): string => Object.assign(new URL(this.#adminUrl), { pathname: `/${database}` }).toString();

  /** Runs something as superuser of one database. */
  async within<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.urlOf(database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Runs something and proves that no service's data changed by it. */
  async requireUntouched(work: () => Promise<void>): Promise<void> {
    const before = await fingerprints(this.urlOf);
    await work();
    const after = await fingerprints(this.urlOf);
    const changed = [...after].filter(([table, print]) => before.get(table) !== print).map(([table]) => table);
    require(changed.length === 0, `stored although refused: ${changed.join(', ')}`);
  }

  /** Proves that a text is in no table and in no log. */
  requireNowhere(text: string): Promise<void> {
    return requireAbsent(this.#dir, text, tablesWith(this.urlOf, [...serviceDatabases, 'heya_bus', 'heya_portal'], text));
  }

  /** Proves that a text, which may well be stored, reached neither the logs nor the bus (R34). */
  requireUnlogged(text: string): Promise<void> {
    return requireAbsent(this.#dir, text, tablesWith(this.urlOf, ['heya_bus'], text));
  }

  /** @returns `logs/file` for each log of the stack with the text in it */
  logsWith(text: string): Promise<string[]> {
    return logsWith(this.#dir, text);
  }

  /** What was prepared is still told from service to service for a moment. */
  untilQuiet(): Promise<void> {
    return untilQuiet(this.urlOf);
  }

  /** @returns `database.table` for each table with the text in any of its rows */
  tablesWith(text: string, among: readonly string[]): Promise<string[]> {
    return tablesWith(this.urlOf, among, text);
  }
}

type UrlOf = (database: string) => string;

async function untilQuiet(urlOf: UrlOf): Promise<void> {
  const look = async (): Promise<string> => JSON.stringify([...(await fingerprints(urlOf))]);
  for (let [before, same, looks] = ['', 0, 0]; same < 3 && looks < 60; looks += 1) {
    const now = await look();
    same = now === before ? same + 1 : 0;
    before = now;
    await pause(500);
  }
}

/** What the relay marks as published is no change. @returns database.table → a digest of all its rows */
async function fingerprints(urlOf: UrlOf): Promise<Map<string, string>> {
  const prints = new Map<string, string>();
  for (const database of serviceDatabases)
    await eachTable(urlOf(database), async (client, table) => {
      if (bookkeeping.test(table)) return;
      const { rows } = await client.query<{ print: string }>(
        `select md5(coalesce(string_agg(row, '|' order by row), '')) as print from (select (to_jsonb(t) - 'position')::text as row from "${table}" t) rows`,
      );
      prints.set(`${database}.${table}`, rows[0]?.print ?? '');
    });
  return prints;
}

async function requireAbsent(dir: string, text: string, tables: Promise<string[]>): Promise<void> {
  const found = [...(await tables), ...(await logsWith(dir, text))];
  require(found.length === 0, `what was typed lies in ${found.join(', ')}`);
}

async function tablesWith(urlOf: UrlOf, among: readonly string[], text: string): Promise<string[]> {
  const found: string[] = [];
  for (const database of among)
    await eachTable(urlOf(database), async (client, table) => {
      const { rowCount } = await client.query(`select 1 from "${table}" t where position($1 in t::text) > 0 limit 1`, [text]);
      if (rowCount) found.push(`${database}.${table}`);
    });
  return found;
}

async function eachTable(url: string, look: (client: pg.Client, table: string) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
    for (const { name } of rows) await look(client, name);
  } finally {
    await client.end();
  }
}

async function logsWith(dir: string, text: string): Promise<string[]> {
  const folder = join(dir, 'logs');
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return files.filter((_, index) => texts[index]?.includes(text)).map((file) => `logs/${file}`);
}
