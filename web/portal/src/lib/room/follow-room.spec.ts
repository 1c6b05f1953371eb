/** R10, R26: nothing of an open room is missed before its streams begin, while the line is broken, or when a gap is too old. */
import type { Live, Stream, StreamEnd } from '@heya/client/live';
import {
  ConsentChangesDocument,
  RoomChangesDocument,
  RoomEventsDocument,
  RoomFrameDocument,
  type RoomScreenQuery,
} from '@heya/client/generated/graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAllAgain } from '#lib/again.svelte.ts';
import { send } from '#lib/api.ts';
import { followRoom } from './follow-room.ts';
import { RoomState } from './room-state.svelte.ts';

vi.mock('#lib/again.svelte.ts', () => ({ readAllAgain: vi.fn(() => Promise.resolve()) }));
vi.mock('#lib/api.ts', () => ({ send: vi.fn() }));
vi.mock('#lib/wipe.ts', () => ({ signedOut: vi.fn(), wipeDrafts: vi.fn(), wipeServerData: vi.fn() }));

type Room = NonNullable<RoomScreenQuery['room']>;
type Kept = Stream<unknown, Record<string, unknown>>;

/** A room as the page's query answers, with the cursors it was read at. */
const answered = (changeCursor: string, consentCursor = 'consent 1'): Room =>
  ({
    id: 'room',
    consentState: 'ACTIVE',
    changeCursor,
    eventCursor: 'event 1',
    viewerMembership: { id: 'm', role: 'CARE_TEAM', status: 'ACTIVE' },
    patient: { id: 'patient', consentCursor, disclosures: [] },
    memberships: { nodes: [] },
    inspections: [],
    posts: { nodes: [], pageInfo: { hasPreviousPage: false, startCursor: null } },
  }) as unknown as Room;

let streams: Kept[];
const live: Live = {
  subscribe(stream) {
    const kept = stream as unknown as Kept;
    streams.push(kept);
    return () => streams.splice(streams.indexOf(kept), 1);
  },
  close: () => undefined,
};
const documents = { roomEvent: RoomEventsDocument, roomChanged: RoomChangesDocument, consentChanged: ConsentChangesDocument };
const stream = (field: keyof typeof documents): Kept => {
  const found = streams.filter(({ document }) => (document as unknown) === documents[field]);
  expect(found).toHaveLength(1);
  return found[0] as Kept;
};
const open = (room = answered('change 1')): RoomState => new RoomState(room, { id: 'viewer', kind: 'PROFESSIONAL' });
const answers = (room: Room): unknown => vi.mocked(send).mockImplementation(() => Promise.resolve({ room }));
const consent = (cursor: string, status = 'ACTIVE') => ({ consentChanged: { cursor, consent: { id: 'c', status } } });

beforeEach(() => {
  streams = [];
  vi.useFakeTimers();
  // Runes are the compiler's; without a screen a plain value does.
  vi.stubGlobal(
    '$state',
    Object.assign(<T>(value: T): T => value, { raw: <T>(value: T): T => value }),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

describe('following a room', () => {
  it('begins where the page was read', () => {
    followRoom(live, open());
    expect(stream('roomEvent').variables()).toEqual({ roomId: 'room', after: 'event 1' });
    expect(stream('roomChanged').variables()).toEqual({ roomId: 'room', after: 'change 1' });
    expect(stream('consentChanged').variables()).toEqual({ patientId: 'patient', after: 'consent 1' });
  });

  it('goes on from the frame that shows a change; one that could not be read is asked for again', async () => {
    const room = open();
    followRoom(live, room);
    vi.mocked(send).mockRejectedValueOnce(new Error('offline'));
    stream('roomChanged').next({ roomChanged: { cursor: 'change 2' } });
    await vi.runAllTimersAsync();
    expect(stream('roomChanged').variables()).toMatchObject({ after: 'change 1' });
    answers(answered('change 2', 'consent 2'));
    stream('roomChanged').next({ roomChanged: { cursor: 'change 2' } });
    await vi.runAllTimersAsync();
    expect(stream('roomChanged').variables()).toMatchObject({ after: 'change 2' });
    // The frame is not all of the room: what else was read under the earlier consent is still there.
    expect(stream('consentChanged').variables()).toMatchObject({ after: 'consent 1' });
  });

  it('reads the frame and follows again, each stream once, when a gap of the room is too old', async () => {
    const room = open();
    const stop = followRoom(live, room);
    answers(answered('change 9'));
    stream('roomChanged').end('RESYNC');
    await vi.runAllTimersAsync();
    expect(vi.mocked(send).mock.calls.map(([document]) => document)).toEqual([RoomFrameDocument]);
    expect(streams).toHaveLength(3);
    expect(stream('roomChanged').variables()).toMatchObject({ after: 'change 9' });
    stop();
    expect(streams).toEqual([]);
  });

  it.each<StreamEnd>(['RESYNC', 'FORBIDDEN'])('does not begin again after %s when the room was left', async (reason) => {
    const stop = followRoom(live, open());
    answers(answered('change 9'));
    const ended = stream('roomChanged');
    stop();
    ended.end(reason);
    await vi.runAllTimersAsync();
    expect(streams).toEqual([]);
  });
});

describe('a changed consent', () => {
  it('takes all of the room off the screen and reads it anew; told twice, it is read once', () => {
    const room = open();
    followRoom(live, room);
    stream('consentChanged').next(consent('once'));
    expect([room.stale, vi.mocked(readAllAgain).mock.calls.length]).toEqual([true, 1]);
    streams = [];
    const next = open();
    followRoom(live, next);
    stream('consentChanged').next(consent('once'));
    expect([next.stale, vi.mocked(readAllAgain).mock.calls.length]).toEqual([false, 1]);
  });

  it('leaves nothing of the patient in memory that it may no longer cover, whether or not the room can be read anew (R9)', () => {
    const secret = '37.8';
    const answer = answered('change 1');
    const post = { id: 'p', version: 1, createdAt: '2026-11-22T00:00:00Z', body: secret };
    Object.assign(answer, {
      posts: { nodes: [post], pageInfo: { hasPreviousPage: true, startCursor: 'p' } },
      firstUnreadPost: { id: 'p' },
    });
    Object.assign(answer.patient, { name: secret, latestVitals: [{ value: secret }] });
    const room = open(answer);
    followRoom(live, room);
    const held = (): string => JSON.stringify([room, answer]);
    expect(held()).toContain(secret);
    stream('consentChanged').next(consent('narrower'));
    expect(held()).not.toContain(secret);
    expect(room.frame).toMatchObject({ id: 'room', viewerMembership: { role: 'CARE_TEAM' }, patient: { id: 'patient', name: null } });
    expect([room.posts, room.before, room.unreadLine]).toEqual([[], null, null]);
  });

  it('is acted on again as long as the room could not be read anew', () => {
    const room = open();
    followRoom(live, room);
    stream('consentChanged').next(consent('again'));
    stream('consentChanged').next(consent('again'));
    expect(vi.mocked(readAllAgain)).toHaveBeenCalledTimes(2);
  });

  it('shuts the room when it was withdrawn', () => {
    const room = open();
    followRoom(live, room);
    stream('consentChanged').next(consent('withdrawn', 'WITHDRAWN'));
    expect([room.closed, room.frame]).toEqual(['WITHDRAWN', null]);
  });

  it('counts as changed when the gap is too old to tell', () => {
    const room = open();
    followRoom(live, room);
    stream('consentChanged').end('RESYNC');
    expect([room.stale, vi.mocked(readAllAgain).mock.calls.length]).toEqual([true, 1]);
  });
});
