export { BackupCode } from './backup-code.entity.ts';
export { Credential } from './credential.entity.ts';
export { forgetBackupCodes, forgetFactors } from './credential.repository.ts';
export { CredentialService } from './credential.service.ts';
export { hashPassword, HashingBusy, verifyPassword } from './password.ts';
export { isChangeSuggested, type OwnWords, type PasswordProblem } from './password.policy.ts';
export { type CodeShape, newReadableCode, readableLetters, readReadableCode } from '@heya/service-common/readable-code';
export { SecretBox } from './secret-box.ts';
export { newTotpSecret, totpUri } from './totp.ts';
