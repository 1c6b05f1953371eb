/** Lists around applications: where one can apply, and what was filed for a facility. */
import type { IdentityContext } from '../../context.ts';
import { listDistricts } from './id-application.repository.ts';

/** Names of districts are no secret: whoever applies has to choose one. */
export const districtsToApplyTo = (context: IdentityContext): Promise<{ id: string; name: string }[]> => context.asService(listDistricts);
