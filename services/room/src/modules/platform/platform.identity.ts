/** Asks identity who somebody is: names as they are now, and whether the ID is active (R12). */
import { isId } from '@heya/service-common/id';
import type { SubgraphClient } from '@heya/service-common/subgraph-client';
import type { UserKind, Viewer } from '@heya/service-common/viewer';
import { dayInJapan } from './platform.day.ts';

export interface PersonFacts {
  id: string;
  kind: UserKind;
  displayName: string;
  profession: string | null;
  facilities: { id: string; name: string }[];
  isActive: boolean;
}

interface UserAnswer {
  id: string;
  kind: UserKind;
  displayName: string;
  enrolledAt: string | null;
  deactivatedAt: string | null;
  practitioner: { professions: string[]; affiliations: { until: string | null; facility: { id: string; name: string } }[] } | null;
}

const question = `query RoomAsksUsers($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on User { id kind displayName enrolledAt deactivatedAt practitioner { professions affiliations { until facility { id name } } } }
  }
}`;

const accountQuestion = `mutation RoomPreparesFamilyAccount($input: FamilyAccountInput!) {
  familyAccountPrepare(input: $input) { accountName enrolmentCode }
}`;

const birthDateQuestion = `query RoomAsksBirthDate($userId: ID!, $birthDate: Date!) { familyBirthDateFits(userId: $userId, birthDate: $birthDate) }`;

const letterQuestion = `query RoomPrintsFamilyLetter($input: FamilyLetterInput!) { familyLetterPrint(input: $input) }`;

const facilityQuestion = `query RoomAsksFacility($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Facility { viewerCanAdminister } }
}`;

const districtQuestion = 'query RoomAsksDistrict { district { name } }';

const proofQuestion = 'query RoomAsksProof { viewer { provedUntil } }';

const ownAuthority: Viewer = { type: 'service', name: 'room' };

export interface Asker {
  viewer: Viewer;
  requestId: string;
}

/** Somebody invited who has no ID: what an account is made of. */
export interface NewFamilyAccount {
  userId: string;
  districtId: string;
  kind: 'FAMILY' | 'PATIENT';
  name: string;
  nameKana: string;
  birthDate: string;
}

export interface FamilyLetterFacts {
  districtId: string;
  name: string;
  roomNumber: string;
  invitedByName: string;
  code: string;
  /** RFC 3339. */
  expiresAt: string;
}

export interface IdentityDirectory {
  /** People by id, under the asker's own authority; unknown and hidden ones are absent. @throws SERVICE_UNAVAILABLE */
  people(ids: readonly string[], asker: Asker): Promise<Map<string, PersonFacts>>;
  /** Whether the asker runs this facility today. @throws SERVICE_UNAVAILABLE */
  administers(facilityId: string, asker: Asker): Promise<boolean>;
  /** Whether the asker has proved within five minutes who they are (infra/decisions/0013). @throws SERVICE_UNAVAILABLE */
  isProved(asker: Asker): Promise<boolean>;
  /** What the asker's district is called. @throws SERVICE_UNAVAILABLE */
  districtName(asker: Asker): Promise<string | null>;
  /** Makes the account, or finds it made. @returns no code once its holder has gone through the first sign-in; null when it was stopped @throws SERVICE_UNAVAILABLE */
  prepareAccount(account: NewFamilyAccount, asker: Asker): Promise<{ accountName: string; enrolmentCode: string | null } | null>;
  /** Whether the ID of the one who asks is of this birth date, or of none. @throws SERVICE_UNAVAILABLE */
  fitsBirthDate(userId: string, birthDate: string, asker: Asker): Promise<boolean>;
  /** @returns the PDF in base64 @throws SERVICE_UNAVAILABLE */
  printLetter(letter: FamilyLetterFacts, asker: Asker): Promise<string>;
}

export function identityDirectory(client: SubgraphClient, now: () => Date): IdentityDirectory {
  return {
    async people(ids, { viewer, requestId }) {
      const representations = [...new Set(ids)].filter(isId).map((id) => ({ __typename: 'User', id }));
      if (representations.length === 0) return new Map();
      const answer = await client.ask<{ _entities: (UserAnswer | null)[] }>({
        query: question,
        variables: { representations },
        viewer,
        requestId,
      });
      const today = dayInJapan(now());
      return new Map(answer._entities.flatMap((user) => (user ? [[user.id, toFacts(user, today)] as const] : [])));
    },
    async administers(facilityId, { viewer, requestId }) {
      if (!isId(facilityId)) return false;
      const variables = { representations: [{ __typename: 'Facility', id: facilityId }] };
      type Answer = { _entities: ({ viewerCanAdminister: boolean } | null)[] };
      const { _entities } = await client.ask<Answer>({ query: facilityQuestion, variables, viewer, requestId });
      return _entities[0]?.viewerCanAdminister ?? false;
    },
    async isProved({ viewer, requestId }) {
      type Answer = { viewer: { provedUntil: string | null } | null };
      const answer = await client.ask<Answer>({ query: proofQuestion, viewer, requestId });
      const until = answer.viewer?.provedUntil;
      return until !== null && until !== undefined && new Date(until) > now();
    },
    districtName: (asker) => askDistrictName(client, asker),
    // Room has looked whether it may be done; who asks has no right to it of their own.
    async prepareAccount(input, { requestId }) {
      type Answer = { familyAccountPrepare: { accountName: string; enrolmentCode: string | null } | null };
      const { familyAccountPrepare } = await client.ask<Answer>({
        query: accountQuestion,
        variables: { input },
        viewer: ownAuthority,
        requestId,
      });
      return familyAccountPrepare;
    },
    async fitsBirthDate(userId, birthDate, { requestId }) {
      const asked = { query: birthDateQuestion, variables: { userId, birthDate }, viewer: ownAuthority, requestId };
      return (await client.ask<{ familyBirthDateFits: boolean }>(asked)).familyBirthDateFits;
    },
    async printLetter(input, { requestId }) {
      const asked = { query: letterQuestion, variables: { input }, viewer: ownAuthority, requestId };
      return (await client.ask<{ familyLetterPrint: string }>(asked)).familyLetterPrint;
    },
  };
}

async function askDistrictName(client: SubgraphClient, { viewer, requestId }: Asker): Promise<string | null> {
  const { district } = await client.ask<{ district: { name: string } | null }>({ query: districtQuestion, viewer, requestId });
  return district?.name ?? null;
}

function toFacts(user: UserAnswer, today: string): PersonFacts {
  const affiliations = (user.practitioner?.affiliations ?? []).filter(({ until }) => until === null || until >= today);
  return {
    id: user.id,
    kind: user.kind,
    displayName: user.displayName,
    profession: user.practitioner?.professions[0] ?? null,
    facilities: affiliations.map(({ facility }) => ({ id: facility.id, name: facility.name })),
    isActive: user.enrolledAt !== null && user.deactivatedAt === null,
  };
}
