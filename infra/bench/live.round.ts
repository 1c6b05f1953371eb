/** One round of the live benchmark: subscribers of one room in a process of their own, posts through the whole real stack. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Session } from '../local/api/graphql.mjs';
import { uuidv7 } from '../local/api/uuid.mjs';
import { writePost } from '../local/demo/operations.mjs';
import type { Stack } from '../local/stack.mjs';
import { cpuSeconds, monotonicMs } from './figures.ts';
import { Load } from './load.ts';
import type { LoadAnswer, LoadOrder } from './live.protocol.ts';

const warmPosts = 10;

type Subscribers = Load<LoadOrder, LoadAnswer>;

export interface Wishes {
  posts: number;
  subscribers: number;
  /** Posts a second. */
  rate: number;
}

export interface Room {
  stack: Stack;
  roomId: string;
  author: Session;
  readers: Session[];
}

export interface RoundFigures {
  /** One for each frame at each subscriber. */
  latenciesMs: number[];
  deliveries: number;
  /** Of the gateway, from the first measured post to the last delivery. */
  cpuSeconds: number;
}

/** Opens the sockets, warms up until every subscriber receives, then posts and measures. */
export async function runRound(room: Room, wishes: Wishes): Promise<RoundFigures> {
  const load: Subscribers = new Load('./live.load.ts');
  try {
    const tokens = await Promise.all(room.readers.map((reader) => reader.accessToken()));
    await load.ask({ type: 'open', url: room.stack.urls.socket, roomId: room.roomId, count: wishes.subscribers, tokens });
    await warmUp(room, load, wishes.subscribers);
    const pid = gatewayPid(room.stack);
    const cpuBefore = cpuSeconds(pid);
    const sent = await postAll(room, wishes);
    await awaitDelivery(load, sent.at(-1)?.id ?? '', wishes.subscribers);
    const used = cpuSeconds(pid) - cpuBefore;
    const { arrivals } = (await load.ask({ type: 'collect' })) as LoadAnswer & { type: 'arrived' };
    const latenciesMs = sent.flatMap(({ id, at }) => (arrivals[id] ?? []).map((arrival) => arrival - at));
    return { latenciesMs, deliveries: latenciesMs.length, cpuSeconds: used };
  } finally {
    load.end();
  }
}

/** A subscription says nothing when it has begun: post until everybody hears it, and a little longer, so that everything is warm. */
async function warmUp(room: Room, load: Subscribers, subscribers: number): Promise<void> {
  let heard = 0;
  for (let tries = 0; tries < 30 && heard < warmPosts; tries += 1) {
    const { id } = await post(room);
    heard = (await delivered(load, id, subscribers, 30_000)) ? heard + 1 : 0;
  }
  if (heard < warmPosts) throw new Error('The subscribers do not all hear what is posted.');
}

async function postAll(room: Room, { posts, rate }: Wishes): Promise<{ id: string; at: number }[]> {
  const begun = monotonicMs();
  const sent: { id: string; at: number }[] = [];
  for (let index = 0; index < posts; index += 1) {
    await pause(Math.max(0, begun + (index * 1000) / rate - monotonicMs()));
    sent.push(await post(room));
  }
  return sent;
}

async function post({ author, roomId }: Room): Promise<{ id: string; at: number }> {
  const id = uuidv7();
  const at = monotonicMs();
  await author.change(writePost, {
    input: { idempotencyKey: id, roomId, audience: 'EVERYONE', body: '訪問しました。お変わりありません。血圧と脈も落ち着いています。' },
  });
  return { id, at };
}

async function awaitDelivery(load: Subscribers, id: string, subscribers: number): Promise<void> {
  if (!(await delivered(load, id, subscribers, 120_000))) throw new Error('The last post did not reach every subscriber.');
}

async function delivered(load: Subscribers, postId: string, subscribers: number, timeoutMs: number): Promise<boolean> {
  const deadline = monotonicMs() + timeoutMs;
  while (monotonicMs() < deadline) {
    const answer = await load.ask({ type: 'count', postId });
    if (answer.type === 'counted' && answer.count >= subscribers) return true;
    await pause(20);
  }
  return false;
}

function gatewayPid(stack: Stack): number {
  const pid = stack.processes().find(({ name }) => name === 'gateway')?.pid;
  if (!pid) throw new Error('The gateway is not running.');
  return pid;
}
