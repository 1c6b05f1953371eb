/** Keeps an open room current by its streams, and shuts it when the right to see it ends (R10, R26). */
import {
  ConsentChangesDocument,
  PostOneDocument,
  RoomChangesDocument,
  RoomEventsDocument,
  RoomFrameDocument,
  RoomScreenDocument,
  type RoomEventsSubscription,
} from '@heya/client/generated/graphql';
import { cursorTrail, type CursorTrail } from '@heya/client/cursor';
import type { Live, StreamEnd } from '@heya/client/live';
import { readAllAgain } from '#lib/again.svelte.ts';
import { send } from '#lib/api.ts';
import { signedOut, wipeDrafts, wipeServerData } from '#lib/wipe.ts';
import { pageSize } from './page-size.ts';
import type { Closed, RoomState } from './room-state.svelte.ts';

const forbiddenPauseMs = 30_000;
/** What happens meanwhile is not lost: the streams go on from what has been read. */
const resyncPauseMs = 1_000;

/** Starts following; the result stops it. */
export function followRoom(live: Live, room: RoomState): () => void {
  const stops: (() => void)[] = [];
  const patientId = room.frame?.patient.id;
  const stop = (): void => stops.splice(0).forEach((end) => end());
  const again = (): void => {
    if (!stops.length) return;
    stop();
    stops.push(followRoom(live, room));
  };
  if (room.closed || !patientId) return () => undefined;
  stops.push(followEvents(live, room, (reason) => void onEnd(reason, room, again)));
  stops.push(followChanges(live, room, again));
  stops.push(followConsent(live, room, patientId));
  return stop;
}

function followEvents(live: Live, room: RoomState, end: (reason: StreamEnd) => void): () => void {
  const trail = cursorTrail(room.eventCursor);
  return live.subscribe({
    document: RoomEventsDocument,
    variables: () => ({ roomId: room.id, after: trail.last }),
    next: ({ roomEvent }) => apply(room, roomEvent, trail),
    end,
  });
}

function apply(room: RoomState, event: RoomEventsSubscription['roomEvent'], trail: CursorTrail): void {
  if (!trail.admit(event.cursor)) return;
  room.eventCursor = trail.last;
  if (event.__typename === 'ReadSummaryChanged') return room.countReaders(event.post);
  if (event.__typename === 'AskChanged') return void readAgain(room, event.post.id);
  if (event.__typename === 'PostChanged') room.change(event.post);
  else room.receive(event.post);
  if (event.post.ask || event.post.vitals) void readAgain(room, event.post.id);
  if (event.post.vitals) void reloadFrame(room);
}

/** Who may take an answer on, or put values right, is told to each reader alone, not to all who listen. */
async function readAgain(room: RoomState, id: string): Promise<void> {
  const answer = await send(PostOneDocument, { id }).catch(() => undefined);
  if (answer?.post) room.take(answer.post);
}

/** Goes on from what the frame shows, not from what was told last: a change that could not be read is told again after a reconnect. */
function followChanges(live: Live, room: RoomState, again: () => void): () => void {
  return live.subscribe({
    document: RoomChangesDocument,
    variables: () => ({ roomId: room.id, after: room.changeCursor }),
    next: () => void reloadFrame(room),
    end: (reason) => void onChangesEnd(reason, room, again),
  });
}

async function onChangesEnd(reason: StreamEnd, room: RoomState, again: () => void): Promise<void> {
  if (reason !== 'FORBIDDEN' && reason !== 'RESYNC') return;
  await reloadFrame(room);
  if (reason === 'RESYNC') setTimeout(again, resyncPauseMs);
}

/** Changes of consents acted on since the portal was opened. */
const acted = cursorTrail(undefined);

/** A change begins another state of the room, with a cursor of its own; until that is read, the same change may be told again. */
function followConsent(live: Live, room: RoomState, patientId: string): () => void {
  return live.subscribe({
    document: ConsentChangesDocument,
    variables: () => ({ patientId, after: room.consentCursor }),
    next: ({ consentChanged }) => {
      const isNew = acted.admit(consentChanged.cursor);
      if (!isNew && !room.stale) return;
      if (consentChanged.consent.status === 'WITHDRAWN') shut(room, 'WITHDRAWN');
      else changeSight(room);
    },
    end: (reason) => {
      if (reason === 'RESYNC') changeSight(room);
      if (reason === 'FORBIDDEN') void reloadFrame(room);
    },
  });
}

/** Another consent, another sight: what may be gone is taken off at once, then this page and all of the room are read anew (R10). */
function changeSight(room: RoomState): void {
  room.forget();
  wipeServerData();
  void readAllAgain();
}

/** FORBIDDEN: empty first, ask why afterwards. RESYNC: the gap is too old, so everything is read again. */
async function onEnd(reason: StreamEnd, room: RoomState, again: () => void): Promise<void> {
  if (reason === 'UNAUTHENTICATED') return signedOut('ended', { keepDrafts: true });
  if (reason === 'UNSUPPORTED') return;
  if (reason === 'FORBIDDEN') shut(room, 'REMOVED');
  await reloadAll(room);
  // Readable but not to be followed (posts without consent, say): tried again now and then.
  if (!room.closed) setTimeout(again, reason === 'RESYNC' ? resyncPauseMs : forbiddenPauseMs);
}

function shut(room: RoomState, reason: Closed): void {
  room.close(reason);
  wipeServerData();
  wipeDrafts(room.id);
}

async function reloadAll(room: RoomState): Promise<void> {
  const answer = await send(RoomScreenDocument, { id: room.id, last: pageSize }).catch(() => undefined);
  if (answer === undefined) return;
  if (!answer.room) return shut(room, 'REMOVED');
  room.load(answer.room);
  if (room.closed) shut(room, room.closed);
}

async function reloadFrame(room: RoomState): Promise<void> {
  const answer = await send(RoomFrameDocument, { id: room.id }).catch(() => undefined);
  if (answer === undefined) return;
  if (!answer.room) return shut(room, 'REMOVED');
  room.setFrame(answer.room);
  if (room.closed) shut(room, room.closed);
}
