/** An application for IDs (様式2-1-1, 2-1-2) or for a change of one (様式2-2), from its filing to what becomes of it. Its contents stay as they were filed last. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { ApplicationState } from '@heya/schema/events';
import type { FacilityKind } from '../facility/index.ts';
import type { ChangeDetails } from '../id-change/index.ts';
import type { Profession } from '../user/index.ts';

export type IssueForm = 'FORM_2_1_1' | 'FORM_2_1_2';
export type IdForm = IssueForm | 'FORM_2_2';

export interface Applicant {
  /** Stays with the person through every filing: comments and issued IDs refer to it. */
  id: string;
  name: string;
  nameKana: string;
  professions: Profession[];
  title: string | null;
  birthDate: string | null;
  licenceNumber: string | null;
  email: string | null;
  devices: string[];
  isFacilityAdmin: boolean;
  /** As typed by who says they have one; whether it exists is told to officers alone. */
  existingAccountName: string | null;
}

export interface IssueDetails {
  kind: 'ISSUE';
  facilityName: string;
  facilityNameKana: string | null;
  institutionCode: string;
  facilityKind: FacilityKind;
  municipality: string;
  address: string;
  /** E.164 */
  phone: string;
  fax: string | null;
  representativeName: string;
  contactName: string;
  contactEmail: string;
  applicants: Applicant[];
}

export type ApplicationDetails = IssueDetails | ChangeDetails;

export interface FieldComment {
  /** Path into the form, e.g. ['issue', 'applicants', '0', 'nameKana']. */
  field: string[];
  text: string;
}

/** What was returned, with what was asked about it. */
export interface EarlierFiling {
  details: ApplicationDetails;
  comments: FieldComment[];
}

export interface ApplicationEntry {
  status: ApplicationState;
  at: string;
  /** The officer; null: who applied. */
  by: string | null;
  reason: string | null;
}

/** What became of one applicant. */
export interface IssuedPerson {
  applicantId: string;
  userId: string;
  outcome: 'CREATED' | 'LINKED' | 'PROPOSED' | 'DECLINED' | 'REISSUED';
}

export const IdApplication = defineEntity({
  name: 'IdApplication',
  properties: {
    id: p.uuid().primary(),
    districtId: p.uuid(),
    form: p.string().$type<IdForm>(),
    receiptNumber: p.string().length(20).unique(),
    status: p.string().$type<ApplicationState>(),
    channel: p.string().$type<'PORTAL' | 'PAPER'>(),
    institutionCode: p.string().length(10),
    facilityId: p.uuid().nullable(),
    details: p.json().$type<ApplicationDetails>(),
    pledgeId: p.uuid().nullable(),
    /** Of form 2-2: who signed in and filed it; who applies for IDs has none. */
    filedBy: p.uuid().nullable(),
    bodyHash: p.string().length(64),
    /** HMAC of the inquiry code, which is shown once. */
    inquiryHash: p.string().length(64),
    comments: p.json().$type<FieldComment[]>(),
    /** Null until it was returned and filed again; then the filing before this one. */
    earlier: p.json().$type<EarlierFiling>().nullable(),
    entries: p.json().$type<ApplicationEntry[]>(),
    issued: p.json().$type<IssuedPerson[]>(),
    submittedAt: p.datetime(),
    expectedBy: p.date(),
    checkedBy: p.uuid().nullable(),
    decidedBy: p.uuid().nullable(),
    decidedAt: p.datetime().nullable(),
    decisionReason: p.text().nullable(),
    version: p.integer(),
  },
  indexes: [
    { name: 'id_application_facility', properties: ['facilityId', 'submittedAt', 'id'] },
    { name: 'id_application_code', properties: ['districtId', 'institutionCode'] },
  ],
});
export type IdApplication = InferEntity<typeof IdApplication>;

/** @throws for form 2-2: whoever asks for people and facility has let it in where it does not belong */
export function issueOf(details: ApplicationDetails): IssueDetails {
  if (details.kind !== 'ISSUE') throw new Error('This is form 2-2');
  return details;
}
