/** Reads that race a withdrawal: none that is begun after its acknowledgement may return data. */
import { type Cast, openRoom } from '../local/demo/journey.mjs';
import { monotonicMs } from './figures.ts';
import { room as script, withdraw } from './revocation.room.ts';

/** Members who do not register patients, and the family. */
const readers = ['secondNurse', 'careManager', 'helper', 'pharmacist', 'family'];
const atOnce = 12;
const warmReads = 120;

export interface Late {
  /** Begun after the acknowledgement. */
  started: number;
  /** Of those, how many returned data. */
  withData: number;
}

interface Kind {
  name: string;
  query: string;
  id: 'room' | 'patient' | 'post';
}

/** A page, each kind of thing by its id, and what is counted. The ids themselves are the asker's own. */
const kinds: readonly Kind[] = [
  {
    name: 'page',
    id: 'room',
    query: 'query ($id: ID!) { room(id: $id) { posts(first: 20) { nodes { id body authorName vitals { measurements { value } } } } } }',
  },
  {
    name: 'room',
    id: 'room',
    query: 'query ($id: ID!) { room(id: $id) { lastPost { excerpt } firstUnreadPost { body } patient { name birthDate } } }',
  },
  { name: 'post', id: 'post', query: 'query ($id: ID!) { post(id: $id) { body authorName readSummary { readCount } } }' },
  {
    name: 'patient',
    id: 'patient',
    query:
      'query ($id: ID!) { patient(id: $id) { name nameKana birthDate latestVitals { value } vitals(first: 5) { nodes { takenAt } } } }',
  },
  {
    name: 'counts',
    id: 'room',
    query:
      'query ($id: ID!) { room(id: $id) { unreadCount lastActivityAt posts(first: 1) { totalCount } patient { vitals(first: 1) { totalCount } } } }',
  },
];

/** @returns whether anything but empty lists and absent objects came */
export function holdsData(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some(holdsData);
  return typeof value === 'object' ? Object.values(value).some(holdsData) : true;
}

interface Read {
  kind: string;
  startedAt: number;
  hasData: boolean;
}

/** Reads without a pause, withdraws in their midst, and goes on until `wanted` reads were begun afterwards. */
export async function readAcrossWithdrawal(cast: Cast, wanted: number): Promise<Late> {
  const opened = await openRoom(cast, script);
  const ids = { room: opened.id, patient: opened.patientId, post: await somePost(cast, opened.id) };
  const reads: Read[] = [];
  let [count, ackAt] = [0, Number.POSITIVE_INFINITY];
  const late = (): Read[] => reads.filter(({ startedAt }) => startedAt > ackAt);
  let missing = Number.POSITIVE_INFINITY;
  const reading = async (): Promise<void> => {
    while (missing > 0) {
      const kind = kinds[count % kinds.length] as Kind;
      const session = await cast.as(readers[Math.floor(count / kinds.length) % readers.length] ?? '');
      count += 1;
      const startedAt = monotonicMs();
      if (startedAt > ackAt) missing -= 1;
      const { body } = await session.send(kind.query, { id: ids[kind.id] });
      reads.push({ kind: kind.name, startedAt, hasData: holdsData((body as { data?: unknown }).data) });
    }
  };
  const all = Promise.all(Array.from({ length: atOnce }, reading));
  while (reads.length < warmReads) await new Promise((resolve) => setTimeout(resolve, 20));
  ({ ackAt } = await withdraw(cast, opened.consentId));
  missing = wanted;
  await all;
  const before = reads.filter(({ startedAt }) => startedAt < ackAt);
  for (const { name } of kinds)
    if (!before.some(({ kind, hasData }) => kind === name && hasData))
      throw new Error(`Nothing was read of "${name}" before the withdrawal.`);
  return { started: late().length, withData: late().filter(({ hasData }) => hasData).length };
}

interface RoomPosts {
  posts: { nodes: { id: string; audience: string }[] };
}

async function somePost(cast: Cast, roomId: string): Promise<string> {
  const page = 'query ($id: ID!) { room(id: $id) { posts(first: 10) { nodes { id audience } } } }';
  const answer = await (await cast.as('helper')).ask(page, { id: roomId });
  const found = (answer.room as RoomPosts).posts.nodes.find(({ audience }) => audience === 'EVERYONE');
  if (!found) throw new Error('The room has no post.');
  return found.id;
}
