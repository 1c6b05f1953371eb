/** Who the matrix asks as: the columns of the table, in this order. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { uuidv7 } from '../../local/api/uuid.mjs';
import type { World } from '../world.ts';

export const principals = [
  'anonymous',
  'patient',
  'family',
  'member',
  'steward',
  'applicant',
  'exMember',
  'otherMember',
  'facilityAdmin',
  'officer',
  'inspector',
  'foreignOfficer',
  'partnerA',
  'partnerB',
] as const;
export type Principal = (typeof principals)[number];

/** What stands above the table. */
export const principalNotes: Record<Principal, string> = {
  anonymous: 'no token',
  patient: 'the patient of the room, in it as PATIENT',
  family: 'in the room as FAMILY',
  member: 'a visiting nurse of the room',
  steward: 'the care manager of the room, its steward',
  applicant: 'the doctor who registered the patient, took the consent and applied; a member',
  exMember: 'a helper who has left the room',
  otherMember: 'a doctor of the same district, steward of another room',
  facilityAdmin: 'administers the facility of a member, is in no room',
  officer: 'clerk of the center of the district, checked the application; no inspection runs',
  inspector: 'approver of the center of the district, with a running inspection of the room (R18)',
  foreignOfficer: 'officer of the center of another district',
  partnerA: 'another program; no partner is registered yet, so its token is refused',
  partnerB: 'a second one, likewise',
};

const roles: Partial<Record<Principal, string>> = {
  patient: 'patient',
  family: 'family',
  member: 'nurse',
  steward: 'careManager',
  applicant: 'doctor',
  exMember: 'helper',
  otherMember: 'outsider',
  facilityAdmin: 'facilityAdmin',
  officer: 'clerk',
  inspector: 'approver',
  foreignOfficer: 'foreignOfficer',
};

export const roleOf = (principal: Principal): string | undefined => roles[principal];
export const isPartner = (principal: Principal): boolean => principal.startsWith('partner');

/** @returns undefined for nobody */
export async function tokenOf(world: World, principal: Principal): Promise<string | undefined> {
  const role = roleOf(principal);
  if (role) return (await world.as(role)).accessToken();
  return isPartner(principal) ? unregisteredToken(world, principal) : undefined;
}

/** As identity would sign it for a client it knew, but nobody has registered one. */
function unregisteredToken({ urls }: World, clientId: string): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: urls.issuer,
    aud: urls.gateway,
    sub: clientId,
    client_id: clientId,
    sid: uuidv7(),
    iat: now,
    exp: now + 300,
    jti: uuidv7(),
  };
  const content = `${encode({ alg: 'ES256', typ: 'at+jwt', kid: clientId })}.${encode(claims)}`;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return `${content}.${sign('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
