/** The load process: holds the sockets and notes when each frame arrived, so that measuring does not disturb the measured. */
import { WebSocket } from 'ws';
import { monotonicMs } from './figures.ts';
import type { LoadAnswer, LoadOrder } from './live.protocol.ts';

const subscription = `subscription ($roomId: ID!) {
  roomEvent(roomId: $roomId) {
    __typename
    ... on PostCreated {
      cursor
      post { id kind audience importance body authorName authorProfessionLabel authorFacilityName observedAt createdAt readSummary { readCount audienceCount } }
    }
  }
}`;

/** post id → when each subscriber's frame came in (ms of the shared clock) */
const arrivals = new Map<string, number[]>();
const sockets: WebSocket[] = [];
const tell = (answer: LoadAnswer): void => void process.send?.(answer);

process.on('message', (order: LoadOrder) => {
  obey(order).catch((error: unknown) => tell({ type: 'failed', reason: String(error) }));
});
process.on('disconnect', () => process.exit());

async function obey(order: LoadOrder): Promise<void> {
  if (loss) throw new Error(`A subscriber was lost: ${loss}`);
  if (order.type === 'open') {
    for (let index = 0; index < order.count; index += 1) await open(order, order.tokens[index % order.tokens.length] ?? '');
    return tell({ type: 'opened' });
  }
  if (order.type === 'count') return tell({ type: 'counted', count: arrivals.get(order.postId)?.length ?? 0 });
  const found = Object.fromEntries(arrivals);
  arrivals.clear();
  for (const socket of sockets.splice(0)) socket.close(1000);
  tell({ type: 'arrived', arrivals: found });
}

function open({ url, roomId }: LoadOrder & { type: 'open' }, token: string): Promise<void> {
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })));
    socket.on('message', (data: Buffer) => {
      const at = monotonicMs();
      const message = JSON.parse(data.toString()) as Frame;
      if (message.type === 'ping') socket.send('{"type":"pong"}');
      if (message.type === 'error' || message.type === 'complete') lost(data.toString(), reject);
      if (message.type === 'connection_ack') {
        socket.send(JSON.stringify({ id: 'events', type: 'subscribe', payload: { query: subscription, variables: { roomId } } }));
        resolve();
      }
      note(message, at);
    });
    socket.on('error', reject);
    socket.on('close', (code) => {
      // One that was lost stays lost: what it does not hear must not look like a delivery that is late.
      if (sockets.includes(socket)) lost(`socket closed with ${code}`, reject);
    });
  });
}

let loss: string | undefined;

function lost(reason: string, reject: (error: Error) => void): void {
  loss = reason;
  reject(new Error(reason));
}

interface Frame {
  type: string;
  payload?: { data?: { roomEvent?: { post?: { id: string } } } };
}

function note(message: Frame, at: number): void {
  const id = message.payload?.data?.roomEvent?.post?.id;
  if (!id) return;
  const known = arrivals.get(id);
  if (known) known.push(at);
  else arrivals.set(id, [at]);
}
