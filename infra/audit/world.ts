/** The stack under audit: its people, a room, a second application in progress, and a look at what is stored. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Session } from '../local/api/graphql.mjs';
import type { Stack } from '../local/stack.mjs';
import { require } from './case.ts';
import { prepareSecond, prepareThird } from './prepare.ts';

const databases = ['heya_identity', 'heya_consent', 'heya_room', 'heya_timeline'];
/** Everybody who sends something. */
const roles = ['doctor', 'nurse', 'family', 'outsider', 'clerk'];
/** Written by reading, listening or signing in: not what the refused request wanted to store. */
const bookkeeping = /^(audit_entry|access_log|consumer_offset|mikro_orm|oidc|session|sign_in|login|rate|stream_counter|signing_key)/;

export interface World {
  stack: Stack;
  urls: Stack['urls'];
  roomId: string;
  patientId: string;
  /** A patient with a consent and no application yet, made by the doctor. */
  third: { patientId: string; consentId: string };
  /** The same, and a 4-1 waiting for review. */
  second: { patientId: string; consentId: string; applicationId: string; version: number };
  as(role: string): Promise<Session>;
  userId(role: string): string;
  /** Runs something and proves that no service's data changed by it. */
  requireUntouched(work: () => Promise<void>): Promise<void>;
  /** Proves that a text is in no table and in no log. */
  requireNowhere(text: string): Promise<void>;
  /** Proves that a text, which may well be stored, reached neither the logs nor the bus (R34). */
  requireUnlogged(text: string): Promise<void>;
}

export async function createWorld(stack: Stack): Promise<World> {
  const { demo, urls } = stack;
  if (!demo?.room) throw new Error('The demo room is missing.');
  const people = cast(stack);
  // Signing in writes too: it is done before anything is compared.
  for (const role of roles) await people.as(role);
  const databaseUrl = (name: string): string => Object.assign(new URL(stack.adminUrl), { pathname: `/${name}` }).toString();
  const [third, second] = [await prepareThird(people), await prepareSecond(people)];
  await untilQuiet(databaseUrl);
  return {
    stack,
    urls,
    third,
    second,
    roomId: demo.room.id,
    patientId: demo.room.patientId,
    ...people,
    async requireUntouched(work) {
      const before = await fingerprints(databaseUrl);
      await work();
      const after = await fingerprints(databaseUrl);
      const changed = [...after].filter(([table, print]) => before.get(table) !== print).map(([table]) => table);
      require(changed.length === 0, `stored although refused: ${changed.join(', ')}`);
    },
    requireNowhere: (text) => requireAbsent(stack.dir, text, tablesWith(databaseUrl, [...databases, 'heya_bus', 'heya_portal'], text)),
    requireUnlogged: (text) => requireAbsent(stack.dir, text, tablesWith(databaseUrl, ['heya_bus'], text)),
  };
}

/** Each person signs in once: a one-time code counts once. */
function cast({ urls, demo }: Stack): Pick<World, 'as' | 'userId'> {
  const sessions = new Map<string, Promise<Session>>();
  const account = (role: string) => {
    const found = demo?.accounts.find((one) => one.role === role);
    if (!found) throw new Error(`nobody plays "${role}"`);
    return found;
  };
  return {
    userId: (role) => account(role).userId,
    as(role) {
      const session = sessions.get(role) ?? Session.open(urls, account(role));
      sessions.set(role, session);
      return session;
    },
  };
}

type UrlOf = (database: string) => string;

/** What was prepared is still told from service to service for a moment. */
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
  for (const database of databases)
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
