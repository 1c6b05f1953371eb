/** Brings the parts of the proof together: each subgraph is asked as the person who prints it, as in infra/decisions/0035. */
import type { RoomContext } from '../platform/index.ts';
import type { Neighbours } from '../take-along/index.ts';
import { monthSpan } from '@heya/service-common/month';
import { consentQuestion, type ConsentPart, type ProofParts, roomQuestion, timelineQuestion } from './fee-proof.parts.ts';

interface Wanted {
  roomId: string;
  month: string;
}

/** @returns null for whoever is not of the care team, or may not read its daily notes @throws BAD_USER_INPUT for a month that is none, SERVICE_UNAVAILABLE */
export async function gatherProof(context: RoomContext, neighbours: Neighbours, wanted: Wanted): Promise<ProofParts | null> {
  const { viewer, requestId } = context;
  const { roomId, month } = wanted;
  monthSpan(month);
  type Room = Pick<ProofParts, 'roomNumber' | 'patient'> & { careLinks: ProofParts['careLinks'] | null };
  const asked = { query: roomQuestion, variables: { id: roomId, month }, viewer, requestId };
  const { room } = await neighbours.room<{ room: Room | null }>(asked);
  if (!room?.careLinks || room.patient.name === null) return null;
  const of = (__typename: string, id: string) => [{ __typename, id }];
  const [timeline, consent] = await Promise.all([
    neighbours.timeline<{ _entities: (Pick<ProofParts, 'visits' | 'recordsByFacility'> | null)[] }>({
      query: timelineQuestion,
      variables: { r: of('Room', roomId), month },
      viewer,
      requestId,
    }),
    neighbours.consent<{ _entities: ({ consents: ConsentPart[] | null } | null)[] }>({
      query: consentQuestion,
      variables: { r: of('Patient', room.patient.id) },
      viewer,
      requestId,
    }),
  ]);
  const told = timeline._entities[0];
  if (!told?.visits) return null;
  const { roomNumber, patient, careLinks } = room;
  return {
    roomNumber,
    patient,
    careLinks,
    consents: consent._entities[0]?.consents ?? null,
    visits: told.visits,
    recordsByFacility: told.recordsByFacility,
  };
}
