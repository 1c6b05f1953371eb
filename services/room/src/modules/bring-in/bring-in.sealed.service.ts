/** What of a package waits for its choice, sealed with the room's key. */
import type { Em } from '@heya/service-common/orm';
import type { BroughtIdentifier, BroughtWish } from '../patient/index.ts';
import type { RoomContext } from '../platform/index.ts';
import type { BroughtPost } from './bring-in.posts.ts';
import { type ImportRow, selectSealed } from './bring-in.repository.ts';

/** What of a package waits sealed for its choice. */
export interface Waiting {
  wishes: BroughtWish[];
  patientIdentifiers: BroughtIdentifier[];
}

const scopeOf = ({ room_id: id, district_id: districtId }: Pick<ImportRow, 'room_id' | 'district_id'>) => ({ id, districtId });
export const placeOf = (rowId: string, part: 'entries' | 'posts') => ({ rowId, column: `room_import.${part}` });

export interface Opened extends Waiting {
  posts: BroughtPost[];
}

/** @returns null once it has ended */
export async function openWaiting(tx: Em, context: RoomContext, row: ImportRow): Promise<Opened | null> {
  const sealed = await selectSealed(tx, row.id);
  if (!sealed?.entries || !sealed.posts) return null;
  const read = async <T>(part: 'entries' | 'posts', bytes: Buffer): Promise<T> =>
    JSON.parse((await context.dataKeys.open(tx, scopeOf(row), placeOf(row.id, part), bytes)).toString()) as T;
  return { ...(await read<Waiting>('entries', sealed.entries)), posts: await read<BroughtPost[]>('posts', sealed.posts) };
}
