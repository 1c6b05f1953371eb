/** The facts of a doctor's visit, beside the post that tells of it (infra/decisions/0033). */
import { defineEntity, p } from '@mikro-orm/core';

export const postVisit = defineEntity({
  name: 'PostVisit',
  rowLevelSecurity: 'force',
  properties: {
    postId: p.uuid().primary(),
    roomId: p.uuid().index(),
    patientId: p.uuid(),
    audience: p.string(),
    nextVisitOn: p.date().nullable(),
    planChanged: p.boolean(),
    planChange: p.text().nullable(),
    careAdvice: p.text().nullable(),
    wishes: p.text().nullable(),
  },
});
