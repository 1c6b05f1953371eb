export { InformationCategoryEnum } from './family-invitation.class.ts';
export { familyInvitation, joinTry } from './family-invitation.entity.ts';
export { FamilyInvitationResolver, RoomFamilyResolver, ViewerFamilyResolver } from './family-invitation.resolver.ts';
export { endByConsent } from './family-removal.service.ts';
