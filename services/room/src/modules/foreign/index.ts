export { resolveUser, resolveViewer } from './foreign.reference.ts';
export { ConsentType, FacilityType, referTo, UserType, ViewerType } from './foreign.type.ts';
