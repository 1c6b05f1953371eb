import type { Em } from '@heya/service-common/orm';
import { LockMode } from '@mikro-orm/core';
import { District } from '../district/index.ts';
import { IdApplication } from './id-application.entity.ts';

export const findApplication = (tx: Em, id: string): Promise<IdApplication | null> => tx.findOne(IdApplication, { id });

export const findByReceiptNumber = (tx: Em, receiptNumber: string): Promise<IdApplication | null> =>
  tx.findOne(IdApplication, { receiptNumber });

/** Held until the transaction ends: of two who decide at once the second sees what the first did. */
export const lockApplication = (tx: Em, id: string): Promise<IdApplication | null> =>
  tx.findOne(IdApplication, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** Of two filings under one key the second waits here, and then finds what the first filed. */
export async function holdFiling(tx: Em, id: string): Promise<void> {
  await tx.execute("select pg_advisory_xact_lock(hashtextextended('heya.filing:' || ?, 0))", [id]);
}

export async function insertApplication(tx: Em, row: IdApplication): Promise<void> {
  await tx.insert(IdApplication, row);
}

/** Of an application that is held: nobody else can have changed it meanwhile. */
export async function updateApplication(
  tx: Em,
  { id, version }: Pick<IdApplication, 'id' | 'version'>,
  change: Partial<IdApplication>,
): Promise<void> {
  await tx.nativeUpdate(IdApplication, { id, version }, { ...change, version: version + 1 });
}

export const applicationsByIds = (tx: Em, ids: readonly string[]): Promise<IdApplication[]> =>
  tx.find(IdApplication, { id: { $in: [...ids] } });

/** Newest first. @param after time and id of the last one before this page */
export function applicationsOfFacility(
  tx: Em,
  facilityId: string,
  { limit, after }: { limit: number; after: readonly [string, string] | undefined },
): Promise<IdApplication[]> {
  const continued = after
    ? { $or: [{ submittedAt: { $lt: new Date(after[0]) } }, { submittedAt: new Date(after[0]), id: { $lt: after[1] } }] }
    : {};
  return tx.find(IdApplication, { facilityId, ...continued }, { orderBy: { submittedAt: 'desc', id: 'desc' }, limit });
}

export const listDistricts = (tx: Em): Promise<District[]> => tx.find(District, {}, { orderBy: { name: 'asc', id: 'asc' } });

export const findDistrict = (tx: Em, id: string): Promise<District | null> => tx.findOne(District, { id });
