import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TypedDocumentString } from './generated/graphql.ts';
import { openLive, type Live, type StreamEnd } from './live.ts';

interface Frame {
  type: string;
  id?: string;
  payload?: unknown;
}

/** The gateway's side of graphql-transport-ws, as far as these streams need it. */
class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static all: FakeSocket[] = [];
  readonly subscribed: { id: string; variables: unknown; documentId: unknown }[] = [];
  readyState = 0;
  ticket: unknown;
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number; reason: string; wasClean: boolean }) => void;
  onerror?: (event: unknown) => void;

  constructor() {
    FakeSocket.all.push(this);
    queueMicrotask(() => {
      this.readyState = 1;
      this.onopen?.();
    });
  }

  send(text: string): void {
    const frame = JSON.parse(text) as Frame;
    if (frame.type === 'connection_init') {
      this.ticket = (frame.payload as { ticket?: unknown }).ticket;
      this.say({ type: 'connection_ack' });
    }
    if (frame.type === 'subscribe')
      this.subscribed.push({ id: frame.id ?? '', ...(frame.payload as { variables: unknown; documentId: unknown }) });
  }

  say(frame: Frame): void {
    queueMicrotask(() => this.onmessage?.({ data: JSON.stringify(frame) }));
  }

  /** The connection is lost, or closed by us. */
  close(code = 1006): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    queueMicrotask(() => this.onclose?.({ code, reason: '', wasClean: code === 1000 }));
  }
}

const document = { __meta__: { id: 'sha256:posts', operation: 'subscription' } } as unknown as TypedDocumentString<
  { at: number },
  { after: number }
>;

/** One stream that resumes after what it saw last. */
function follow(ticket: () => Promise<{ ticket: string; url: string } | null>) {
  const seen: number[] = [];
  const ends: StreamEnd[] = [];
  const live: Live = openLive({ ticket, wait: () => Promise.resolve() });
  const stop = live.subscribe({
    document,
    variables: () => ({ after: seen.at(-1) ?? 0 }),
    next: ({ at }) => void seen.push(at),
    end: (reason) => void ends.push(reason),
  });
  return { seen, ends, live, stop };
}

function tickets() {
  let count = 0;
  return () => Promise.resolve({ ticket: `t${++count}`, url: 'ws://gateway/graphql' });
}

const socket = async (index: number): Promise<FakeSocket> => {
  await vi.waitFor(() => expect(FakeSocket.all[index]?.subscribed.length).toBeGreaterThan(0));
  return FakeSocket.all[index] as FakeSocket;
};
const give = (from: FakeSocket, payload: unknown): void => from.say({ type: 'next', id: from.subscribed.at(-1)?.id ?? '', payload });

describe('a live stream (R26)', () => {
  beforeEach(() => {
    FakeSocket.all = [];
    vi.stubGlobal('WebSocket', FakeSocket);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('sends the id of its document, and resumes where it was on a new socket with a new ticket', async () => {
    const { seen, ends, live } = follow(tickets());
    const first = await socket(0);
    expect(first.subscribed).toMatchObject([{ documentId: 'sha256:posts', variables: { after: 0 } }]);
    give(first, { data: { at: 1 } });
    give(first, { data: { at: 2 } });
    await vi.waitFor(() => expect(seen).toEqual([1, 2]));
    first.close();
    const second = await socket(1);
    expect([first.ticket, second.ticket]).toEqual(['t1', 't2']);
    expect(second.subscribed).toMatchObject([{ variables: { after: 2 } }]);
    give(second, { data: { at: 3 } });
    await vi.waitFor(() => expect(seen).toEqual([1, 2, 3]));
    expect(ends).toEqual([]);
    live.close();
  });

  it.each([
    ['FORBIDDEN', 'FORBIDDEN'],
    ['CONSENT_REQUIRED', 'FORBIDDEN'],
    ['RESYNC', 'RESYNC'],
    ['UNAUTHENTICATED', 'UNAUTHENTICATED'],
  ])('ends for good when it is told %s, once, and asks no more', async (code, reason) => {
    const { seen, ends, live } = follow(tickets());
    const first = await socket(0);
    first.say({ type: 'error', id: first.subscribed[0]?.id ?? '', payload: [{ message: 'no', extensions: { code } }] });
    await vi.waitFor(() => expect(ends).toEqual([reason]));
    give(first, { data: { at: 9 } });
    await Promise.resolve();
    expect([seen, first.subscribed.length, FakeSocket.all.length]).toEqual([[], 1, 1]);
    live.close();
  });

  it('shows nothing that comes after the end', async () => {
    const { seen, ends, live } = follow(tickets());
    const first = await socket(0);
    give(first, { data: null, errors: [{ message: 'over', extensions: { code: 'FORBIDDEN' } }] });
    give(first, { data: { at: 9 } });
    await vi.waitFor(() => expect(ends).toEqual(['FORBIDDEN']));
    expect(seen).toEqual([]);
    live.close();
  });

  it('ends when the sign-in is over, and tries again while nobody gives tickets', async () => {
    const answers = [() => Promise.reject(new Error('down')), () => Promise.resolve(null)];
    const { ends, live } = follow(() => answers.shift()!());
    await vi.waitFor(() => expect(ends).toEqual(['UNAUTHENTICATED']));
    expect(FakeSocket.all).toEqual([]);
    live.close();
  });

  it('says nothing more after it was stopped', async () => {
    const { seen, ends, stop, live } = follow(tickets());
    const first = await socket(0);
    stop();
    give(first, { data: { at: 1 } });
    await Promise.resolve();
    expect([seen, ends]).toEqual([[], []]);
    live.close();
  });

  it('is closed while its socket is being opened, and does not mind that the socket is refused', async () => {
    class Unanswered extends FakeSocket {
      override send(): void {}
    }
    vi.stubGlobal('WebSocket', Unanswered);
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const { live, ends } = follow(tickets());
    await vi.waitFor(() => expect(FakeSocket.all[0]?.readyState).toBe(FakeSocket.OPEN));
    live.close();
    FakeSocket.all[0]?.close(4403);
    await new Promise(setImmediate);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect([FakeSocket.all.length, ends]).toEqual([1, []]);
  });
});
