/** Names of states, ways and decisions, as the API tells them. */
import type { ConsentState } from '@heya/schema/events';
import { registerEnumType } from 'type-graphql';
import type { ConsentChannel, ConsentEventKind, ConsentGiver, ConsentMethod } from './consent.entity.ts';

export const ConsentStatusEnum: { [K in ConsentState]: K } = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  ACTIVE: 'ACTIVE',
  WITHDRAWN: 'WITHDRAWN',
  SUPERSEDED: 'SUPERSEDED',
  EXPIRED: 'EXPIRED',
};
registerEnumType(ConsentStatusEnum, {
  name: 'ConsentStatus',
  description: '同意の状態 / State of a consent.',
  valuesConfig: {
    DRAFT: { description: '下書き / Draft.' },
    SUBMITTED: { description: '提出済み / Submitted.' },
    RETURNED: { description: '差し戻し / Returned.' },
    ACTIVE: { description: '有効 / In force.' },
    WITHDRAWN: { description: '撤回 / Withdrawn.' },
    SUPERSEDED: { description: '新しい同意に替わった / Replaced by a newer one.' },
    EXPIRED: { description: '期限が過ぎた / Expired.' },
  },
});

export const ConsentGiverEnum: { [K in ConsentGiver]: K } = {
  PATIENT: 'PATIENT',
  FAMILY_PROXY: 'FAMILY_PROXY',
  LEGAL_GUARDIAN: 'LEGAL_GUARDIAN',
};
registerEnumType(ConsentGiverEnum, {
  name: 'ConsentGiver',
  description: '同意した人 / Who consents.',
  valuesConfig: {
    PATIENT: { description: '本人 / The patient.' },
    FAMILY_PROXY: { description: '家族の代理 / Family as proxy.' },
    LEGAL_GUARDIAN: { description: '成年後見人など / Legal guardian.' },
  },
});

export const ConsentMethodEnum: { [K in ConsentMethod]: K } = {
  ON_DEVICE_SIGNATURE: 'ON_DEVICE_SIGNATURE',
  PAPER_SCAN: 'PAPER_SCAN',
  PATIENT_ACCOUNT: 'PATIENT_ACCOUNT',
};
registerEnumType(ConsentMethodEnum, {
  name: 'ConsentMethod',
  description: '同意の方法 / How consent was given.',
  valuesConfig: {
    ON_DEVICE_SIGNATURE: { description: '端末で署名 / Signed on screen.' },
    PAPER_SCAN: { description: '紙を読み取った / Scanned paper.' },
    PATIENT_ACCOUNT: { description: "本人のアカウントで / Through the patient's own account." },
  },
});

export const ConsentChannelEnum: { [K in ConsentChannel]: K } = {
  OWN_ACCOUNT: 'OWN_ACCOUNT',
  IN_PERSON: 'IN_PERSON',
  PAPER: 'PAPER',
  TELEPHONE: 'TELEPHONE',
};
registerEnumType(ConsentChannelEnum, {
  name: 'ConsentChannel',
  description: '申し出を受けた方法 / By which way somebody said so.',
  valuesConfig: {
    OWN_ACCOUNT: { description: "本人のアカウントで / Through the patient's own account." },
    IN_PERSON: { description: '対面で / In person.' },
    PAPER: { description: '紙で / On paper.' },
    TELEPHONE: { description: '電話で / By telephone.' },
  },
});

const reviewDecisions = ['APPROVE', 'RETURN', 'REJECT'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];
export const ReviewDecisionEnum: { [K in ReviewDecision]: K } = { APPROVE: 'APPROVE', RETURN: 'RETURN', REJECT: 'REJECT' };
registerEnumType(ReviewDecisionEnum, {
  name: 'ReviewDecision',
  description: '審査の判断 / Decision of a review.',
  valuesConfig: {
    APPROVE: { description: '承認(1人目は確認) / Approve; by the first officer, check.' },
    RETURN: { description: '差し戻し / Return for correction.' },
    REJECT: { description: '却下 / Reject.' },
  },
});

export const ConsentEventKindEnum: { [K in ConsentEventKind]: K } = {
  EXPLAINED: 'EXPLAINED',
  SIGNED: 'SIGNED',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  ACTIVATED: 'ACTIVATED',
  CATEGORIES_CHANGED: 'CATEGORIES_CHANGED',
  WITHDRAWN: 'WITHDRAWN',
  SUPERSEDED: 'SUPERSEDED',
  EXPIRED: 'EXPIRED',
  EXPIRY_WARNED: 'EXPIRY_WARNED',
};
registerEnumType(ConsentEventKindEnum, {
  name: 'ConsentEventKind',
  description: '同意の経過の種類 / Kind of step in the history of a consent.',
  valuesConfig: {
    EXPLAINED: { description: '説明した / Explained.' },
    SIGNED: { description: '署名した / Signed.' },
    SUBMITTED: { description: '提出した / Submitted.' },
    RETURNED: { description: '差し戻した / Returned.' },
    ACTIVATED: { description: '有効になった / Came into force.' },
    CATEGORIES_CHANGED: { description: '区分が変わった / Categories changed.' },
    WITHDRAWN: { description: '撤回した / Withdrawn.' },
    SUPERSEDED: { description: '新しい同意に替わった / Replaced by a newer one.' },
    EXPIRED: { description: '期限が過ぎた / Ran out.' },
    EXPIRY_WARNED: { description: '期限が近いことを知らせた / Told that it runs out soon.' },
  },
});
