import type { Em } from '@heya/service-common/orm';
import { Facility } from './facility.entity.ts';
import type { FacilityKind } from './facility-kinds.ts';

export interface FacilitySearch {
  kinds?: readonly FacilityKind[] | null | undefined;
  municipality?: string | null | undefined;
  query?: string | null | undefined;
  limit: number;
  /** Sort name and id of the last one before this page. */
  after?: readonly [string, string] | undefined;
}

/** In the order of the kana; the viewer's own district only (row-level security). */
export function listFacilities(tx: Em, { kinds, municipality, query, limit, after }: FacilitySearch): Promise<Facility[]> {
  const pattern = query?.trim() && `%${query.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return tx.find(
    Facility,
    {
      ...(kinds && { kind: { $in: [...kinds] } }),
      ...(municipality && { municipality }),
      $and: [
        ...(pattern ? [{ $or: [{ name: { $ilike: pattern } }, { nameKana: { $ilike: pattern } }] }] : []),
        ...(after ? [{ $or: [{ sortName: { $gt: after[0] } }, { sortName: after[0], id: { $gt: after[1] } }] }] : []),
      ],
    },
    { orderBy: { sortName: 'asc', id: 'asc' }, limit },
  );
}

export const findByInstitutionCode = (tx: Em, institutionCode: string): Promise<Facility | null> =>
  tx.findOne(Facility, { institutionCode });

export const findFacility = (tx: Em, id: string): Promise<Facility | null> => tx.findOne(Facility, { id });

/** The code is unique within a district. */
export const findInDistrict = (tx: Em, districtId: string, institutionCode: string): Promise<Facility | null> =>
  tx.findOne(Facility, { districtId, institutionCode });
