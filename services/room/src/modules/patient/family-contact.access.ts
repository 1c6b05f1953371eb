/** The one way to a contact of the family by its id: through its patient, by the class of contacts (R10, R32). */
import { isId } from '@heya/service-common/id';
import DataLoader from 'dataloader';
import { recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { selectContactPlaces } from './family-contact.repository.ts';
import { loadClass } from './profile.access.ts';
import { toContact } from './profile.mapper.ts';
import type { FamilyContactType } from './family-contact.type.ts';

const loaders = new WeakMap<RoomContext, DataLoader<string, string | null>>();

/** Whose contact it is; null, and in the record, when it is not there or not the viewer's to see. */
function patientOf(context: RoomContext, id: string): Promise<string | null> {
  const known = loaders.get(context);
  const loader =
    known ??
    new DataLoader<string, string | null>(
      (ids) =>
        context.read(async (tx) => {
          const places = new Map((await selectContactPlaces(tx, ids)).map((place) => [place.id, place]));
          const missing = ids.filter((each) => !places.has(each));
          await recordLooks(
            tx,
            context,
            missing.map((each) => refusal('FamilyContact', each)),
          );
          return ids.map((each) => places.get(each)?.patient_id ?? null);
        }),
      // Asked again after a change.
      { cache: false },
    );
  if (!known) loaders.set(context, loader);
  return loader.load(id);
}

export async function loadContact(context: RoomContext, id: string): Promise<FamilyContactType | null> {
  const patientId = isId(id) ? await patientOf(context, id.toLowerCase()) : null;
  const view = patientId ? await loadClass(context, patientId, 'FAMILY_CONTACTS') : null;
  const contact = view?.contacts.find((each) => each.id === id.toLowerCase());
  return contact ? toContact(contact) : null;
}
