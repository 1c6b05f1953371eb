/** An application's place in the center's inbox. */
import type { Em } from '@heya/service-common/orm';
import { openWork } from '../inbox/index.ts';
import type { IdApplication, IdForm } from './id-application.entity.ts';

const titles: Record<IdForm, string> = {
  FORM_2_1_1: 'IDの発行申請（様式2-1-1）',
  FORM_2_1_2: 'IDの発行申請（様式2-1-2）',
};

type Filed = Pick<IdApplication, 'id' | 'districtId' | 'form' | 'receiptNumber' | 'facilityId' | 'details'>;

/** The title names form and number, nobody (R34); names are only searched by. @returns the day until which it is promised */
export function openTask(tx: Em, { id, districtId, form, receiptNumber, facilityId, details }: Filed, openedAt: Date): Promise<string> {
  const people = details.applicants.flatMap(({ name, nameKana }) => [name, nameKana]);
  return openWork(tx, {
    districtId,
    kind: 'ID_APPLICATION',
    form,
    title: `${titles[form]} 受付番号 ${receiptNumber}`,
    subjectType: 'IdApplication',
    subjectId: id,
    facilityId: facilityId ?? null,
    words: [details.facilityName, details.facilityNameKana, details.institutionCode, details.contactName, ...people],
    openedAt,
  });
}
