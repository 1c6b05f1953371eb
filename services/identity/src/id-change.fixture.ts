/** Form 2-2 as facilities file it and the center decides it; for specs. */
import type { EventPayloads } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';
import { newId } from '@heya/testkit/viewers';
import { expect } from 'vitest';
import { institutionCode } from './id-application.fixture.ts';
import { testDistrict, type TestPerson, viewerOf, type World } from './identity.fixture.ts';

const shown = `id status version receiptNumber viewerCanReview entries { status officer { displayName } }
  details { ... on IdChangeDetails { kind personName facilityName toFacilityName toInstitutionCode effectiveAt effectiveOn endedAt carriedOutAt reason
    changes { item before after } user { id displayName } seats { id roomNumber successorName isVacant candidates { displayName } } } }`;
const submitText = `mutation ($input: IdApplicationSubmitInput!) { idApplicationSubmit(input: $input) { replayed inquiryCode receipt { receiptNumber }
  idApplication { ${shown} } details { ... on IdChangeDetails { personName changes { item after } } } userErrors { code field message } } }`;
const reviewText = `mutation ($id: ID!, $input: IdApplicationReviewInput!) { idApplicationReview(id: $id, input: $input) {
  idApplication { ${shown} } issued { applicantId outcome accountName enrolmentCode } userErrors { code field message } } }`;
const resubmitText = `mutation ($id: ID!, $input: IdChangeResubmitInput!) { idChangeResubmit(id: $id, input: $input) { idApplication { ${shown} } userErrors { code field } } }`;
const withdrawText = `mutation ($id: ID!, $v: Int!) { idChangeWithdraw(id: $id, expectedVersion: $v) { idApplication { status version } userErrors { code field } } }`;
const nameText = `mutation ($id: ID!, $s: [SuccessorInput!]!, $v: Int!) { idChangeNameSuccessors(id: $id, successors: $s, expectedVersion: $v) {
  idApplication { ${shown} } receipt { nextStep } userErrors { code field } } }`;

/** A clinic with its head, another administrator and a nurse, a second facility with its head, and two officers. */
export async function staffedDistrict(world: World) {
  const district = testDistrict();
  const { doctor, nurse, family, officer, otherOfficer } = district.people;
  const [clinic, station] = district.file.facilities;
  if (!clinic || !station) throw new Error('no facilities');
  const code = { clinic: institutionCode(), station: institutionCode('6') };
  const more = (displayName: string, facilityId: string, isFacilityAdmin = false): TestPerson => ({
    ...nurse,
    id: newId(),
    accountName: `id-${newId().slice(-12)}`,
    displayName,
    facilityId,
    isFacilityAdmin,
  });
  const colleague = { ...nurse, facilityId: clinic.id };
  const deputy = more('高橋 恵', clinic.id, true);
  const head = more('伊藤 浩', station.id, true);
  const people = { doctor, colleague, deputy, head, family, officer, otherOfficer };
  await world.load({
    ...district.file,
    facilities: [
      { ...clinic, institutionCode: code.clinic },
      { ...station, institutionCode: code.station },
    ],
    people: Object.values(people),
  });
  return { ...people, clinic, station, code, districtId: district.file.district.id, as: (who: TestPerson) => viewerOf(district, who) };
}
export type Staffed = Awaited<ReturnType<typeof staffedDistrict>>;

/** `2026-11-30T17:00`, so many minutes from now in Japan. */
export const inMinutes = (world: World, minutes: number): string =>
  new Date(world.clock.now().getTime() + minutes * 60_000 + 9 * 3_600_000).toISOString().slice(0, 16);

export function changeDesk(world: World, at: Staffed) {
  const submit = async (viewer: Viewer, change: Record<string, unknown>, idempotencyKey: string = newId()): Promise<any> =>
    (await world.client.get(viewer, submitText, { input: { idempotencyKey, form: 'FORM_2_2', change } })).idApplicationSubmit;
  /** Filed by the head of the clinic about the nurse, unless said otherwise. */
  const file = async (change: Record<string, unknown>, by: TestPerson = at.doctor): Promise<any> => {
    const { idApplication, userErrors } = await submit(at.as(by), {
      userId: at.colleague.id,
      effectiveAt: inMinutes(world, 60),
      ...change,
    });
    expect(userErrors).toEqual([]);
    return idApplication;
  };
  const review = async (by: TestPerson, id: string, input: object): Promise<any> =>
    (await world.client.get(at.as(by), reviewText, { id, input })).idApplicationReview;
  /** Checked by one officer, approved by the other. */
  const approve = async ({ id, version }: { id: string; version: number }, more: object = {}): Promise<any> => {
    const checked = await review(at.officer, id, { decision: 'APPROVE', expectedVersion: version });
    expect(checked.userErrors).toEqual([]);
    return review(at.otherOfficer, id, { decision: 'APPROVE', expectedVersion: version + 1, ...more });
  };
  const resubmit = async (by: TestPerson, id: string, change: object, expectedVersion: number): Promise<any> =>
    (await world.client.get(at.as(by), resubmitText, { id, input: { change, expectedVersion } })).idChangeResubmit;
  const withdraw = async (by: TestPerson, id: string, v: number): Promise<any> =>
    (await world.client.get(at.as(by), withdrawText, { id, v })).idChangeWithdraw;
  const name = async (by: TestPerson, id: string, s: object[], v: number): Promise<any> =>
    (await world.client.get(at.as(by), nameText, { id, s, v })).idChangeNameSuccessors;
  const look = async (by: TestPerson, id: string): Promise<any> =>
    (await world.client.get(at.as(by), `query ($id: ID!) { idApplication(id: $id) { ${shown} } }`, { id })).idApplication;
  const places = (): Promise<{ facility_id: string; until: string | null; since: string; title: string | null }[]> =>
    world.sql(
      `select a.facility_id, a.title, a.until::text, a.since::text from affiliation a join practitioner p on p.id = a.practitioner_id where p.user_id = $1 order by a.since, a.id`,
      [at.colleague.id],
    );
  const person = async (): Promise<{ display_name: string; deactivated_at: Date | null; enrolled_at: Date | null }> =>
    (await world.sql<any>('select display_name, deactivated_at, enrolled_at from app_user where id = $1', [at.colleague.id]))[0];
  const told = async (): Promise<any[]> =>
    (await world.bus.all('identity.placeEnding')).flatMap(({ payload }) => (payload.userId === at.colleague.id ? [payload] : []));
  /** A room as the room service tells it: the nurse is its steward, the deputy in it as well. */
  const room = async (facilityId: string = at.clinic.id) => {
    const ids = { roomId: newId(), patientId: newId(), seat: newId(), other: newId() };
    const tell = (membershipId: string, userId: string, more: Partial<EventPayloads['room.membershipChanged']>): Promise<number> =>
      world.bus.publish('room.membershipChanged', {
        ...{
          membershipId,
          userId,
          roomId: ids.roomId,
          patientId: ids.patientId,
          districtId: at.districtId,
          role: 'CARE_TEAM',
          profession: 'NURSE',
        },
        ...{ isSteward: false, status: 'ACTIVE', from: null, until: null, roomNumber: 'K-0123', facilityId, change: 'JOINED' },
        ...more,
      });
    await tell(ids.seat, at.colleague.id, { isSteward: true });
    await tell(ids.other, at.deputy.id, {});
    return { ...ids, tell };
  };
  return { submit, file, review, approve, resubmit, withdraw, name, look, places, person, told, room };
}

/** The clock of the service looks four times a second; a busy machine may take longer. */
export const soon = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 20_000, interval: 50 });
export const codes = (errors: { code: string; field: string[] }[]): string[] =>
  errors.map(({ code, field }) => `${code} ${field.join('.')}`);
