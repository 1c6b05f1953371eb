import type { ApplicationState } from '@heya/schema/events';
import { registerEnumType } from 'type-graphql';

export const ApplicationStatusEnum: { [K in ApplicationState]: K } = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  IN_REVIEW: 'IN_REVIEW',
  RETURNED: 'RETURNED',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  COMPLETED: 'COMPLETED',
};
registerEnumType(ApplicationStatusEnum, {
  name: 'ApplicationStatus',
  description: '申請の状態 / State of an application.',
  valuesConfig: {
    DRAFT: { description: '下書き / Draft.' },
    SUBMITTED: { description: '受付済み / Received.' },
    IN_REVIEW: { description: '審査中 / In review.' },
    RETURNED: { description: '差し戻し(直して再提出できる) / Returned for correction.' },
    APPROVED: { description: '承認 / Approved.' },
    REJECTED: { description: '却下 / Rejected.' },
    WITHDRAWN: { description: '取り下げ / Withdrawn.' },
    COMPLETED: { description: '登録・招待まで終わった / Carried out.' },
  },
});
