/** Disclosures of a patient and the consent state of a room. */
import { isCodedError } from '@heya/service-common/errors';
import { statusOn } from '../consent/index.ts';
import { type ConsentContext, dayInJapan } from '../platform/index.ts';
import { disclosureLoaders } from './disclosure.access.ts';
import {
  type ConsentFacts,
  decideDisclosures,
  decideRoomState,
  type DisclosureDecision,
  type RoomConsentState,
} from './disclosure.policy.ts';
import type { DisclosureRow } from './disclosure.repository.ts';

/** @returns null for whoever has nothing to do with the patient */
export async function listDisclosures(context: ConsentContext, patientId: string): Promise<DisclosureDecision[] | null> {
  const row = await disclosureLoaders(context).ofPatient.load(patientId);
  return row && decideDisclosures(context.viewer, row.standing, factsOf(row, context));
}

/** @returns null when it is not the viewer's room, or cannot be told now: the screen is then read-only */
export async function readRoomState(context: ConsentContext, roomId: string): Promise<RoomConsentState | null> {
  try {
    const row = await disclosureLoaders(context).ofRoom.load(roomId);
    return row && decideRoomState(factsOf(row, context));
  } catch (error) {
    if (isCodedError(error) && error.extensions.code === 'SERVICE_UNAVAILABLE') return null;
    throw error;
  }
}

function factsOf({ status, expires_on: expiresOn, categories }: DisclosureRow, { now }: ConsentContext): ConsentFacts | null {
  return status && { status: statusOn(status, expiresOn, dayInJapan(now())), categories: categories ?? [] };
}
