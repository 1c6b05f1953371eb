/** A check by its id, through the same door as everything else. */
import type { TimelineRequest } from '../access/index.ts';
import { getCheck } from './safety-check.service.ts';

export const safetyCheckReference = ({ id }: { id: string }, context: TimelineRequest) => getCheck(context, id);
