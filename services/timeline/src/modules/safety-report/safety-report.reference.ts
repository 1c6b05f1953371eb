/** A report or a place on the board by its id, through the same door as everything else. */
import type { TimelineRequest } from '../access/index.ts';
import { getReport } from './safety-board.service.ts';

export const safetyReportReference = ({ id }: { id: string }, context: TimelineRequest) => getReport(context, id);
