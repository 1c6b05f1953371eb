/** Recomputes every chain and says where it first does not hold (R32). */
import type { Em } from '@heya/service-common/orm';
import { chainStart, firstBreak } from './access-log.policy.ts';
import { type ChainHead, selectChain, selectHeads } from './access-log.repository.ts';

export interface ChainReport {
  districtId: string;
  entries: number;
  /** Place of the first line that was changed, moved or taken away; undefined when the chain holds. */
  brokenAt?: number;
}

const stretch = 1000;

/** @param tx a transaction of the service itself */
export async function verifyAccessLog(tx: Em): Promise<ChainReport[]> {
  const reports: ChainReport[] = [];
  for (const { district_id: districtId, seq, hash } of await selectHeads(tx))
    reports.push(await verifyChain(tx, districtId, { seq: Number(seq), hash }));
  return reports;
}

/** Up to the head as it was read: lines may be added meanwhile. */
async function verifyChain(tx: Em, districtId: string, head: ChainHead): Promise<ChainReport> {
  let reached: ChainHead = { seq: 0, hash: chainStart };
  while (reached.seq < head.seq) {
    const rows = await selectChain(tx, districtId, reached.seq, Math.min(stretch, head.seq - reached.seq));
    const entries = rows.map(({ seq, line, entry_hash: entryHash }) => ({ seq: Number(seq), line, entryHash }));
    const brokenAt = firstBreak(entries, reached);
    if (brokenAt !== undefined) return { districtId, entries: reached.seq, brokenAt };
    const last = entries.at(-1);
    if (!last) break;
    reached = { seq: last.seq, hash: last.entryHash };
  }
  const isWhole = reached.seq === head.seq && reached.hash === head.hash;
  return { districtId, entries: reached.seq, ...(!isWhole && { brokenAt: reached.seq + 1 }) };
}
