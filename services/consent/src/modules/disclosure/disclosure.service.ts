/** Disclosures of a patient and the consent state of a room. */
import { isCodedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { type ConsentRow, consentLoaders, statusOn } from '../consent/index.ts';
import { dayInJapan } from '../consent-text/index.ts';
import type { ConsentContext } from '../platform/index.ts';
import { findStanding } from '../projection/index.ts';
import { type ConsentFacts, decideDisclosures, decideRoomState, type DisclosureDecision } from './disclosure.policy.ts';
import { findRoomPatient } from './disclosure.repository.ts';

/** @returns null for whoever has nothing to do with the patient */
export async function listDisclosures(context: ConsentContext, patientId: string): Promise<DisclosureDecision[] | null> {
  if (!isId(patientId)) return null;
  await context.requireFresh();
  const standing = await context.read((tx) => findStanding(tx, patientId));
  return standing ? decideDisclosures(standing, await factsOf(context, patientId)) : null;
}

/** @returns null when it is not the viewer's room, or cannot be told now: the screen is then read-only */
export async function readRoomState(context: ConsentContext, roomId: string): Promise<'OK' | 'PENDING' | 'WITHDRAWN' | null> {
  if (!isId(roomId)) return null;
  try {
    await context.requireFresh();
    const patientId = await context.read((tx) => findRoomPatient(tx, roomId));
    return patientId ? decideRoomState(await factsOf(context, patientId)) : null;
  } catch (error) {
    if (isCodedError(error) && error.extensions.code === 'SERVICE_UNAVAILABLE') return null;
    throw error;
  }
}

async function factsOf(context: ConsentContext, patientId: string): Promise<ConsentFacts | null> {
  const row: ConsentRow | null = await consentLoaders(context).newestOf.load(patientId);
  return row && { status: statusOn(row.status, row.expires_on, dayInJapan(context.now())), categories: row.categories };
}
