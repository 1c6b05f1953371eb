// Roles and databases of one cluster: a database and two roles per service (owner for migrations, runtime without ownership).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export const services = ['identity', 'consent', 'room', 'timeline'];
const busSql = readFileSync(new URL('./bus.sql', import.meta.url), 'utf8');
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/** Every login role, in the order in which secrets are made for them. */
export const loginRoles = [...services.flatMap((s) => [`heya_${s}_owner`, `heya_${s}`]), 'heya_bus_owner', 'heya_gateway', 'heya_portal'];

/**
 * Creates what is missing; safe to run again.
 * @param {string} adminUrl superuser connection to the `postgres` database
 * @param {Record<string, string>} passwords role → password
 */
export async function provisionRoles(adminUrl, passwords) {
  await withClient(adminUrl, async (client) => {
    await ensureRole(client, 'heya_policy', 'nologin bypassrls');
    for (const role of loginRoles) await ensureRole(client, role, `login password ${literal(passwords[role])}`);
    for (const service of services) await client.query(`grant heya_policy to heya_${service}_owner`);
    for (const role of loginRoles.filter((name) => !name.endsWith('_owner'))) await limitTime(client, role);
  });
}

/**
 * One service's database: owned by its owner role, closed to everyone else.
 * @param {string} adminUrl
 * @param {string} service identity | consent | room | timeline
 * @param {string} database name, so that tests can have many
 */
export async function provisionServiceDatabase(adminUrl, service, database = `heya_${service}`) {
  const owner = `heya_${service}_owner`;
  if (!(await createDatabase(adminUrl, database, owner))) return;
  await withClient(databaseUrl(adminUrl, database), async (client) => {
    await client.query(`revoke all on database ${database} from public;
      revoke all on schema public from public;
      alter schema public owner to ${owner};
      grant create, usage on schema public to heya_policy;
      grant connect on database ${database} to heya_${service}, ${owner};
      grant usage on schema public to heya_${service};
      alter default privileges for role ${owner} in schema public grant select, insert, update, delete on tables to heya_${service};
      alter default privileges for role ${owner} in schema public grant select on tables to heya_policy;
      alter default privileges for role ${owner} in schema public grant usage, select on sequences to heya_${service};`);
  });
}

/** The bus: services read everything and write only as themselves. */
export async function provisionBusDatabase(adminUrl, database = 'heya_bus') {
  if (!(await createDatabase(adminUrl, database, 'heya_bus_owner'))) return;
  const readers = [...services.map((s) => `heya_${s}`), 'heya_gateway'].join(', ');
  const writers = services.map((s) => `heya_${s}`).join(', ');
  await withClient(databaseUrl(adminUrl, database), async (client) => {
    await client.query(`revoke all on database ${database} from public; grant connect on database ${database} to ${readers};
      revoke all on schema public from public; grant usage on schema public to ${readers};
      alter schema public owner to heya_bus_owner; set role heya_bus_owner; ${busSql} reset role;
      grant select on bus_head, bus_event, bus_producer, bus_consumer to ${readers};
      grant update on bus_head to ${writers};
      grant insert, delete on bus_event to ${writers};
      grant insert, update on bus_producer to ${writers};
      grant insert, update, delete on bus_consumer to ${readers};
      grant select, insert, delete on socket_ticket to heya_gateway;`);
  });
}

/** The portal's own database: server-side sign-in sessions. */
export async function provisionPortalDatabase(adminUrl, database = 'heya_portal') {
  if (!(await createDatabase(adminUrl, database, 'heya_portal'))) return;
  await withClient(databaseUrl(adminUrl, database), (client) => client.query(`revoke all on database ${database} from public`));
}

/** The same connection, to another database and perhaps as another role. */
export function databaseUrl(adminUrl, database, role, password) {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (role) [url.username, url.password] = [role, encodeURIComponent(password)];
  return url.toString();
}

async function createDatabase(adminUrl, database, owner) {
  return withClient(adminUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount) return false;
    await client.query(`create database ${database} owner ${owner}`);
    return true;
  });
}

/** The gateway has given up by then; what still runs would only hold locks and connections. Migrations have all the time they need. */
async function limitTime(client, role) {
  await client.query(
    `alter role ${role} set statement_timeout = '10s'; alter role ${role} set idle_in_transaction_session_timeout = '15s'`,
  );
}

async function ensureRole(client, role, options) {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  await client.query(`${found.rowCount ? 'alter' : 'create'} role ${role} with ${options}`);
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [adminUrl] = process.argv.slice(2);
  await provisionRoles(adminUrl, JSON.parse(process.env.HEYA_ROLE_PASSWORDS ?? '{}'));
  for (const service of services) await provisionServiceDatabase(adminUrl, service);
  await provisionBusDatabase(adminUrl);
  await provisionPortalDatabase(adminUrl);
}
