import type { InformationCategory, RoomFrameQuery } from '@heya/client/generated/graphql';

type Disclosures = NonNullable<RoomFrameQuery['room']>['patient']['disclosures'];

/** Why a class of information is not shown; undefined when it is shown. The portal never guesses (api.md 5). */
export function withheldReason(disclosures: Disclosures, category: InformationCategory): string | null | undefined {
  const disclosure = disclosures?.find((found) => found.category === category);
  return !disclosure || disclosure.state === 'SHARED' ? undefined : disclosure.message;
}
