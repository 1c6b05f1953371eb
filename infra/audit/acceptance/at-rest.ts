/** V43, V44, V47: what lies where: the record that shows every change, and texts and pictures that lie nowhere else. */
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { readJson } from '../../local/setup/secrets.mjs';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { drawSignature } from '../../local/demo/signature.mjs';
import { type Case, require } from '../case.ts';
import { serviceDatabases } from '../storage.ts';
import type { World } from '../world.ts';

const verifier = fileURLToPath(new URL('../../local/audit-verify.mjs', import.meta.url));

/** `npm run audit:verify` as an operator runs it. */
function verify(world: World): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [verifier, '--dir', world.stack.dir], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

interface Entry {
  id: string;
  seq: string;
  line: unknown;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

interface Place {
  client: pg.Client;
  districtId: string;
  /** Somewhere in the middle of what is signed. */
  seq: number;
  last: number;
}

/** The first entry each of them makes bad. */
const tamperings: Record<string, (place: Place) => Promise<number>> = {
  async 'an edited entry'({ client, districtId, seq }) {
    await client.query(`update access_log_entry set line = jsonb_set(line, '{action}', '"PRINT"') where district_id = $1 and seq = $2`, [
      districtId,
      seq,
    ]);
    return seq;
  },
  async 'a deleted entry'({ client, districtId, seq }) {
    await client.query('delete from access_log_entry where district_id = $1 and seq = $2', [districtId, seq]);
    return seq;
  },
  async 'a truncated tail'({ client, districtId, last }) {
    await client.query('delete from access_log_entry where district_id = $1 and seq > $2', [districtId, last - 3]);
    return last - 2;
  },
  async 'a truncated tail with a head to match'({ client, districtId, last }) {
    await client.query('delete from access_log_entry where district_id = $1 and seq > $2', [districtId, last - 3]);
    await client.query(
      'update access_log_head set seq = e.seq, hash = e.entry_hash from access_log_entry e where e.district_id = access_log_head.district_id and e.district_id = $1 and e.seq = $2',
      [districtId, last - 3],
    );
    return last - 2;
  },
  async 'a wholly recomputed chain'({ client, districtId, seq }) {
    await client.query(`update access_log_entry set line = jsonb_set(line, '{action}', '"PRINT"') where district_id = $1 and seq = $2`, [
      districtId,
      seq,
    ]);
    await recompute(client, districtId);
    return seq;
  },
};

/** As somebody would who has the database and knows the format. */
async function recompute(client: pg.Client, districtId: string): Promise<void> {
  const { rows } = await client.query<Entry>('select id, seq, line from access_log_entry where district_id = $1 order by seq', [
    districtId,
  ]);
  let hash = '0'.repeat(64);
  for (const { id, line } of rows) {
    hash = createHash('sha256').update(hash).update('\n').update(canonical(line)).digest('hex');
    await client.query('update access_log_entry set entry_hash = $1 where id = $2', [hash, id]);
  }
  await client.query('update access_log_head set hash = $1 where district_id = $2', [hash, districtId]);
}

async function tampered(world: World): Promise<string> {
  await world.storage.untilQuiet();
  // At its end a service signs what it has.
  await world.stack.restart('consent');
  await world.storage.untilQuiet();
  const sound = await verify(world);
  require(sound.code === 0, `a record nobody touched does not verify: ${sound.text}`);
  const consent = world.stack.processes().find(({ name }) => name === 'consent')?.pid ?? 0;
  // Nothing may be signed while it is wrong on purpose.
  process.kill(consent, 'SIGSTOP');
  try {
    return await world.storage.within('heya_consent', (client) => tryEach(world, client));
  } finally {
    process.kill(consent, 'SIGCONT');
    await world.stack.ready('consent');
  }
}

async function tryEach(world: World, client: pg.Client): Promise<string> {
  const districtId = world.stack.demo?.district.id ?? '';
  const { rows } = await client.query<{ last: string }>('select seq as last from access_log_head where district_id = $1', [districtId]);
  const last = Number(rows[0]?.last ?? 0);
  require(last > 20, 'the record is too short to be changed');
  await client.query("set session_replication_role = 'replica'");
  for (const table of ['access_log_entry', 'access_log_head']) await client.query(`create temp table kept_${table} as table ${table}`);
  const said: string[] = [];
  for (const [name, tamper] of Object.entries(tamperings)) {
    const first = await tamper({ client, districtId, seq: Math.floor(last / 2), last });
    const { code, text } = await verify(world);
    for (const table of ['access_log_entry', 'access_log_head']) {
      await client.query(`delete from ${table}`);
      await client.query(`insert into ${table} select * from kept_${table}`);
    }
    require(code === 1, `${name} was not noticed`);
    const named = Number(/first bad entry=(\d+)/.exec(text)?.[1]);
    require(named === first, `${name}: ${text.trim()} instead of ${first}`);
    said.push(`${name} → ${named}`);
  }
  require((await verify(world)).code === 0, 'the record was not put back as it was');
  return said.join(', ');
}

/** Where a text of a post may lie: in its own table, and in what is told about reading it. */
const homes = new Set(['heya_timeline.post']);

async function canary(world: World): Promise<string> {
  const text = `カナリア${uuidv7()}`;
  const nurse = await world.as('nurse');
  const input = { idempotencyKey: uuidv7(), roomId: world.roomId, audience: 'CARE_TEAM', kind: 'NOTE', body: text };
  await nurse.change(
    'mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id body } userErrors { code message field } } }',
    { input },
  );
  await nurse.send('mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } } }', {
    input: { ...input, kind: text },
  });
  await world.storage.untilQuiet();
  const tables = (await world.storage.tablesWith(text, [...serviceDatabases, 'heya_bus', 'heya_portal'])).filter(
    (table) => !homes.has(table),
  );
  const found = [...tables, ...(await world.storage.logsWith(text))];
  require(found.length === 0, `found in ${found.join(', ')}`);
  return 'looked at every log, every table of the bus, the outboxes and all other tables but the post’s own; WAL left out, no metrics and no broker files exist';
}

/** What a stolen dump would hold. */
async function dump(world: World): Promise<string> {
  const signature = drawSignature();
  const { totpSecret, password } = world.account('nurse');
  const secrets = readJson(world.stack.files.secrets) as { cursorKey: string; keyEncryptionKeys: Record<string, string> };
  const bytes = [signature.toString('base64').slice(40, 140), signature.subarray(30, 90).toString('hex')];
  const texts = [totpSecret, password, secrets.cursorKey, ...Object.values(secrets.keyEncryptionKeys)];
  const found: string[] = [];
  for (const text of [...bytes, ...texts])
    found.push(...(await world.storage.tablesWith(text, [...serviceDatabases, 'heya_bus', 'heya_portal'])));
  require(found.length === 0, `found in ${[...new Set(found)].join(', ')}`);
  return 'signature pictures, passwords, one-time secrets and keys in no table; texts of posts and names lie in plain in their own tables';
}

export const atRestCases: Case[] = [
  { id: 'V43', text: 'the record edited, shortened, or recomputed by a superuser → audit:verify names the first bad entry', run: tampered },
  {
    id: 'V44',
    text: '(in part) a canary in a post → in no log, not on the bus, in no outbox; left out: WAL and base backups, metrics',
    run: canary,
  },
  {
    id: 'V47',
    text: '(in part) a dump of every table → no picture, password, secret or key in it; left out: texts and names, which lie in plain in their own tables, and base backups, of which there are none',
    run: dump,
  },
];
