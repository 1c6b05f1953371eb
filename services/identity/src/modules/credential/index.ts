export { Credential } from './credential.entity.ts';
export { CredentialService } from './credential.service.ts';
export { HashingBusy, verifyPassword } from './password.ts';
export { SecretBox } from './secret-box.ts';
