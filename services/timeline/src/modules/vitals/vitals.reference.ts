/** A record by its id, through the same door as everything else. */
import { isId } from '@heya/service-common/id';
import type { TimelineRequest } from '../access/index.ts';
import { getVitals } from './vitals.service.ts';

export const vitalsReference = ({ id }: { id: string }, context: TimelineRequest) => (isId(id) ? getVitals(context, id) : null);
