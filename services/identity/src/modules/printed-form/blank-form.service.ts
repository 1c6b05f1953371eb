/** Forms to be written on by hand: for everybody, of the district whose center takes them (R19). */
import { type FormClause, type FormCode, formVersion } from '@heya/forms/sheet';
import { print, type PrintJob } from '@heya/forms/press';
import { isId } from '@heya/service-common/id';
import type { IdentityContext } from '../../context.ts';
import { findPledgeText } from '../pledge/index.ts';
import { tokyoDay } from '../user/index.ts';
import { toCenter } from './printed-form.policy.ts';
import { findCenter, findDistrict } from './printed-form.repository.ts';
import type { PrintedFile } from './printed-file.type.ts';

/** What stands on each is the same for everybody for a day. */
const printed = new Map<string, Promise<Uint8Array>>();
const mostKept = 60;

/** @returns null for a district that is not there, and for the consent 3-1, whose wording is not ours */
export async function blankForm(
  context: IdentityContext,
  { districtId, form }: { districtId: string; form: FormCode },
): Promise<PrintedFile | null> {
  if (!isId(districtId) || form === 'FORM_3_1') return null;
  const job = await jobOf(context, { districtId, form });
  if (!job) return null;
  const pdf = await once(job);
  return { fileName: `${form.toLowerCase().replaceAll('_', '-')}.pdf`, base64: Buffer.from(pdf).toString('base64') };
}

function jobOf(
  { asService, now }: IdentityContext,
  { districtId, form }: { districtId: string; form: Exclude<FormCode, 'FORM_3_1'> },
): Promise<PrintJob | null> {
  return asService(async (tx) => {
    if (!(await findDistrict(tx, districtId))) return null;
    const sheet = {
      receiptNumber: null,
      version: formVersion,
      center: toCenter(await findCenter(tx, districtId)),
      printedOn: tokyoDay(now()),
    };
    if (form !== 'FORM_1_1' && form !== 'FORM_1_2') return { kind: 'form', code: form, contents: 'blank', sheet };
    const text = await findPledgeText(tx, { districtId, form }, now());
    const clauses: FormClause[] = text?.clauses.map(({ id, ja }) => ({ id, text: ja })) ?? [];
    return { kind: 'form', code: form, contents: 'blank', sheet: { ...sheet, version: text?.version ?? formVersion, clauses } };
  });
}

function once(job: PrintJob): Promise<Uint8Array> {
  const key = JSON.stringify(job);
  const known = printed.get(key);
  if (known) return known;
  const begun = print(job);
  printed.set(key, begun);
  begun.catch(() => printed.delete(key));
  for (const old of [...printed.keys()].slice(0, Math.max(0, printed.size - mostKept))) printed.delete(old);
  return begun;
}
