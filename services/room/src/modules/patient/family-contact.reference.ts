/** A contact of the family by reference, through the same access function as everything else (security.md 3). */
import type { RoomContext } from '../platform/index.ts';
import { loadContact } from './family-contact.access.ts';
import type { FamilyContactType } from './family-contact.type.ts';

export const resolveContact = ({ id }: { id: string }, context: RoomContext): Promise<FamilyContactType | null> => loadContact(context, id);
