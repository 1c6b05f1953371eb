/** Recomputes every chain, holds it against the heads that were signed and kept elsewhere, and says where it first does not hold (R32, V43). */
import type { KeyProvider } from '@heya/service-common/keyring';
import type { Em } from '@heya/service-common/orm';
import { fitsHead, headBytes, type SignedHead } from './access-log.head.policy.ts';
import { chainStart, firstBreak } from './access-log.policy.ts';
import { type ChainEntry, type ChainHead, selectChain, selectHeads } from './access-log.repository.ts';

/** What was done to a chain, as far as it shows. */
export type Break = 'ALTERED' | 'MISSING' | 'TRUNCATED' | 'RECOMPUTED' | 'HEAD_FORGED' | 'UNSIGNED';

export interface ChainReport {
  districtId: string;
  /** Lines that hold. */
  entries: number;
  /** The last line that a head was signed for. */
  signedUntil: number;
  /** Place of the first line that was changed, moved, taken away or made anew; undefined when the chain holds. */
  brokenAt?: number;
  reason?: Break;
}

interface Anchors {
  heads: readonly SignedHead[];
  keyring: Pick<KeyProvider, 'verify'>;
  now: Date;
}

const atOnce = 1000;
/** A head follows within a minute; lines that stand this long without one were never meant to be signed. */
const unsignedMs = 10 * 60_000;

/** @param tx a transaction of the service itself */
export async function verifyAccessLog(tx: Em, anchors: Anchors): Promise<ChainReport[]> {
  const ends = new Map((await selectHeads(tx)).map(({ district_id, seq, hash }) => [district_id, { seq: Number(seq), hash }]));
  const signed = Map.groupBy(anchors.heads, ({ district }) => district);
  const reports: ChainReport[] = [];
  // A chain that is gone as a whole is still known by its heads.
  for (const districtId of [...new Set([...ends.keys(), ...signed.keys()])].sort()) {
    const heads = (signed.get(districtId) ?? []).toSorted((a, b) => a.seq - b.seq);
    const end = ends.get(districtId) ?? { seq: 0, hash: chainStart };
    reports.push((await forgedHead(districtId, heads, anchors)) ?? (await verifyChain(tx, { districtId, end, heads, now: anchors.now })));
  }
  return reports;
}

async function forgedHead(districtId: string, heads: readonly SignedHead[], { keyring }: Anchors): Promise<ChainReport | undefined> {
  for (const head of heads) {
    const signature = { keyId: head.key, bytes: Buffer.from(head.signature, 'base64') };
    if (!(await keyring.verify(headBytes(head), signature)))
      return { districtId, entries: 0, signedUntil: 0, brokenAt: head.from, reason: 'HEAD_FORGED' };
  }
  return undefined;
}

interface Chain {
  districtId: string;
  /** The end as the database says it, read before the lines: some may be added meanwhile. */
  end: ChainHead;
  heads: readonly SignedHead[];
  now: Date;
}

async function verifyChain(tx: Em, { districtId, end, heads, now }: Chain): Promise<ChainReport> {
  const signedUntil = heads.at(-1)?.seq ?? 0;
  const about = { districtId, signedUntil };
  const ordered = order(heads);
  let reached: ChainHead = { seq: 0, hash: chainStart };
  let unsigned: ChainEntry | undefined;
  while (reached.seq < Math.max(end.seq, signedUntil)) {
    const entries = await selectChain(tx, districtId, reached.seq, atOnce);
    const found = firstFault(entries, reached, ordered);
    if (found) return { ...about, entries: found.brokenAt - 1, ...found };
    unsigned ??= entries.find(({ seq }) => seq > signedUntil);
    const last = entries.at(-1);
    if (!last) break;
    reached = { seq: last.seq, hash: last.entryHash };
  }
  const cut = reached.seq < Math.max(end.seq, signedUntil) || (reached.seq === end.seq && reached.hash !== end.hash);
  if (cut) return { ...about, entries: reached.seq, brokenAt: reached.seq + 1, reason: 'TRUNCATED' };
  // Heads stopped being written, or were taken away: from here on nothing holds the lines but the chain itself.
  if (unsigned && now.getTime() - standsSince(unsigned, heads.at(-1)) > unsignedMs)
    return { ...about, entries: reached.seq, brokenAt: signedUntil + 1, reason: 'UNSIGNED' };
  return { ...about, entries: reached.seq };
}

/** A line may come long after what it tells of; in the chain it stands since the last head at the earliest, which did not have it. */
const standsSince = ({ at }: ChainEntry, last: SignedHead | undefined): number => Math.max(at.getTime(), last ? Date.parse(last.at) : 0);

type Entry = Parameters<typeof firstBreak>[0][number];

/** Within one stretch: what does not fit its neighbours, or no longer fits what was signed. The earlier of the two. */
function firstFault(entries: readonly Entry[], from: ChainHead, heads: Ordered): { brokenAt: number; reason: Break } | undefined {
  const brokenAt = firstBreak(entries, from);
  const made = firstMismatch(entries, heads);
  if (made !== undefined && made < (brokenAt ?? Infinity)) return { brokenAt: made, reason: 'RECOMPUTED' };
  if (brokenAt === undefined) return undefined;
  return { brokenAt, reason: entries.some(({ seq }) => seq === brokenAt) ? 'ALTERED' : 'MISSING' };
}

interface Ordered {
  /** By the place they reach. */
  heads: readonly SignedHead[];
  /** Of each and all after it, the first place one of them speaks for: those of two stores overlap. */
  earliest: readonly number[];
}

function order(heads: readonly SignedHead[]): Ordered {
  let from = Infinity;
  return {
    heads,
    earliest: heads
      .toReversed()
      .map((head) => (from = Math.min(from, head.from)))
      .reverse(),
  };
}

function firstMismatch(entries: readonly Entry[], { heads, earliest }: Ordered): number | undefined {
  let first = lowerBound(heads, entries[0]?.seq ?? 0);
  for (const { seq, entryHash: hash } of entries) {
    while ((heads[first]?.seq ?? Infinity) < seq) first += 1;
    for (let at = first; (earliest[at] ?? Infinity) <= seq; at += 1) {
      const head = heads[at] as SignedHead;
      if (head.from <= seq && !fitsHead(head, { seq, hash })) return seq;
    }
  }
  return undefined;
}

/** @returns index of the first head that reaches this place */
function lowerBound(heads: readonly SignedHead[], seq: number): number {
  let [low, high] = [0, heads.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heads[middle]?.seq ?? Infinity) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
