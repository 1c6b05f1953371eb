import type { Em } from '@heya/service-common/orm';
import { District } from '../district/index.ts';
import { Facility } from '../facility/index.ts';

export const findDistrict = (tx: Em, id: string): Promise<District | null> => tx.findOne(District, { id });

/** The center itself, where the district has put it down. */
export const findCenter = (tx: Em, districtId: string): Promise<Facility | null> =>
  tx.findOne(Facility, { districtId, kind: 'HOME_CARE_SUPPORT_CENTER' }, { orderBy: { sortName: 'asc', id: 'asc' } });
