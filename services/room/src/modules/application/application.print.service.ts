/** Forms 4-1, 4-2 and 4-3 as they were filed, on paper, for whom may see the application; printing is in the record (R19, R32). */
import { print, type PrintJob } from '@heya/forms/press';
import { type FormSheet, formVersion } from '@heya/forms/sheet';
import { audit } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';
import { accessThen, dayInJapan, type PatientThen, type ThenBlock } from '../patient/index.ts';
import type { RoomContext } from '../platform/index.ts';
import { factsOf, loadApplication } from './application.access.ts';
import type { RoomForm } from './application.entity.ts';
import { can } from './application.policy.ts';
import { type PrintedWith, saidAt, toChangeForm, toClosureForm, toCreationForm, toHistory } from './application.print.policy.ts';
import { type ApplicationRow, selectRoomNumber } from './application.repository.ts';

export interface PrintedApplication {
  receiptNumber: string;
  pdf: Uint8Array;
}

const center = { name: '在宅医療・介護連携支援センター' };

/** What each form says of the patient. */
const partsOf: Record<RoomForm, readonly ThenBlock[]> = {
  FORM_4_1: ['BASICS', 'FAMILY_CONTACTS', 'HOSPITALS', 'DISASTER'],
  FORM_4_2: ['BASICS'],
  FORM_4_3: ['BASICS'],
};

/** @returns null when there is none that the viewer may see @throws SERVICE_UNAVAILABLE when identity does not answer */
export async function printApplication(context: RoomContext, id: string): Promise<PrintedApplication | null> {
  const row = await loadApplication(context, id);
  if (!row) return null;
  const people = await context.identity.people([row.applicant_id, ...row.entries.map(({ actorId }) => actorId)], context);
  const printed = await context.write((tx) => gather(tx, context, row));
  const sheet = {
    receiptNumber: row.receipt_number,
    version: formVersion,
    center,
    printedOn: dayInJapan(context.now()),
    history: toHistory(row, people),
  };
  return { receiptNumber: row.receipt_number, pdf: await print(jobOf(row, { ...printed, people }, sheet)) };
}

/** Reads what the form says of the patient, and records it, in one transaction. */
async function gather(tx: Em, context: RoomContext, row: ApplicationRow): Promise<Omit<PrintedWith, 'people'>> {
  const { viewer } = context;
  const patient: PatientThen = await accessThen(tx, viewer, {
    patientId: row.patient_id,
    at: saidAt(row, context.now()),
    blocks: partsOf[row.form],
  });
  const seeing = can(viewer, 'SEE', factsOf(row));
  await audit(tx, context, {
    authority: seeing.allowed ? seeing.authority : 'NONE',
    action: 'PRINT',
    categories: patient.classes,
    subjectType: 'RoomApplication',
    subjectId: row.id,
    patientId: row.patient_id,
    roomId: row.room_id,
  });
  return { patient, roomNumber: row.room_id ? await selectRoomNumber(tx, row.room_id) : null };
}

function jobOf(row: ApplicationRow, printed: PrintedWith, sheet: FormSheet): PrintJob {
  if (row.form === 'FORM_4_1') return { kind: 'form', code: row.form, contents: toCreationForm(row, printed), sheet };
  if (row.form === 'FORM_4_2') return { kind: 'form', code: row.form, contents: toChangeForm(row, printed), sheet };
  return { kind: 'form', code: row.form, contents: toClosureForm(row, printed), sheet };
}
