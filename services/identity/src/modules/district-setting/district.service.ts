/** The district that one belongs to. */
import { isPerson } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { District } from '../district/index.ts';

export function ownDistrict({ viewer, read }: IdentityContext): Promise<District | null> {
  return isPerson(viewer) ? read((tx) => tx.findOne(District, { id: viewer.districtId })) : Promise.resolve(null);
}

/** Nobody's district is looked into through a reference: the viewer's own and no other. */
export async function resolveDistrict({ id }: { id: string }, context: IdentityContext): Promise<District | null> {
  const own = await ownDistrict(context);
  return own?.id === id ? own : null;
}
