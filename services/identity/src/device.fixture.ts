/** A browser's device key as WebCrypto makes it, for specs. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { newId } from '@heya/testkit/viewers';
import type { PersonViewer } from '@heya/service-common/viewer';
import type { Tokens, World } from './identity.fixture.ts';

export class SoftDevice {
  readonly id = newId();
  readonly publicKey: { x: string; y: string };
  readonly #key: KeyObject;

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.publicKey = { x, y };
    this.#key = privateKey;
  }

  /** What goes with a request for new tokens. */
  proof(refreshToken: string, { at = Date.now(), deviceId = this.id }: { at?: number; deviceId?: string } = {}): string {
    const challenge = createHash('sha256').update(`heya-device-challenge.v1\n${refreshToken}`).digest('base64url');
    const text = Buffer.from(['heya-device-proof.v1', deviceId, challenge, String(at)].join('\n'));
    return `${deviceId}.${at}.${sign('sha256', text, { key: this.#key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  }
}

export const deviceFields =
  'id label platform ownership status securitySoftwareAttested registeredAt approvedAt revokedAt revokeReason personalUntil lastSeenAt facility { id } registeredBy { id } viewerCanApprove viewerCanRevoke';

export const registerDocument = `mutation ($input: DeviceRegisterInput!) {
  deviceRegister(input: $input) { device { ${deviceFields} } replayed userErrors { code field } } }`;

export const inputOf = (device: SoftDevice, more: Record<string, unknown> = {}) => ({
  idempotencyKey: device.id,
  label: '受付のノートパソコン',
  platform: 'WINDOWS',
  ownership: 'FACILITY',
  securitySoftwareAttested: true,
  publicKey: device.publicKey,
  ...more,
});

/** @returns what the registration answered */
export async function registerDevice(world: World, viewer: PersonViewer, device = new SoftDevice(), more: Record<string, unknown> = {}) {
  const { deviceRegister } = await world.client.get(viewer, registerDocument, { input: inputOf(device, more) });
  return { device, answer: deviceRegister };
}

/** New tokens by an old refresh token, with what a device has to say. */
export const refreshWith = (world: World, refreshToken: string, proof?: string): Promise<Tokens> =>
  world.browser().token({ grant_type: 'refresh_token', refresh_token: refreshToken, ...(proof && { heya_device_proof: proof }) });

/** What the district has set, as an officer would have. */
export async function setForDistrict(world: World, districtId: string, values: Record<string, unknown>): Promise<void> {
  for (const [key, value] of Object.entries(values))
    await world.sql(
      `insert into district_setting (id, district_id, key, value, version, valid_from, changed_by, changed_at, body_hash)
       select $1, $2, $3::text, $4::jsonb, count(*) + 1, now() - interval '1 day', $1, now(), '' from district_setting where district_id = $2 and key = $3::text`,
      [newId(), districtId, key, JSON.stringify(value)],
    );
}
