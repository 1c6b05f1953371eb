import type { Em } from '@heya/service-common/orm';
import { Pledge, PledgeSignature } from './pledge.entity.ts';
import { type PledgeForm, PledgeText } from './pledge-text.entity.ts';
import { modelDistrict } from './pledge.policy.ts';

/** @returns the district's own and the model's, in no order, also those that do not hold yet */
export const listTexts = (tx: Em, districtId: string, form: PledgeForm): Promise<PledgeText[]> =>
  tx.find(PledgeText, { districtId: { $in: [districtId, modelDistrict] }, form });

/** What is needed to say which of them holds, without what they say. */
export type TextHead = Pick<PledgeText, 'id' | 'districtId' | 'validFrom' | 'blocksFrom' | 'publishedAt'>;

export const listTextHeads = (tx: Em, districtId: string, form: PledgeForm): Promise<TextHead[]> =>
  tx.find(
    PledgeText,
    { districtId: { $in: [districtId, modelDistrict] }, form },
    { fields: ['id', 'districtId', 'validFrom', 'blocksFrom', 'publishedAt'] },
  );

export const findPledge = (tx: Em, id: string): Promise<Pledge | null> => tx.findOne(Pledge, { id });

export async function insertPledge(tx: Em, row: Pledge): Promise<void> {
  await tx.insert(Pledge, row);
}

export async function insertSignature(tx: Em, row: PledgeSignature): Promise<void> {
  await tx.insert(PledgeSignature, row);
}

/** @returns newest first, revoked ones too */
export const pledgesOfSigner = (tx: Em, signerUserId: string): Promise<Pledge[]> =>
  tx.find(Pledge, { signerUserId }, { orderBy: { acceptedAt: 'desc', id: 'desc' } });

/** @returns the wordings of 1-2 that the person has accepted */
export const acceptedByPerson = (tx: Em, signerUserId: string): Promise<string[]> =>
  tx
    .find(Pledge, { signerUserId, form: 'FORM_1_2', revokedAt: null }, { fields: ['textId'] })
    .then((rows) => rows.map(({ textId }) => textId));

/** @returns 1-1 of these facilities, newest first, without revoked ones */
export const pledgesOfFacilities = (tx: Em, facilityIds: readonly string[]): Promise<Pledge[]> =>
  tx.find(
    Pledge,
    { facilityId: { $in: [...facilityIds] }, form: 'FORM_1_1', revokedAt: null },
    { orderBy: { acceptedAt: 'desc', id: 'desc' } },
  );

/** An application has led to a facility. */
export async function bindToFacility(tx: Em, pledgeId: string, facilityId: string): Promise<void> {
  await tx.nativeUpdate(Pledge, { id: pledgeId, facilityId: null }, { facilityId });
}

export const findText = (tx: Em, id: string): Promise<PledgeText | null> => tx.findOne(PledgeText, { id });

/** @returns id → version */
export const versionsOfTexts = async (tx: Em, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await tx.find(PledgeText, { id: { $in: [...ids] } }, { fields: ['id', 'version'] })).map(({ id, version }) => [id, version]));

/** @returns false when another took the version at the same moment */
export async function insertText(tx: Em, { id, districtId, form, version, clauses, ...row }: PledgeText): Promise<boolean> {
  const rows = await tx.execute<unknown[]>(
    `insert into pledge_text (id, district_id, form, version, clauses, sha256, valid_from, blocks_from, published_at, published_by)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing returning id`,
    [
      ...[id, districtId, form, version, JSON.stringify(clauses), row.sha256, row.validFrom, row.blocksFrom ?? null],
      ...[row.publishedAt, row.publishedBy ?? null],
    ],
  );
  return rows.length === 1;
}
