/**
 * `npm run bench -- posts [--json] [--rate 150] [--seconds 600] [--rooms 200]`
 * Posts a second through gateway, checks, outbox and access record, sustained: each is due at its moment, whether the last was answered or not.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { databaseUrl } from '../postgres/provision.mjs';
import { Session } from '../local/api/graphql.mjs';
import { withOwnStack } from '../local/own-stack.mjs';
import { waitUntil } from '../local/processes/wait.mjs';
import type { Stack } from '../local/stack.mjs';
import { median, percentile, round } from './figures.ts';
import { Load } from './load.ts';
import type { WritingAnswer, WritingOrder, Written } from './posts.protocol.ts';
import { fill, roomIdOf } from './rooms.fill.ts';
import { roomy } from './roomy.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rate: { type: 'string', default: '150' },
    seconds: { type: 'string', default: '600' },
    rooms: { type: 'string', default: '200' },
  },
});
const [rate, seconds, rooms] = [values.rate, values.seconds, values.rooms].map(Number) as [number, number, number];
/** The writer's own: each keeps its posts in one line. */
const ownRooms = 20;
const renewMs = 60_000;
const sampleMs = 5_000;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Megabytes that each Node process holds, by name, one sample after the other. */
type Memory = Map<string, number[]>;

function sampleMemory(stack: Stack, memory: Memory): void {
  for (const { name, pid } of stack.processes().filter((each) => each.name !== 'postgres' && each.pid)) {
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    memory.set(name, [...(memory.get(name) ?? []), kilobytes / 1024]);
  }
}

/** Last quarter beside the second, when everything has warmed up. @returns the process that grew most, and by how much (MB) */
function growthOf(memory: Memory): { name: string; mb: number } {
  const grown = [...memory].map(([name, samples]) => {
    const part = (from: number): number => median(samples.slice((samples.length * from) / 4, (samples.length * (from + 1)) / 4));
    return { name, mb: part(3) - part(1) };
  });
  return grown.reduce((most, each) => (each.mb > most.mb ? each : most), { name: '', mb: Number.NEGATIVE_INFINITY });
}

/** What stands in the databases of what was acknowledged: nothing lost, nothing twice, each in the record of who did what. */
async function count(stack: Stack, authorId: string): Promise<{ posts: number; lines: number }> {
  const ask = async (service: string, text: string): Promise<number> => {
    const client = new pg.Client({ connectionString: databaseUrl(stack.adminUrl, `heya_${service}`) });
    await client.connect();
    try {
      const { rows } = await client.query<{ count: string }>(text, [authorId]);
      return Number(rows[0]?.count);
    } finally {
      await client.end();
    }
  };
  return {
    posts: await ask('timeline', 'select count(*) from post where author_id = $1'),
    lines: await ask(
      'consent',
      `select count(*) from access_log_entry where actor_id = $1 and action = 'CREATE' and line->>'subjectType' = 'Post'`,
    ),
  };
}

async function measure(stack: Stack): Promise<void> {
  const account = stack.demo?.accounts.find(({ role }) => role === 'careManager');
  if (!stack.demo || !account) throw new Error('The demo district is missing.');
  await fill(stack, { rooms, districtId: stack.demo.district.id, stewardId: account.userId, ownRooms });
  const session = await Session.open(stack.urls, account);
  const load = new Load<WritingOrder, WritingAnswer>('./posts.load.ts');
  const memory: Memory = new Map();
  const sampling = setInterval(() => sampleMemory(stack, memory), sampleMs);
  const renewing = setInterval(() => void session.accessToken().then((token) => load.tell({ type: 'token', token })), renewMs);
  try {
    const mine = Array.from({ length: ownRooms }, (_, index) => roomIdOf(index));
    const order = { type: 'write', gateway: stack.urls.gateway, token: await session.accessToken(), rooms: mine, rate, seconds } as const;
    const written = (await load.ask(order)) as Written;
    await waitUntil(async () => (await count(stack, account.userId)).lines >= written.acknowledged, {
      timeoutMs: 120_000,
      what: 'the record',
    });
    report(written, growthOf(memory), await count(stack, account.userId));
  } finally {
    clearInterval(sampling);
    clearInterval(renewing);
    load.end();
  }
}

function report(written: Written, growth: { name: string; mb: number }, kept: { posts: number; lines: number }): void {
  const failed = Object.values(written.errors).reduce((sum, each) => sum + each, 0);
  const figures = {
    postsPerSecond: round(written.acknowledged / seconds),
    p50Ms: round(percentile(written.latenciesMs, 0.5)),
    p99Ms: round(percentile(written.latenciesMs, 0.99)),
    errors: failed + written.skipped,
    lostOrDoubled: Math.abs(kept.posts - written.acknowledged),
    memoryGrowthMb: round(growth.mb),
  };
  say(
    `\n${rate} posts a second wanted for ${seconds} s: ${written.acknowledged} acknowledged, ${written.skipped} not begun, refused: ${JSON.stringify(written.errors)}`,
  );
  say(`in the database ${kept.posts}, in the access record ${kept.lines}; ${growth.name} grew most, by ${round(growth.mb)} MB`);
  process.stdout.write(values.json ? `${JSON.stringify({ name: 'posts', figures })}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}

await withOwnStack({ name: 'bench-posts', demo: 'accounts', environment: roomy }, measure);
