/** An application's place in the center's inbox. */
import type { Em } from '@heya/service-common/orm';
import { openWork } from '../inbox/index.ts';
import type { ApplicationDetails, IdApplication, IdForm } from './id-application.entity.ts';

const titles: Record<IdForm, string> = {
  FORM_2_1_1: 'IDの発行申請（様式2-1-1）',
  FORM_2_1_2: 'IDの発行申請（様式2-1-2）',
  FORM_2_2: 'IDの変更申請（様式2-2）',
};

type Filed = Pick<IdApplication, 'id' | 'districtId' | 'form' | 'receiptNumber' | 'facilityId' | 'details'>;

function wordsOf(details: ApplicationDetails): (string | null)[] {
  if (details.kind === 'CHANGE') return [details.facilityName, details.personName, details.personNameKana, details.name, details.nameKana];
  const people = details.applicants.flatMap(({ name, nameKana }) => [name, nameKana]);
  return [details.facilityName, details.facilityNameKana, details.institutionCode, details.contactName, ...people];
}

/** The title names form and number, nobody (R34); names are only searched by. @returns the day until which it is promised */
export function openTask(
  tx: Em,
  { id, districtId, form, receiptNumber, facilityId, details }: Filed,
  openedAt: Date,
  title = titles[form],
): Promise<string> {
  return openWork(tx, {
    districtId,
    kind: 'ID_APPLICATION',
    form,
    title: `${title} 受付番号 ${receiptNumber}`,
    receiptNumber,
    subjectType: 'IdApplication',
    subjectId: id,
    facilityId: facilityId ?? null,
    words: wordsOf(details),
    openedAt,
  });
}
