/** Who may see which person, and who answers for whom. Pure; the database holds the same rules (row-level security). */
import { isOfficer, isPerson, type PersonViewer, type UserKind, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';

export interface SeenUser {
  id: string;
  kind: UserKind;
  districtId: string;
}

/** What ADMINISTER needs to know beside the person: whether the viewer administers a facility where that person works today. */
export interface AdministeredUser extends SeenUser {
  atViewersFacility: boolean;
}

const works = (kind: UserKind): boolean => kind === 'PROFESSIONAL' || kind === 'CENTER_OFFICER';

export type DirectoryAction = 'BROWSE' | 'LOOK_UP';

/** One decision for this slice: the directory as a whole, one person in it, and who may stop and recover an ID. */
export function can(viewer: Viewer, action: DirectoryAction): Decision;
export function can(viewer: Viewer, action: 'SEE', user: SeenUser): Decision;
export function can(viewer: Viewer, action: 'ADMINISTER', user: AdministeredUser): Decision;
export function can(viewer: Viewer, action: DirectoryAction | 'SEE' | 'ADMINISTER', user?: SeenUser | AdministeredUser): Decision {
  if (action === 'BROWSE') return isPerson(viewer) && works(viewer.kind) ? allow('DIRECTORY') : deny('ROLE');
  if (action === 'LOOK_UP')
    return isPerson(viewer) && viewer.kind === 'PROFESSIONAL' && !viewer.restricted ? allow('DIRECTORY') : deny('ROLE');
  if (!user) return deny('ABSENT');
  return action === 'SEE' ? decideSight(viewer, user) : decideAdministration(viewer, user as AdministeredUser);
}

/** Patients and families are seen by themselves and by those who work in the district (R13); professionals by everybody in it. */
function decideSight(viewer: Viewer, user: SeenUser): Decision {
  if (viewer.type === 'channel') return works(user.kind) ? allow('CHANNEL') : deny('ABSENT');
  if (!isPerson(viewer) || viewer.districtId !== user.districtId) return deny('ABSENT');
  if (viewer.userId === user.id) return allow('SELF');
  // Who is held back until a pledge or a device is there (R1, R6) sees who works where, no patient.
  return works(user.kind) || (works(viewer.kind) && !viewer.restricted) ? allow('DIRECTORY') : deny('ABSENT');
}

/** The center answers for its district, the administrator of a facility for its staff; nobody for themselves (R7, threat 20). */
function decideAdministration(viewer: Viewer, user: AdministeredUser): Decision {
  if (!isPerson(viewer) || !works(viewer.kind) || viewer.userId === user.id) return deny('ROLE');
  if (viewer.districtId !== user.districtId) return deny('ABSENT');
  if (isOfficer(viewer)) return allow('CENTER');
  return user.atViewersFacility && user.kind === 'PROFESSIONAL' ? allow('FACILITY_ADMIN') : deny('ABSENT');
}

export const canSeeUser = (viewer: Viewer, user: SeenUser): boolean => can(viewer, 'SEE', user).allowed;

/** The directory of facilities and staff is for those who work in the district. */
export const canBrowseDirectory = (viewer: Viewer): viewer is PersonViewer => can(viewer, 'BROWSE').allowed;

/** A professional who proposes participants (R11) may look one account up by its exact name. */
export const canLookUpAccount = (viewer: Viewer): viewer is PersonViewer => can(viewer, 'LOOK_UP').allowed;
