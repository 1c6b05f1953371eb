/** Registers the device this browser runs on: the key is made and kept here, its public half goes to the server (R6). */
import { newId } from '@heya/client/id';
import { DeviceRegisterDocument, type DeviceOwnership, type DevicePlatform, type ProblemFragment } from '@heya/client/generated/graphql';
import { send } from '#lib/api.ts';
import { keepKey, makeKey, type NewKey } from './key-store.ts';
import { bindToDevice } from './prove.ts';

export interface Registration {
  label: string;
  platform: DevicePlatform;
  ownership: DeviceOwnership;
  securitySoftwareAttested: boolean;
  facilityId?: string;
}

interface Attempt extends NewKey {
  id: string;
  text: string;
}

let attempt: Attempt | undefined;

/** The same once more when no answer came; what was changed is another device. */
async function attemptFor(registration: Registration): Promise<Attempt> {
  const text = JSON.stringify(registration);
  if (attempt?.text !== text) attempt = { ...(await makeKey()), id: newId(), text };
  return attempt;
}

/** Which of several keys here is this one's. */
const ownerOf = ({ ownership, facilityId }: Registration, userId: string): string =>
  ownership !== 'FACILITY' ? `user:${userId}` : facilityId ? `facility:${facilityId}` : 'center';

/**
 * @returns what the server would have changed; nothing when it is registered and this sign-in bound to it
 * @throws {RequestError}
 * @throws when the browser cannot make or keep a key
 */
export async function registerDevice(registration: Registration, userId: string): Promise<readonly ProblemFragment[]> {
  const { id, privateKey, publicKey } = await attemptFor(registration);
  const input = { ...registration, idempotencyKey: id, publicKey };
  const { deviceRegister } = await send(DeviceRegisterDocument, { input });
  if (deviceRegister.userErrors.length > 0) return deviceRegister.userErrors;
  const owner = ownerOf(registration, userId);
  await keepKey({ id, owner, privateKey });
  attempt = undefined;
  await bindToDevice([owner]);
  return [];
}
