/** An application as the form it was filed on, for whom may see it; printing is in the record (R19, R32). */
import type { IdChange } from '@heya/forms/contents';
import { renderForm } from '@heya/forms/form';
import { audit } from '@heya/service-common/audit';
import { isOfficer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { listFacilities } from '../facility/index.ts';
import type { IdApplication } from '../id-application/index.ts';
import { tokyoDay } from '../user/index.ts';
import { seatsOfChange, toChangeDetails } from '../id-change/index.ts';
import { formVersion, toCenter, toChangeContents, toContents, toHistory } from './printed-form.policy.ts';

export interface PrintedForm {
  receiptNumber: string;
  pdf: Uint8Array;
}

/** @returns null when there is none that the viewer may see */
export async function printApplication(context: IdentityContext, id: string): Promise<PrintedForm | null> {
  const application = await context.applications.load(id);
  if (!application) return null;
  const [center] = await context.read((tx) => listFacilities(tx, { kinds: ['HOME_CARE_SUPPORT_CENTER'], limit: 1 }));
  const sheet = {
    receiptNumber: application.receiptNumber,
    version: formVersion,
    center: toCenter(center),
    printedOn: tokyoDay(context.now()),
    history: toHistory(application, await officerNames(context, application)),
  };
  const { details, form } = application;
  const pdf =
    details.kind === 'CHANGE' || form === 'FORM_2_2'
      ? await renderForm('FORM_2_2', await changeContents(context, application), sheet)
      : await renderForm(form, toContents({ ...application, details }, tokyoDay), sheet);
  await context.asService((tx) =>
    audit(tx, context, {
      authority: isOfficer(context.viewer) ? 'REVIEW' : 'FACILITY_ADMIN',
      action: 'PRINT',
      categories: [],
      subjectType: 'IdApplication',
      subjectId: application.id,
    }),
  );
  return { receiptNumber: application.receiptNumber, pdf };
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
