/** The room service alone: it has looked whether the invitation stands and whether code and birth date are right. Pure. */
import type { Viewer } from '@heya/service-common/viewer';

export const can = (viewer: Viewer): boolean => viewer.type === 'service' && viewer.name === 'room';
