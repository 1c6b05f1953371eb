export { resolveBare, resolveViewer } from './foreign.reference.ts';
export { FacilityType, PatientType, referTo, RoomType, UserType, ViewerType } from './foreign.type.ts';
