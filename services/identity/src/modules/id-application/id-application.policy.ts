/** Who may do what with an application for IDs (R2). Pure; whether its state allows a step is the machine's part. */
import { isOfficer, isPerson, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';

export interface ApplicationFacts {
  districtId: string;
  /** Whether the viewer administers the facility that it is about, today. */
  atViewersFacility: boolean;
  /** Of form 2-2: the person it is about. */
  aboutUserId?: string;
}

/** The center decides; who administers the facility sees what is filed in its name. Who applied comes with number and code instead. */
export function can(viewer: Viewer, action: 'SEE' | 'REVIEW', { districtId, atViewersFacility, aboutUserId }: ApplicationFacts): Decision {
  if (action === 'SEE' && isPerson(viewer) && viewer.userId === aboutUserId) return allow('SELF');
  if (!isPerson(viewer) || viewer.districtId !== districtId) return deny('ABSENT');
  if (isOfficer(viewer)) return allow('REVIEW');
  if (action === 'REVIEW') return deny(atViewersFacility ? 'ROLE' : 'ABSENT');
  return atViewersFacility ? allow('FACILITY_ADMIN') : deny('ABSENT');
}
