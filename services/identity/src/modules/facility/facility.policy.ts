/** Who may see a facility, and who runs it. Pure; the database holds the first rule as well (row-level security). */
import { isOfficer, isPerson, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';

export interface SeenFacility {
  districtId: string;
}

/** What ADMINISTER needs to know beside the facility: whether the viewer is its administrator today. */
export interface AdministeredFacility extends SeenFacility {
  isAdministrator: boolean;
}

export function can(viewer: Viewer, action: 'SEE', facility: SeenFacility): Decision;
export function can(viewer: Viewer, action: 'ADMINISTER', facility: AdministeredFacility): Decision;
export function can(viewer: Viewer, action: 'SEE' | 'ADMINISTER', facility: SeenFacility | AdministeredFacility): Decision {
  // A shared stream names where people work; it belongs to no district of its own.
  if (action === 'SEE' && viewer.type === 'channel') return allow('CHANNEL');
  if (!isPerson(viewer) || viewer.districtId !== facility.districtId) return deny('ABSENT');
  if (action === 'SEE') return allow('DIRECTORY');
  if (isOfficer(viewer)) return allow('CENTER');
  return 'isAdministrator' in facility && facility.isAdministrator ? allow('FACILITY_ADMIN') : deny('ROLE');
}
