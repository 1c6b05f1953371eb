/** An officer recomputes the chain of a period (R32). The command `audit:verify` also holds it against the signed heads. */
import { problem } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import type { ConsentContext, ConsentProblem } from '../platform/index.ts';
import { chainStart, firstBreak } from './access-log.policy.ts';
import { districtDays, periodOf } from './access-log.period.policy.ts';
import { type ChainHead, findStretch, selectChain } from './access-log.repository.ts';
import { recordSearch } from './access-log.search.service.ts';

export interface PeriodReport {
  entries: number;
  /** The first line that does not fit, or the one after a gap. */
  brokenAtId: string | null;
  problems: ConsentProblem[];
}

const refused = (...problems: ConsentProblem[]): PeriodReport => ({ entries: 0, brokenAtId: null, problems });
const atOnce = 1000;

/** @param from first day @param to last day, at most a month after it */
export async function verifyPeriod(context: ConsentContext, from: string, to: string): Promise<PeriodReport> {
  const { viewer } = context;
  const period = periodOf(from, to, districtDays);
  if (!period) return refused(problem('INVALID', ['to']));
  return context.read(async (tx) => {
    if (!(await recordSearch(tx, context)) || !isPerson(viewer)) return refused(problem('FORBIDDEN'));
    const stretch = await findStretch(tx, viewer.districtId, period.from, period.to);
    return stretch ? verifyStretch(tx, viewer.districtId, stretch) : { entries: 0, brokenAtId: null, problems: [] };
  });
}

async function verifyStretch(tx: Em, districtId: string, { first, last }: { first: number; last: number }): Promise<PeriodReport> {
  let reached = await headBefore(tx, districtId, first);
  let entries = 0;
  while (reached.seq < last) {
    const rows = await selectChain(tx, districtId, reached.seq, Math.min(atOnce, last - reached.seq));
    const brokenAt = firstBreak(rows, reached);
    if (brokenAt !== undefined)
      return { entries, brokenAtId: (rows.find(({ seq }) => seq >= brokenAt) ?? rows.at(-1))?.id ?? null, problems: [] };
    const end = rows.at(-1);
    if (!end) break;
    [reached, entries] = [{ seq: end.seq, hash: end.entryHash }, entries + rows.length];
  }
  return { entries, brokenAtId: null, problems: [] };
}

async function headBefore(tx: Em, districtId: string, seq: number): Promise<ChainHead> {
  if (seq <= 1) return { seq: 0, hash: chainStart };
  const [row] = await selectChain(tx, districtId, seq - 2, 1);
  // Without the line before there is nothing to stand on: the first line then does not fit.
  return row?.seq === seq - 1 ? { seq: row.seq, hash: row.entryHash } : { seq: seq - 1, hash: '' };
}
