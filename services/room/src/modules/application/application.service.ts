import type { RoomContext } from '../platform/index.ts';
import { selectOwnApplications } from './application.repository.ts';

const ownLimit = 100;

/** @returns ids of the viewer's own applications, newest first */
export async function listOwnApplications(context: RoomContext): Promise<string[]> {
  return context.read((tx) => selectOwnApplications(tx, ownLimit));
}
