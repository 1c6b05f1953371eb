/** An assessment by its id, through the same door as everything else. */
import type { TimelineRequest } from '../access/index.ts';
import { getWound } from './wound.service.ts';

export const woundReference = ({ id }: { id: string }, context: TimelineRequest) => getWound(context, id);
