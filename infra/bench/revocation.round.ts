/** One round: a room of its own with a crowd of sockets, its consent withdrawn, and when each socket heard the last. */
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from '../local/api/uuid.mjs';
import { type Cast, openRoom } from '../local/demo/journey.mjs';
import { writePost } from '../local/demo/operations.mjs';
import type { Stack } from '../local/stack.mjs';
import { monotonicMs } from './figures.ts';
import { Load } from './load.ts';
import { everybody, room as script, withdraw } from './revocation.room.ts';
import type { SocketAnswer, SocketOrder, SocketRecord } from './revocation.protocol.ts';

const patienceMs = 10_000;
/** How long one post may take to reach everybody before the next is tried. */
const hearMs = 3_000;
/** How long posts go on before and after the withdrawal. */
const aroundMs = 3_000;

type Sockets = Load<SocketOrder, SocketAnswer>;

export interface Wishes {
  sockets: number;
  /** Posts a second while the consent is withdrawn. */
  rate: number;
}

export interface Ending {
  /** From the acknowledgement to each socket's last frame (ms); 0 when that came before. */
  afterAckMs: number[];
  /** From sending the withdrawal to its acknowledgement (ms). */
  ackMs: number;
}

export async function runRound(stack: Stack, cast: Cast, { sockets, rate }: Wishes): Promise<Ending> {
  const opened = await openRoom(cast, script);
  const load: Sockets = new Load('./revocation.load.ts');
  try {
    const tokens = await Promise.all(everybody.map(async (role) => (await cast.as(role)).accessToken()));
    await load.ask({ type: 'open', url: stack.urls.socket, roomId: opened.id, count: sockets, tokens });
    await untilAllHear(cast, load, { roomId: opened.id, sockets });
    const posting = rate > 0 ? keepPosting(cast, opened.id, rate) : undefined;
    await pause(aroundMs);
    await requireAllOpen(load);
    const { sentAt, ackAt } = await withdraw(cast, opened.consentId);
    await untilAllEnded(load, sockets);
    await pause(aroundMs);
    await posting?.stop();
    const { sockets: records } = (await load.ask({ type: 'collect' })) as SocketAnswer & { type: 'collected' };
    return { ackMs: ackAt - sentAt, afterAckMs: endsOf(records, ackAt) };
  } finally {
    load.end();
  }
}

/** @throws when one was not ended, or heard something after it was told the end */
function endsOf(records: readonly SocketRecord[], ackAt: number): number[] {
  if (records.some(({ isEnded }) => !isEnded)) throw new Error('A socket was not ended.');
  return records.map(({ lastFrameAt, lastDataAt }) => Math.max(0, Math.max(lastFrameAt, lastDataAt) - ackAt));
}

/** A subscription says nothing when it has begun: post until everybody hears it. */
async function untilAllHear(cast: Cast, load: Sockets, { roomId, sockets }: { roomId: string; sockets: number }): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    const id = await post(cast, roomId);
    await requireAllOpen(load);
    if (await reaches(load, { type: 'heard', postId: id }, sockets, hearMs)) return;
  }
  throw new Error('The sockets do not all hear what is posted.');
}

/** What was ended for another reason says nothing of the withdrawal. */
async function requireAllOpen(load: Sockets): Promise<void> {
  const answer = await load.ask({ type: 'ended' });
  if (answer.type !== 'counted' || answer.count > 0) throw new Error('Sockets were ended before the withdrawal.');
}

async function untilAllEnded(load: Sockets, sockets: number): Promise<void> {
  if (!(await reaches(load, { type: 'ended' }, sockets))) throw new Error(`Not every socket was ended within ${patienceMs} ms.`);
}

async function reaches(load: Sockets, order: SocketOrder, wanted: number, ms = patienceMs): Promise<boolean> {
  for (const deadline = monotonicMs() + ms; monotonicMs() < deadline; await pause(50)) {
    const answer = await load.ask(order);
    if (answer.type === 'counted' && answer.count >= wanted) return true;
  }
  return false;
}

async function post(cast: Cast, roomId: string): Promise<string> {
  const id = uuidv7();
  await (
    await cast.as('nurse')
  ).send(writePost, { input: { idempotencyKey: id, roomId, audience: 'EVERYONE', body: '訪問しました。お変わりありません。' } });
  return id;
}

/** Without waiting for the answers: the rate is kept, whatever the stack does. */
function keepPosting(cast: Cast, roomId: string, rate: number): { stop(): Promise<void> } {
  const sent: Promise<unknown>[] = [];
  const timer = setInterval(() => void sent.push(post(cast, roomId).catch(() => undefined)), 1000 / rate);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(sent);
    },
  };
}
