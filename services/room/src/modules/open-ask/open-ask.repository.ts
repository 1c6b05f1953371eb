/** Answers owed in PostgreSQL: told by events, counted under the viewer's row-level security. */
import type { Em } from '@heya/service-common/orm';

export async function addOpenAsk(tx: Em, postId: string, roomId: string): Promise<void> {
  await tx.execute('insert into open_ask (post_id, room_id) values (?, ?) on conflict do nothing', [postId, roomId]);
}

export async function dropOpenAsk(tx: Em, postId: string): Promise<void> {
  await tx.execute('delete from open_ask where post_id = ?', [postId]);
}

/** @returns how many answers are owed in a room of whose care team the viewer is; else none */
export async function countOpenAsks(tx: Em, roomId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }[]>('select count(*)::int as n from open_ask where room_id = ?', [roomId]);
  return row?.n ?? 0;
}
