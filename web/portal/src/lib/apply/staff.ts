import type { FacilityStaffQuery } from '@heya/client/generated/graphql';

/** A facility with the people who have an ID there. */
export type Staffed = NonNullable<FacilityStaffQuery['facility']>;
export type Person = Staffed['staff']['nodes'][number];
