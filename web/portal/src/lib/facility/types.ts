import type { FacilityDevicesQuery, StaffMemberFragment } from '@heya/client/generated/graphql';

export type Member = StaffMemberFragment;

export type FacilityDevice = NonNullable<NonNullable<FacilityDevicesQuery['facility']>['devices']>[number];
