/** A form that was returned is mended where it was filled in. */
import type { RoomApplicationRowFragment, RoomApplicationsQuery, RoomLifeQuery } from '@heya/client/generated/graphql';

export type Life = NonNullable<RoomLifeQuery['room']> & Pick<NonNullable<RoomApplicationsQuery['room']>, 'applications'>;
export type LifeMember = Life['memberships']['nodes'][number];

type Details<T> = Extract<RoomApplicationRowFragment['details'], { __typename: T }>;
export type Returned<T> = RoomApplicationRowFragment & { details: Details<T> };

/** @returns the form of this kind that waits for its applicant to mend it */
export function returnedOf<T extends RoomApplicationRowFragment['details']['__typename']>(life: Life, kind: T): Returned<T> | undefined {
  const isReturned = (found: RoomApplicationRowFragment): found is Returned<T> =>
    found.viewerCanResubmit && found.details.__typename === kind;
  return life.applications.find(isReturned);
}

/** Facilities whose people are in the room, each once. */
export function facilitiesOf(members: readonly LifeMember[]): { id: string; name: string }[] {
  const named = members.flatMap(({ facility, facilityName }) => (facility ? [[facility.id, facilityName ?? ''] as const] : []));
  return [...new Map(named)].map(([id, name]) => ({ id, name }));
}
