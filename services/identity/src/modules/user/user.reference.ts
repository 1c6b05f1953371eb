/** References from other subgraphs go through the same viewer-bound loaders as queries (threat 2). */
import type { IdentityContext } from '../../context.ts';
import { facilityByCode } from './directory.service.ts';

type Reference = { id: string };

export const resolveUser = ({ id }: Reference, { loaders }: IdentityContext): unknown => loaders.user.load(id);
export const resolvePractitioner = ({ id }: Reference, { loaders }: IdentityContext): unknown => loaders.practitioner.load(id);
export const resolveFacility = (reference: { id?: string; institutionCode?: string }, context: IdentityContext): unknown =>
  reference.id ? context.loaders.facility.load(reference.id) : facilityByCode(context, reference.institutionCode ?? '');
