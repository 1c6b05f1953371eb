/** The load process: holds the sockets and notes when the last frame of each came, so that measuring does not disturb the measured. */
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { monotonicMs } from './figures.ts';
import type { SocketAnswer, SocketOrder, SocketRecord } from './revocation.protocol.ts';

const subscription = `subscription ($roomId: ID!) {
  roomEvent(roomId: $roomId) { __typename ... on PostCreated { cursor post { id kind audience importance body authorName observedAt createdAt } } }
}`;
const atOnce = 25;
/** A gateway that is not sure of its lease lets nobody in for the moment. */
const [tries, pauseMs] = [40, 250];

let records: SocketRecord[] = [];
let sockets: WebSocket[] = [];
/** post id → how many sockets have it */
const heard = new Map<string, number>();
const tell = (answer: SocketAnswer): void => void process.send?.(answer);

process.on('message', (order: SocketOrder) => {
  obey(order).then(tell, (error: unknown) => tell({ type: 'failed', reason: String(error) }));
});
process.on('disconnect', () => process.exit());

async function obey(order: SocketOrder): Promise<SocketAnswer> {
  switch (order.type) {
    case 'open':
      await openAll(order);
      return { type: 'opened' };
    case 'heard':
      return { type: 'counted', count: heard.get(order.postId) ?? 0 };
    case 'ended':
      return { type: 'counted', count: records.filter(({ isEnded }) => isEnded).length };
    case 'collect': {
      const found = records;
      for (const socket of sockets) socket.terminate();
      [records, sockets] = [[], []];
      heard.clear();
      return { type: 'collected', sockets: found };
    }
  }
}

async function openAll({ url, roomId, count, tokens }: SocketOrder & { type: 'open' }): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    const size = Math.min(atOnce, count - from);
    await Promise.all(Array.from({ length: size }, (_, index) => enter(url, roomId, tokens[(from + index) % tokens.length] ?? '')));
  }
}

async function enter(url: string, roomId: string, token: string): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      return await open(url, roomId, token);
    } catch (error) {
      if (left === 0) throw error;
      await pause(pauseMs);
    }
  }
}

function open(url: string, roomId: string, token: string): Promise<void> {
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
  const record: SocketRecord = { lastFrameAt: 0, lastDataAt: 0, isEnded: false };
  return new Promise((resolve, reject) => {
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })));
    socket.on('message', (data: Buffer) => {
      const at = monotonicMs();
      const message = JSON.parse(data.toString()) as Frame;
      if (message.type === 'ping') socket.send('{"type":"pong"}');
      if (message.type === 'connection_ack') {
        socket.send(JSON.stringify({ id: 'events', type: 'subscribe', payload: { query: subscription, variables: { roomId } } }));
        sockets.push(socket);
        records.push(record);
        resolve();
      }
      if (message.id === 'events') note(record, message, at);
    });
    socket.on('error', reject);
    socket.on('close', () => {
      // A socket that goes says nothing more: that is an end too.
      if (!record.isEnded) [record.isEnded, record.lastFrameAt] = [true, monotonicMs()];
      reject(new Error('The socket was closed before it was let in.'));
    });
  });
}

interface Frame {
  id?: string;
  type: string;
  payload?: { data?: { roomEvent?: { post?: { id: string } } } };
}

function note(record: SocketRecord, { type, payload }: Frame, at: number): void {
  record.lastFrameAt = at;
  if (type !== 'next') record.isEnded = true;
  else if (payload?.data) record.lastDataAt = at;
  const id = payload?.data?.roomEvent?.post?.id;
  if (id) heard.set(id, (heard.get(id) ?? 0) + 1);
}
