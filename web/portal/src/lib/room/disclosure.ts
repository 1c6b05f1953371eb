import type { InformationCategory, RoomFrameQuery } from '@heya/client/generated/graphql';

type Frame = NonNullable<RoomFrameQuery['room']>;
type Disclosures = Frame['patient']['disclosures'];

/** Why a class of information is not shown; undefined when it is shown. The portal never guesses (api.md 5). */
export function withheldReason(disclosures: Disclosures, category: InformationCategory): string | null | undefined {
  const disclosure = disclosures?.find((found) => found.category === category);
  return !disclosure || disclosure.state === 'SHARED' ? undefined : disclosure.message;
}

/** The record of who looked is open to the patient, the family and the steward (R33); others would only meet a refusal. */
export function mayAskWhoLooked({ viewerMembership, memberships }: Frame): boolean {
  if (viewerMembership?.role === 'PATIENT' || viewerMembership?.role === 'FAMILY') return true;
  return memberships.nodes.some(({ id, isSteward }) => isSteward && id === viewerMembership?.id);
}
