/** The letters with the codes of the first sign-in, as PDF: a page for each person, nothing of it kept (R4). */
import { print } from '@heya/forms/press';
import type { IdentityContext } from '../../context.ts';
import { type GivenCode, openCodes } from '../enrolment/index.ts';
import { requirePerson } from '../session/index.ts';
import { tokyoDay } from '../user/index.ts';
import { toCenter } from './printed-form.policy.ts';
import { findCenter } from './printed-form.repository.ts';
import type { PrintedFile } from './printed-file.type.ts';

/** @returns null when one of the codes is none that counts */
export async function printLetters(context: IdentityContext, codes: readonly GivenCode[]): Promise<PrintedFile | null> {
  const { districtId } = requirePerson(context);
  const open = await openCodes(context, codes);
  if (!open) return null;
  const center = toCenter(await context.asService((tx) => findCenter(tx, districtId)));
  const letters = open.map(({ name, facilityName, code, expiresAt }) => ({
    ...{ name, facilityName, code, center },
    url: `${context.portalUrl}/enrol`,
    expiresOn: tokyoDay(expiresAt),
    issuedOn: tokyoDay(context.now()),
  }));
  const pdf = await print({ kind: 'letters', letters });
  return { fileName: 'enrolment-letters.pdf', base64: Buffer.from(pdf).toString('base64') };
}
