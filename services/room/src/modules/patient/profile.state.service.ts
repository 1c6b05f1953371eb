/** Versions of the blocks that a viewer may see: what a page shows beside them, and sends back with a change. */
import { isId } from '@heya/service-common/id';
import type { RoomContext } from '../platform/index.ts';
import { type BroughtRow, selectBrought } from './brought.repository.ts';
import { loadPatient } from './patient.access.ts';
import { loadClass } from './profile.access.ts';
import { blockCategories, type ProfileBlock, profileBlocks } from './profile.block.ts';
import { basicsState, toState } from './profile.mapper.ts';
import { selectOpenClasses } from './profile.repository.ts';
import type { ProfileBlockStateType } from './profile.type.ts';

/** Blocks whose class is not open are left out, without a refusal in the record: nobody asked for what stands in them. */
export async function listStates(
  context: RoomContext,
  id: string,
  blocks?: readonly ProfileBlock[] | null,
): Promise<ProfileBlockStateType[]> {
  if (!isId(id)) return [];
  const wanted = profileBlocks.filter((block) => !blocks || blocks.includes(block));
  const categories = [...new Set(wanted.map((block) => blockCategories[block]))];
  const { open, brought } = await context.read(async (tx) => ({
    open: new Set(await selectOpenClasses(tx, id, categories)),
    brought: await selectBrought(tx, id),
  }));
  const states = wanted.filter((block) => open.has(blockCategories[block])).map((block) => stateOf(context, { id, block, brought }));
  return (await Promise.all(states)).filter((state) => state !== null);
}

interface Wanted {
  id: string;
  block: ProfileBlock;
  brought: readonly BroughtRow[];
}

async function stateOf(context: RoomContext, { id, block, brought }: Wanted): Promise<ProfileBlockStateType | null> {
  if (block === 'BASICS') {
    const view = await loadPatient(context, id);
    return view && basicsState(view, brought);
  }
  const view = await loadClass(context, id, blockCategories[block]);
  return view?.reading.allowed ? toState(block, view, brought) : null;
}
