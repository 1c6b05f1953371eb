/** Years in a moment: dates of a room lie further back, and what the clock would then begin is begun. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Joined } from './join.ts';

const pollMs = 200;
const patienceMs = 60_000;

const inRooms = <T>(stack: Joined, work: (client: pg.Client) => Promise<T>): Promise<T> => inDatabase(stack, 'heya_room', work);

async function inDatabase<T>({ adminUrl }: Joined, name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: Object.assign(new URL(adminUrl), { pathname: `/${name}` }).toString() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Queues a job of the room service as its schedule would. @returns when it has been done */
function runJob(stack: Joined, name: string): Promise<void> {
  return inRooms(stack, async (client) => {
    const queue = `insert into jobs.job (name, policy, heartbeat_seconds) values ($1, 'exclusive', 60) on conflict do nothing returning id`;
    const deadline = Date.now() + patienceMs;
    let id: string | undefined;
    // One at a time: whatever runs already may have looked before the dates were moved.
    while (!id) {
      id = (await client.query<{ id: string }>(queue, [name])).rows[0]?.id;
      if (!id) await pause(pollMs);
      if (Date.now() > deadline) throw new Error(`${name} is never done`);
    }
    const state = async (): Promise<string | undefined> =>
      (await client.query<{ state: string }>('select state from jobs.job where id = $1', [id])).rows[0]?.state;
    for (let now = await state(); now !== 'completed'; now = await state()) {
      if (now === 'failed' || Date.now() > deadline) throw new Error(`${name} is not done: ${now}`);
      await pause(pollMs);
    }
  });
}

const move = (stack: Joined, statements: readonly string[], roomId: string): Promise<void> =>
  inRooms(stack, async (client) => {
    for (const statement of statements) await client.query(statement, [roomId]);
  });

/** Nobody has written in the room for more than a year. */
export async function leaveUnused(stack: Joined, roomId: string): Promise<void> {
  const since = [
    "update room set opened_at = opened_at - interval '13 months' where id = $1",
    'update room_activity set day = day - 400 where room_id = $1',
  ];
  await move(stack, since, roomId);
  await runJob(stack, 'dormancy');
}

/** The days in which a closing room can be read are over. */
export async function endClosing(stack: Joined, roomId: string): Promise<void> {
  await move(stack, ["update room_retention set closes_at = now() - interval '1 minute' where room_id = $1"], roomId);
  await runJob(stack, 'room-closing');
}

/** The years for which records are kept are over. */
export const endHold = (stack: Joined, roomId: string): Promise<void> =>
  move(stack, ['update room_retention set hold_ends_on = current_date - 1 where room_id = $1'], roomId);

/** One step of erasing: the services are asked, or what they have answered is written down. */
export const stepPurge = (stack: Joined): Promise<void> => runJob(stack, 'room-purge');

/** Whoever has read in the room did so an hour ago, and was never there before. */
export async function readEarlier(stack: Joined, roomId: string): Promise<void> {
  const moved = "update reading_position set last_read_at = last_read_at - interval '1 hour', before_visit_at = null where room_id = $1";
  await inDatabase(stack, 'heya_timeline', (client) => client.query(moved, [roomId]));
}
