/** audit.recorded → the chain. A line told twice is one entry; the lines of a district get one order. */
import type { AuditLine, EventPayloads } from '@heya/schema/events';
import type { Handlers } from '@heya/service-common/consumer';
import type { Em } from '@heya/service-common/orm';
import { chainStart, entryHash } from './access-log.policy.ts';
import { insertEntries, lockHead, moveHead, type NewEntry, selectKnown } from './access-log.repository.ts';

export const accessLogHandlers: Handlers = { 'audit.recorded': (tx, { payload }) => appendLines(tx, payload) };

async function appendLines(tx: Em, { lines }: EventPayloads['audit.recorded']): Promise<void> {
  const known = await selectKnown(
    tx,
    lines.map(({ id }) => id),
  );
  const fresh = lines.filter(({ id }, index) => !known.has(id) && lines.findIndex((line) => line.id === id) === index);
  // Always in the same order, so that two appenders cannot wait for each other.
  const byDistrict = [...Map.groupBy(fresh, ({ districtId }) => districtId)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [districtId, own] of byDistrict) await appendChain(tx, districtId, own);
}

async function appendChain(tx: Em, districtId: string, lines: readonly AuditLine[]): Promise<void> {
  let head = await lockHead(tx, districtId, chainStart);
  const entries: NewEntry[] = [];
  for (const line of lines) {
    head = { seq: head.seq + 1, hash: entryHash(head.hash, line) };
    entries.push({ seq: head.seq, line, entryHash: head.hash });
  }
  await insertEntries(tx, entries);
  await moveHead(tx, districtId, head);
}
