export { resolveUser, resolveViewer } from './stub.reference.ts';
export { ConsentType, FacilityType, stub, UserType, ViewerType } from './stub.type.ts';
