/** What the proof is put together from, as the subgraphs answer, and what they are asked. */
export interface LinkedPart {
  facilityName: string;
  professionLabels: string[];
  people: number;
  since: string;
  until: string | null;
  isOwn: boolean;
}

export interface VisitPart {
  id: string;
  authorName: string;
  authorFacilityName: string | null;
  observedAt: string;
  visit: {
    nextVisitOn: string | null;
    planChanged: boolean;
    planChange: string | null;
    careAdvice: string | null;
    wishes: string | null;
  };
}

export interface ConsentPart {
  status: string;
  receiptNumber: string | null;
  giverName: string;
  signedAt: string | null;
  withdrawnAt: string | null;
  expiresOn: string | null;
}

export interface ProofParts {
  roomNumber: string;
  patient: { id: string; name: string | null; nameKana: string | null; birthDate: string | null };
  careLinks: { month: string; required: number; facilities: LinkedPart[]; linkedHere: number; linkedOverAll: number };
  /** null: out of sight. */
  consents: ConsentPart[] | null;
  visits: VisitPart[];
  recordsByFacility: { facilityName: string; posts: number; lastAt: string }[];
}

export const roomQuestion = `query FeeProofRoom($id: ID!, $month: String!) {
  room(id: $id) {
    roomNumber
    patient { id name nameKana birthDate }
    careLinks(month: $month) {
      month required linkedHere linkedOverAll
      facilities { facilityName professionLabels people since until isOwn }
    }
  }
}`;

export const consentQuestion = `query FeeProofConsents($r: [_Any!]!) {
  _entities(representations: $r) {
    ... on Patient { consents { status receiptNumber giverName signedAt withdrawnAt expiresOn } }
  }
}`;

export const timelineQuestion = `query FeeProofVisits($r: [_Any!]!, $month: String!) {
  _entities(representations: $r) {
    ... on Room {
      visits(month: $month) {
        id authorName authorFacilityName observedAt
        visit { nextVisitOn planChanged planChange careAdvice wishes }
      }
      recordsByFacility(month: $month) { facilityName posts lastAt }
    }
  }
}`;
