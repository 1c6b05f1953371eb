/** Who becomes steward by form 4-2, as said to whoever reads it: somebody whom the form adds does so on joining (R14). */
import type { RoomChangePartsFragment } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export function newStewardWords({ newStewardName: name, newSteward, add }: RoomChangePartsFragment): string | null {
  const joins = add.some(({ user }) => user && user.id === newSteward?.id);
  return name && joins ? m.room_change_new_steward_joins({ name }) : name;
}
