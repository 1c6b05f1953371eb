/** Who may see which person. Pure; the database holds the same rules (row-level security). */
import { isPerson, type PersonViewer, type UserKind, type Viewer } from '@heya/service-common/viewer';

interface SeenUser {
  id: string;
  kind: UserKind;
  districtId: string;
}

const works = (kind: UserKind): boolean => kind === 'PROFESSIONAL' || kind === 'CENTER_OFFICER';

/** Patients and families are seen by themselves and by those who work in the district (R13); professionals by everybody in it. */
export function canSeeUser(viewer: Viewer, user: SeenUser): boolean {
  if (viewer.type === 'channel') return works(user.kind);
  if (!isPerson(viewer) || viewer.districtId !== user.districtId) return false;
  return viewer.userId === user.id || works(user.kind) || works(viewer.kind);
}

/** The directory of facilities and staff is for those who work in the district. */
export function canBrowseDirectory(viewer: Viewer): viewer is PersonViewer {
  return isPerson(viewer) && works(viewer.kind);
}

/** A professional who proposes participants (R11) may look one account up by its exact name. */
export function canLookUpAccount(viewer: Viewer): viewer is PersonViewer {
  return isPerson(viewer) && viewer.kind === 'PROFESSIONAL';
}
