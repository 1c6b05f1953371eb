/** The file with which a district begins: its facilities and its people. */
import { userKinds } from '@heya/service-common/viewer';
import { z } from 'zod';
import { facilityKinds } from '../facility/index.ts';
import { type Profession, professions } from '../user/index.ts';

/**
 * The day on which the pledge (1-1 of a facility, 1-2 of a professional) was signed on paper. Left out: the center vouches for it as of the
 * day of loading; null: it is still to be signed (R1).
 */
const pledgedOn = z.iso.date().nullish();

export const districtFile = z.strictObject({
  district: z.strictObject({ id: z.uuid(), name: z.string().min(1) }),
  facilities: z.array(
    z.strictObject({
      id: z.uuid(),
      institutionCode: z.string().regex(/^[0-9]{10}$/, 'ten digits'),
      kind: z.enum(facilityKinds),
      name: z.string().min(1),
      nameKana: z.string().nullish(),
      municipality: z.string().min(1),
      address: z.string().nullish(),
      phone: z.string().nullish(),
      fax: z.string().nullish(),
      pledgedOn,
    }),
  ),
  people: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(userKinds).exclude(['SYSTEM']),
      accountName: z.string().min(1),
      displayName: z.string().min(1),
      displayNameKana: z.string().nullish(),
      /** With a second factor at least eight characters (security.md 10). */
      password: z.string().min(8),
      totpSecret: z.string().regex(/^[A-Z2-7]{26,}=*$/, 'base32 of 16 bytes or more'),
      professions: z.array(z.enum(professions as [Profession, ...Profession[]])).default([]),
      facilityId: z.uuid().nullish(),
      title: z.string().nullish(),
      isFacilityAdmin: z.boolean().default(false),
      pledgedOn,
    }),
  ),
});
export type DistrictFile = z.input<typeof districtFile>;
export type ParsedDistrict = z.output<typeof districtFile>;
export type ParsedPerson = ParsedDistrict['people'][number];
export type ParsedFacility = ParsedDistrict['facilities'][number];
