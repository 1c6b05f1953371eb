export { Credential } from './credential.entity.ts';
export { CredentialService } from './credential.service.ts';
export { hashPassword, HashingBusy, verifyPassword } from './password.ts';
export { isChangeSuggested, type PasswordProblem } from './password.policy.ts';
export { SecretBox } from './secret-box.ts';
export { newTotpSecret, totpUri } from './totp.ts';
