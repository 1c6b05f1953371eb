/** What form 2-2 says (R7), as it is kept. */

export const changeKinds = ['NAME', 'CONTACT', 'TRANSFER', 'LEAVE', 'RETURN', 'RETIRE', 'REISSUE'] as const;
export type IdChangeKind = (typeof changeKinds)[number];

/** After these the person is at the facility no more, and in no room through it. */
export const endsPlace = (kind: IdChangeKind): boolean => kind === 'TRANSFER' || kind === 'LEAVE' || kind === 'RETIRE';

/** Who takes over a steward's seat in one room. */
export interface Successor {
  /** The leaver's membership of that room. */
  seatId: string;
  userId: string;
  /** As they were called then. */
  name: string;
}

export interface ChangeDetails {
  kind: 'CHANGE';
  change: IdChangeKind;
  userId: string;
  /** Of the person and the facility as they were called when it was filed. */
  personName: string;
  personNameKana: string | null;
  facilityName: string;
  titleBefore: string | null;
  /** NAME */
  name: string | null;
  nameKana: string | null;
  /** CONTACT */
  email: string | null;
  /** CONTACT, TRANSFER */
  title: string | null;
  /** TRANSFER */
  toFacilityId: string | null;
  toFacilityName: string | null;
  toInstitutionCode: string | null;
  /** ISO 8601, a whole minute; null: with the approval (REISSUE). */
  effectiveAt: string | null;
  successors: Successor[];
  reason: string | null;
}
