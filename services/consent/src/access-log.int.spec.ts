/** R32, R33: the chain of who looked, and who may read it. */
import type { AuditLine } from '@heya/schema/events';
import { Bus } from '@heya/service-common/bus';
import { createLogger } from '@heya/service-common/logger';
import type { PersonViewer } from '@heya/service-common/viewer';
import { busUrl, queryAsAdmin } from '@heya/testkit/database';
import { newId } from '@heya/testkit/viewers';
import { until } from '@heya/testkit/wait';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Case,
  consented,
  consentInput,
  type ConsentUnderTest,
  openRoom,
  registeredPatient,
  startConsent,
  submitConsent,
  viewPatient,
  withdrawConsent,
  withdrawInput,
} from './testing/consent.ts';

let consent: ConsentUnderTest;
let found: Case & { consentId: string };
let roomId: string;
let timeline: Bus;
beforeAll(async () => {
  consent = await startConsent();
  timeline = new Bus(busUrl(consent.environment.bus, 'timeline'), 'timeline', createLogger('timeline', 'silent'));
  found = await consented(consent);
  roomId = await openRoom(consent, found);
  await until('the record has lines of the patient', async () => (await read(found.people.patient)).nodes.length > 0);
});
afterAll(async () => {
  await timeline.close();
  await consent.close();
});

/** Another service ships lines of its own. */
async function ship(lines: AuditLine[]): Promise<void> {
  const position = await timeline.publish([
    {
      eventId: newId(),
      topic: 'audit.recorded',
      stream: 'audit',
      seq: (shipped += 1),
      occurredAt: new Date().toISOString(),
      payload: { lines },
    },
  ]);
  await consent.bus.applied(position);
}
let shipped = 0;

const line = (actor: PersonViewer, override: Partial<AuditLine> = {}): AuditLine => ({
  id: newId(),
  at: new Date().toISOString(),
  districtId: found.people.districtId,
  actorId: actor.userId,
  actorType: 'person',
  sessionId: actor.sessionId,
  clientId: 'heya-portal',
  authority: 'MEMBERSHIP',
  action: 'VIEW',
  categories: ['DAILY_CONDITION'],
  subjectType: 'Post',
  subjectId: newId(),
  patientId: found.patientId,
  roomId: null,
  outcome: 'ALLOWED',
  requestId: newId(),
  ...override,
});
const log = `query ($r: [_Any!]!, $first: Int!, $after: String, $filter: AccessLogFilter) { _entities(representations: $r) { ... on Patient {
  accessLog(first: $first, after: $after, filter: $filter) { nodes { id at actorName action category subjectLabel deviceLabel outcome entryHash } pageInfo { hasNextPage endCursor } } } } }`;
const read = async (viewer: PersonViewer, variables: object = {}): Promise<any> =>
  (await consent.get(viewer, log, { r: [{ __typename: 'Patient', id: found.patientId }], first: 20, ...variables }))._entities[0].accessLog;

describe('the record of a patient', () => {
  it('is shown to patient, family and steward with names and plain words, and to nobody else', async () => {
    for (const person of [found.people.patient, found.people.family, found.people.careManager])
      expect((await read(person)).nodes.length).toBeGreaterThan(0);
    for (const person of [found.people.nurse, found.people.outsider, found.people.officer, found.people.otherDistrict])
      expect(await read(person)).toBeNull();
  });

  it('names who looked, and says at what', async () => {
    await consent.get(found.people.nurse, 'query ($id: ID!) { consent(id: $id) { status } }', { id: found.consentId });
    const entry = await until('the look is in the record', async () =>
      (await read(found.people.patient)).nodes.find(
        ({ actorName, action }: { actorName: string; action: string }) => actorName === '鈴木 花子' && action === 'VIEW',
      ),
    );
    expect(entry).toMatchObject({ subjectLabel: '同意書', outcome: 'ALLOWED', entryHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('holds a line told twice once, and goes page by page', async () => {
    const one = line(found.people.nurse);
    await ship([one, one]);
    await ship([one]);
    const page = await read(found.people.patient, { first: 1 });
    const next = await read(found.people.patient, { first: 100, after: page.pageInfo.endCursor });
    const ids = [...page.nodes, ...next.nodes].map(({ id }: { id: string }) => id);
    expect(ids.filter((id) => id === one.id)).toHaveLength(1);
    expect(new Set(ids).size).toBe(ids.length);
    const own = await read(found.people.patient, { filter: { actorId: found.people.nurse.userId, actions: ['VIEW'] } });
    expect(own.nodes.map(({ id }: { id: string }) => id)).toContain(one.id);
  });

  it('has what was refused: disclosures, the room’s state, taking, amending and withdrawing, with the device', async () => {
    const { nurse, outsider } = found.people;
    // Refused reading the record before this, without a device: not counted here.
    const [stranger, colleague] = [
      { ...outsider, device: 'Edge · Windows' },
      { ...nurse, device: 'Chrome · Android' },
    ];
    await viewPatient(consent, stranger, found.patientId);
    await consent.entities(stranger, 'Room', '{ consentState }', [roomId]);
    await consent.get(stranger, submitConsent, { input: consentInput(found) });
    await consent.get(colleague, withdrawConsent, { id: found.consentId, input: withdrawInput() });
    const refused = async (actorId: string): Promise<string[]> =>
      (await read(found.people.patient, { first: 100, filter: { actorId, actions: ['DENIED'] } })).nodes
        .filter(({ deviceLabel }: Record<string, string | null>) => deviceLabel)
        .map(({ subjectLabel, deviceLabel, outcome }: Record<string, string>) => `${subjectLabel} ${deviceLabel} ${outcome}`);
    await until(
      'every refusal is in the record',
      async () => (await refused(stranger.userId)).length >= 3 && (await refused(nurse.userId)).length > 0,
    );
    expect(new Set(await refused(stranger.userId))).toEqual(
      new Set(['見せてよい情報の範囲 Edge · Windows DENIED_ROLE', '同意書 Edge · Windows DENIED_ROLE']),
    );
    expect(await refused(nurse.userId)).toEqual(['同意書 Chrome · Android DENIED_ROLE']);
  });

  it('has who asked for the consent of a patient of others, and not who asked before there is one', async () => {
    const { people, patientId } = await registeredPatient(consent);
    for (const person of [people.physician, people.outsider])
      expect(await consent.entities(person, 'Patient', '{ consent { id } }', [patientId])).toEqual([{ consent: null }]);
    const refused = await until('the refusal is in the record', async () => {
      const rows = await queryAsAdmin<{ actor_id: string; line: AuditLine }>(
        consent.environment.database.adminUrl,
        `select actor_id, line from access_log_entry where patient_id = $1 and action = 'DENIED'`,
        [patientId],
      );
      return rows.length > 0 ? rows : undefined;
    });
    expect(refused).toEqual([
      {
        actor_id: people.outsider.userId,
        line: expect.objectContaining({ subjectType: 'Consent', subjectId: null, outcome: 'DENIED_ROLE' }),
      },
    ]);
  });

  it('is read while identity is away: then the role is said instead of the name', async () => {
    const [member, stranger] = [line(found.people.nurse), line(found.people.outsider)];
    await ship([member, stranger]);
    const names = async (): Promise<string[]> => {
      const { nodes } = await read(found.people.patient, { first: 100 });
      return [member, stranger].map(({ id }) => nodes.find((node: { id: string }) => node.id === id).actorName);
    };
    consent.identity.fail(true);
    expect(await names()).toEqual(['医療・介護の参加者', 'この部屋の参加者ではない人']);
    consent.identity.fail(false);
    expect(await names()).toEqual(['鈴木 花子', '部外 者']);
  });

  it('asks for names as the reader, never as the service', async () => {
    await read(found.people.family, { first: 100 });
    expect(new Set(consent.identity.askers())).not.toContain('service');
  });

  it('stays readable after the consent is withdrawn', async () => {
    await consent.get(found.people.patient, withdrawConsent, { id: found.consentId, input: withdrawInput() });
    expect((await read(found.people.family)).nodes.length).toBeGreaterThan(0);
  });
});
