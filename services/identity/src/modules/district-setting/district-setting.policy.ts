/** Who sets what a district may set. Pure; the database holds it as well (row-level security). */
import { isOfficer, type Viewer } from '@heya/service-common/viewer';
import { allow, type Decision, deny } from '../../decision.ts';

/** The officers of the district see the list with its history and change it; there is none of another district to speak of. */
export const can = (viewer: Viewer, _action: 'SEE' | 'CHANGE'): Decision => (isOfficer(viewer) ? allow('CENTER') : deny('ROLE'));
