export { Passkey, PasskeyChallenge } from './passkey.entity.ts';
export { canRemove, isPasskeyOnly, passkeyLabel } from './passkey.policy.ts';
export {
  countPasskeys,
  deletePasskey,
  deletePasskeysOf,
  dropExpiredChallenges,
  listPasskeys,
  renamePasskey,
} from './passkey.repository.ts';
export { PasskeyService } from './passkey.service.ts';
