export { resolveBare, resolveViewer } from './stub.reference.ts';
export { FacilityType, PatientType, RoomType, stub, UserType, ViewerType } from './stub.type.ts';
