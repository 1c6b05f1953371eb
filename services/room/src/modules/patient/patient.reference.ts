/** Patient by reference, through the same access function as everything else (security.md 3). */
import type { RoomContext } from '../platform/index.ts';
import { loadPatient } from './patient.access.ts';

/** One who is only invited does not reach the patient by reference: no name before acceptance. */
export async function resolvePatient({ id }: { id: string }, context: RoomContext): Promise<{ id: string } | null> {
  const view = await loadPatient(context, id);
  return view?.isReachable ? { id: view.id } : null;
}
