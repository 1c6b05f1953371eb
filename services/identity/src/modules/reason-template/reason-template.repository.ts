import type { Em } from '@heya/service-common/orm';
import { ReasonTemplate } from './reason-template.entity.ts';

export const listTemplates = (tx: Em, districtId: string): Promise<ReasonTemplate[]> =>
  tx.find(ReasonTemplate, { districtId, removedAt: null }, { orderBy: { createdAt: 'asc', id: 'asc' } });

export const findTemplate = (tx: Em, id: string): Promise<ReasonTemplate | null> => tx.findOne(ReasonTemplate, { id });

export async function insertTemplate(tx: Em, row: ReasonTemplate): Promise<void> {
  await tx.insert(ReasonTemplate, row);
}

/** @returns whether it was there still */
export async function removeTemplate(
  tx: Em,
  where: { id: string; districtId: string },
  change: Pick<ReasonTemplate, 'removedAt' | 'removedBy'>,
): Promise<boolean> {
  return (await tx.nativeUpdate(ReasonTemplate, { ...where, removedAt: null }, change)) === 1;
}
