/** What is begun of a profile holds what was read of it: it stays no longer than the consent that showed it (R10). */
import type { ProfileBlock, RoomFrameQuery } from '@heya/client/generated/graphql';
import { wipeDrafts } from '#lib/wipe.ts';
import { blockCategories } from './words.ts';

type Disclosures = NonNullable<RoomFrameQuery['room']>['patient']['disclosures'];

/** @param roomId of the patient before there is a room @param begunFrom the version it was begun from: when that has changed since, the page begins anew */
export const profileDraft = (roomId: string, block: ProfileBlock, begunFrom: string | number): string =>
  `${ofBlock(roomId, block)}${begunFrom}`;

/** A contact that is changed, or a new one. */
export const contactDraft = (roomId: string, contact: { id: string; version: number } | null): string =>
  profileDraft(roomId, 'FAMILY_CONTACTS', contact ? `${contact.id}:${contact.version}` : 'new');

/** Removes what was begun of blocks that are shown no more. */
export function wipeWithheld(roomId: string, disclosures: Disclosures): void {
  const withheld = new Set(disclosures?.flatMap(({ category, state }) => (state === 'SHARED' ? [] : [category])));
  for (const [block, category] of Object.entries(blockCategories) as [ProfileBlock, (typeof blockCategories)[ProfileBlock]][])
    if (withheld.has(category)) wipeBlocks(roomId, [block]);
}

export const wipeBlocks = (roomId: string, blocks: readonly ProfileBlock[]): void =>
  blocks.forEach((block) => wipeDrafts(ofBlock(roomId, block)));

const ofBlock = (roomId: string, block: ProfileBlock): string => `profile:${roomId}:${block}:`;
