/** Asks identity for names: of who explained a consent, and of who looked at data (R33). */
import { isId } from '@heya/service-common/id';
import type { SubgraphClient } from '@heya/service-common/subgraph-client';
import type { UserKind, Viewer } from '@heya/service-common/viewer';

export interface PersonName {
  id: string;
  kind: UserKind;
  displayName: string;
  facilityId: string | null;
  isActive: boolean;
}

interface UserAnswer {
  id: string;
  kind: UserKind;
  displayName: string;
  enrolledAt: string | null;
  deactivatedAt: string | null;
  practitioner: { affiliations: { until: string | null; facility: { id: string } }[] } | null;
}

const question = `query ConsentAsksUsers($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on User { id kind displayName enrolledAt deactivatedAt practitioner { affiliations { until facility { id } } } }
  }
}`;

export interface IdentityDirectory {
  /** People by id, under the asker's own authority; unknown and hidden ones are absent. @throws SERVICE_UNAVAILABLE */
  people(ids: readonly string[], asker: { viewer: Viewer; requestId: string }): Promise<Map<string, PersonName>>;
}

export function identityDirectory(client: SubgraphClient): IdentityDirectory {
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
      return new Map(answer._entities.flatMap((user) => (user ? [[user.id, toName(user)] as const] : [])));
    },
  };
}

function toName({ id, kind, displayName, enrolledAt, deactivatedAt, practitioner }: UserAnswer): PersonName {
  const current = practitioner?.affiliations.find(({ until }) => until === null);
  return { id, kind, displayName, facilityId: current?.facility.id ?? null, isActive: enrolledAt !== null && deactivatedAt === null };
}
