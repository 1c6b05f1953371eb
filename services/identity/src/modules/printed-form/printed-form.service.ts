/** An application as the form it was filed on, for whom may see it; printing is in the record (R19, R32). */
import type { IdChange } from '@heya/forms/contents';
import { print, type PrintedPicture, type PrintJob, printPicture } from '@heya/forms/press';
import { formVersion } from '@heya/forms/sheet';
import type { IdentityContext } from '../../context.ts';
import { type IdApplication, openApplication, openByCode } from '../id-application/index.ts';
import { tokyoDay } from '../user/index.ts';
import { seatsOfChange, toChangeDetails } from '../id-change/index.ts';
import { toCenter, toChangeContents, toContents, toHistory } from './printed-form.policy.ts';
import { findCenter } from './printed-form.repository.ts';
import type { PrintedFile } from './printed-file.type.ts';

export interface PrintedForm {
  receiptNumber: string;
  pdf: Uint8Array;
}

/** To be printed, once that is in the record. @returns null when there is none that the viewer may see */
export async function printApplication(context: IdentityContext, id: string): Promise<PrintedForm | null> {
  const application = await openApplication(context, id, ['VIEW', 'PRINT']);
  return application && { receiptNumber: application.receiptNumber, pdf: await print(await jobOf(context, application)) };
}

/** As it is shown beside the fields. @param page from 1 @returns null when there is none that the viewer may see */
export async function showPage(context: IdentityContext, id: string, page: number): Promise<PrintedPicture | null> {
  const application = await openApplication(context, id, ['VIEW']);
  return (application && (await printPicture(await jobOf(context, application), page))) ?? null;
}

/** For who applied: with receipt number and inquiry code, and without the names of officers. @throws RATE_LIMITED */
export async function printByCode(context: IdentityContext, inquiry: Parameters<typeof openByCode>[1]): Promise<PrintedFile | null> {
  const application = await openByCode(context, inquiry, ['VIEW', 'PRINT']);
  if (!application) return null;
  const pdf = await print(await jobOf(context, application));
  return { fileName: `${application.receiptNumber}.pdf`, base64: Buffer.from(pdf).toString('base64') };
}

async function jobOf(context: IdentityContext, application: IdApplication): Promise<PrintJob> {
  const center = await context.asService((tx) => findCenter(tx, application.districtId));
  const sheet = {
    receiptNumber: application.receiptNumber,
    version: formVersion,
    center: toCenter(center),
    printedOn: tokyoDay(context.now()),
    history: toHistory(application, await officerNames(context, application)),
  };
  const { details, form } = application;
  if (details.kind === 'CHANGE' || form === 'FORM_2_2')
    return { kind: 'form', code: 'FORM_2_2', contents: await changeContents(context, application), sheet };
  return { kind: 'form', code: form, contents: toContents({ ...application, details }, tokyoDay), sheet };
}

async function changeContents(context: IdentityContext, application: IdApplication): Promise<IdChange> {
  const { details, filedBy } = application;
  if (details.kind !== 'CHANGE') throw new Error('This is no form 2-2');
  const shown = toChangeDetails(details, { applicationId: application.id, facilityId: application.facilityId ?? null });
  const [submitter, practitioner, seats] = await Promise.all([
    filedBy ? context.loaders.user.load(filedBy) : null,
    context.loaders.practitionerOfUser.load(details.userId),
    seatsOfChange(context, shown),
  ]);
  return toChangeContents(
    {
      ...application,
      details,
      submitterName: submitter?.displayName ?? '',
      professions: (practitioner?.professions ?? []) as IdChange['person']['professions'],
      seats,
    },
    (at) => ({ day: tokyoDay(at), minute: minuteOf(at) }),
  );
}

/** `HH:MM` in Japan. */
const minuteOf = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' }).format(at);

async function officerNames({ loaders }: IdentityContext, { entries }: Pick<IdApplication, 'entries'>): Promise<Map<string, string>> {
  const ids = [...new Set(entries.flatMap(({ by }) => (by === null ? [] : [by])))];
  const found = await Promise.all(ids.map((id) => loaders.user.load(id)));
  return new Map(found.flatMap((user) => (user ? [[user.id, user.displayName] as const] : [])));
}
