/**
 * `npm run bench -- access [--json] [--posts 100000] [--rooms 500] [--rounds 5] [--requests 200]`
 * What full checks, row-level security and the access record cost on a timeline page and on a post: the running timeline service beside
 * the same service without them (services/timeline/src/testing/bare.ts), in turns within one run, on the same database.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { uuidv7 } from '../local/api/uuid.mjs';
import { withOwnStack } from '../local/own-stack.mjs';
import { freePorts } from '../local/processes/ports.mjs';
import { isHealthy, waitUntil } from '../local/processes/wait.mjs';
import { databaseUrl } from '../postgres/provision.mjs';
import type { Stack } from '../local/stack.mjs';
import { type Asked, SubgraphCaller, type Viewer } from './access.client.ts';
import { fill, type Ground } from './access.fill.ts';
import { median, ratioOfMedians, round, type Sides } from './figures.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    posts: { type: 'string', default: '100000' },
    rooms: { type: 'string', default: '500' },
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '200' },
  },
});
const rounds = Number(values.rounds);
const requests = Number(values.requests);
/** Asked of one side before it is the other's turn. */
const blockSize = 20;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** What the portal shows of a post, as far as timeline answers it. */
const shown = `id author { id } authorName authorProfessionLabel authorFacilityName kind audience importance body observedAt createdAt version
  readSummary { readCount audienceCount } viewerHasRead vitals { id takenAt note worstFlag measurements { kind value unit flag } }`;
const page = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Room { posts(last: 20) { nodes { ${shown} } pageInfo { hasPreviousPage startCursor } } } } }`;
const create = `mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { ${shown} } userErrors { code } } }`;

interface Side {
  name: keyof Sides;
  caller: SubgraphCaller;
}
type Request = (caller: SubgraphCaller, room: string) => Promise<Asked>;

async function startBare(stack: Stack, { rooms, districtId, bareUrl }: Ground): Promise<{ child: ChildProcess; port: number }> {
  const { bare: port } = (await freePorts(['bare'])) as { bare: number };
  const { folder, environment } = stack.planOf('timeline');
  const places = Object.fromEntries(rooms.map(({ roomId, patientId }) => [roomId, { patientId, districtId }]));
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', 'src/testing/bare.ts', JSON.stringify(places)], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment, DATABASE_URL: bareUrl, PORT: String(port) },
  });
  await waitUntil(() => child.exitCode !== null || isHealthy(port), { timeoutMs: 60_000, what: fileURLToPath(import.meta.url) });
  return { child, port };
}

interface Measured {
  read: Sides[];
  write: Sides[];
}

async function measure(stack: Stack, ground: Ground, barePort: number): Promise<Measured> {
  const key = Buffer.from(stack.planOf('timeline').environment.ENVELOPE_KEY ?? '', 'hex');
  const asked = { service: 'timeline', key, viewer: nurse(ground) };
  const sides: Side[] = [
    { name: 'withChecks', caller: new SubgraphCaller(stack.planOf('timeline').port, asked) },
    { name: 'without', caller: new SubgraphCaller(barePort, asked) },
  ];
  const rooms = ground.rooms.map(({ roomId }) => roomId);
  await requireSameAnswer(sides, rooms);
  for (const request of [read, write]) await takeTurns(stack, sides, { rooms, request });
  const measured: Measured = { read: [], write: [] };
  for (let index = 0; index < rounds; index += 1) {
    for (const [name, request] of [
      ['read', read],
      ['write', write],
    ] as const) {
      const times = await takeTurns(stack, sides, { rooms, request });
      measured[name].push(times);
      say(`round ${index + 1} ${name}: ${describe(times)}`);
    }
  }
  for (const { caller } of sides) caller.close();
  return measured;
}

const read: Request = (caller, id) => caller.ask(page, { r: [{ __typename: 'Room', id }] });

const write: Request = async (caller, roomId) => {
  const body = '訪問しました。お変わりありません。血圧と脈も落ち着いています。';
  const asked = await caller.ask(create, { input: { idempotencyKey: uuidv7(), roomId, audience: 'EVERYONE', body } });
  if (!asked.data.postCreate.post) throw new Error(`Not written: ${JSON.stringify(asked.data)}`);
  return asked;
};

/** Without this the comparison would mean nothing. */
async function requireSameAnswer(sides: readonly Side[], rooms: readonly string[]): Promise<void> {
  const [room = ''] = rooms;
  const answers = await Promise.all(sides.map(async ({ caller }) => posts((await read(caller, room)).data)));
  if (answers[0] !== answers[1] || !answers[0]?.includes('measurements')) throw new Error('Both sides must answer the same page.');
}

/** Cursors are sealed with a nonce each time, so they are left out. */
const posts = (data: Record<string, any>): string => JSON.stringify(data._entities[0].posts.nodes);

/** A block of one side, a block of the other, and the other way round: what disturbs the machine disturbs both. */
async function takeTurns(
  stack: Stack,
  sides: readonly Side[],
  { rooms, request }: { rooms: readonly string[]; request: Request },
): Promise<Sides> {
  const times: Sides = { withChecks: [], without: [] };
  for (let block = 0; block < requests / blockSize; block += 1) {
    for (const { name, caller } of block % 2 ? [...sides].reverse() : sides) {
      await untilQuiet(stack);
      for (let index = 0; index < blockSize; index += 1) {
        const asked = await request(caller, rooms[(block * blockSize + index) % rooms.length] ?? '');
        // The first of a block wakes what slept.
        if (index > 1) times[name].push(asked.ms);
      }
    }
  }
  return times;
}

/** What one side left to be told must not burden the other. */
async function untilQuiet({ adminUrl }: Stack): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(adminUrl, 'heya_timeline') });
  await client.connect();
  try {
    const waiting = 'select 1 from audit_entry where not shipped union all select 1 from outbox_event where position is null limit 1';
    await waitUntil(async () => (await client.query(waiting)).rowCount === 0, { timeoutMs: 30_000, what: 'the relay' });
  } finally {
    await client.end();
  }
}

function nurse({ userId, districtId }: Ground): Viewer {
  const labels = { name: '鈴木 明子', profession: '看護師', facility: '若葉訪問看護ステーション' };
  return {
    type: 'person',
    userId,
    districtId,
    kind: 'PROFESSIONAL',
    sessionId: uuidv7(),
    clientId: 'heya-cli',
    profession: 'NURSE',
    labels,
  };
}

function report({ read: reads, write: writes }: Measured): void {
  const figures = { readRatio: round(ratioOfMedians(reads), 2), writeRatio: round(ratioOfMedians(writes), 2) };
  say(`\n${values.posts} posts in ${values.rooms} rooms, ${rounds} rounds of ${requests} requests a side`);
  say(`a page of 20: ${describe(together(reads))}, ratio ${figures.readRatio}`);
  say(`a post:       ${describe(together(writes))}, ratio ${figures.writeRatio}`);
  process.stdout.write(values.json ? `${JSON.stringify({ name: 'access', figures })}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}

const together = (all: readonly Sides[]): Sides => ({
  withChecks: all.flatMap(({ withChecks }) => withChecks),
  without: all.flatMap(({ without }) => without),
});

const describe = ({ withChecks, without }: Sides): string =>
  `${round(median(withChecks), 2)} ms with checks, ${round(median(without), 2)} ms without`;

await withOwnStack({ name: 'bench-access', demo: 'accounts' }, async (stack) => {
  const ground = await fill(stack, { posts: Number(values.posts), rooms: Number(values.rooms), ownRooms: 10 });
  const bare = await startBare(stack, ground);
  try {
    report(await measure(stack, ground, bare.port));
  } finally {
    bare.child.kill();
    await once(bare.child, 'exit');
  }
});
