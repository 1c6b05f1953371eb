/** R9, R10, R13, R14, R18 together: whatever happens in whatever order, nothing is told without a consent and a right that hold now. */
import type { CategoryGrant } from '@heya/schema/events';
import { queryAsAdmin } from '@heya/testkit/database';
import { channel, newId } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everybody, type Member, Model, type Step, step, type Who } from './testing/leak.model.ts';
import { type Case, openRoom, type RoomUnderTest, startRoom } from './testing/room.ts';

let room: RoomUnderTest;
beforeAll(async () => void (room = await startRoom()));
afterAll(() => room.close());

const admin = (sql: string, values: unknown[]): Promise<unknown[]> => queryAsAdmin(room.environment.database.adminUrl, sql, values);
const roomQuery = `query ($id: ID!) { room(id: $id) { roomNumber viewerCanPost patient { id name address age viewerCanUpdate } steward { displayName } memberships { totalCount } inspections { id } } }`;
const start = `mutation ($input: RoomInspectionInput!) { roomInspectionStart(input: $input) { userErrors { code } roomInspection { id } } }`;
const end = `mutation ($id: ID!) { roomInspectionEnd(id: $id) { userErrors { code } } }`;
const update = `mutation ($id: ID!, $v: Int!) { patientUpdate(id: $id, input: { expectedVersion: $v, phone: "+81952000001" }) { userErrors { code } } }`;
const grant = `query ($id: ID!) { roomChangedGrant(roomId: $id, notBefore: 0) { audience epoch } }`;

/** How a membership stands: status, first and last minute. */
const standings: Record<Extract<Step, { who: Member }>['do'], [string, string, string]> = {
  leave: ['LEFT', "now() - interval '1 day'", "now() - interval '1 second'"],
  return: ['ACTIVE', "now() - interval '1 day'", 'null'],
  beginLater: ['ACTIVE', "now() + interval '1 hour'", 'null'],
  endLater: ['ACTIVE', "now() - interval '1 day'", "now() + interval '1 hour'"],
  runOut: ['ACTIVE', "now() - interval '1 day'", "now() - interval '1 second'"],
} as never;

class Story {
  readonly model = new Model();
  #version = 1;
  #inspection: string | undefined;
  readonly #found: Case & { roomId: string };

  constructor(found: Case & { roomId: string }) {
    this.#found = found;
  }

  async take(move: Step): Promise<void> {
    switch (move.do) {
      case 'grant':
        return this.#consent('ACTIVE', move);
      case 'withdraw':
        return this.#consent('WITHDRAWN', { demographics: false, family: false });
      case 'consentRunsOut':
        await admin('update consent_grant set expires_on = current_date - 2 where patient_id = $1', [this.#found.patientId]);
        return void (this.model.consent.inForce = false);
      case 'restart':
        await room.restart(() => (move.withdrawing ? this.#tell('WITHDRAWN', [], false) : Promise.resolve()));
        if (move.withdrawing) this.model.consent = { inForce: false, demographics: false, family: false };
        return;
      case 'inspect':
      case 'endInspection':
      case 'inspectionRunsOut':
        return this.#look(move.do);
      case 'read':
        return this.read(move.who);
      case 'change':
        return this.#change(move.who);
      case 'listen':
        return this.listen(move.who);
      default:
        return this.#stand(move.do, move.who);
    }
  }

  async #stand(how: keyof typeof standings, who: Member): Promise<void> {
    const [status, from, until] = standings[how];
    await admin(
      `update room_membership set status = '${status}', joined_at = ${from}, left_at = ${until} where room_id = $1 and user_id = $2`,
      [this.#found.roomId, this.#found.people[who].userId],
    );
    if (how === 'return' || how === 'endLater') this.model.members.add(who);
    else this.model.members.delete(who);
  }

  async #consent(status: 'ACTIVE' | 'WITHDRAWN', { demographics, family }: { demographics: boolean; family: boolean }): Promise<void> {
    const classes = ['DAILY_CONDITION' as const, ...(demographics ? (['DEMOGRAPHICS'] as const) : [])];
    await this.#tell(
      status,
      classes.map((category) => ({ category, family, partners: false })),
    );
    this.model.consent = { inForce: status === 'ACTIVE', demographics, family };
  }

  async #tell(status: 'ACTIVE' | 'WITHDRAWN', grants: CategoryGrant[], heard = true): Promise<void> {
    const { consentId, patientId, people } = this.#found;
    const payload = {
      consentId,
      patientId,
      districtId: people.districtId,
      status,
      version: 1,
      epoch: this.#found.epoch++,
      grants,
      disasterUse: false,
      expiresOn: null,
      actorId: people.physician.userId,
    };
    await (heard ? room.bus.publish('consent.changed', payload) : room.bus.send('consent.changed', payload));
  }

  async #look(what: 'inspect' | 'endInspection' | 'inspectionRunsOut'): Promise<void> {
    const { officer } = this.#found.people;
    if (what === 'inspect') {
      const input = { idempotencyKey: newId(), roomId: this.#found.roomId, reason: '三か月ごとの利用状況の確認のため' };
      const { roomInspectionStart: begun } = await room.get(officer, start, { input });
      const refusal = !this.model.consent.inForce ? ['CONSENT_REQUIRED'] : this.model.inspecting ? ['ALREADY_EXISTS'] : [];
      expect(begun.userErrors.map(({ code }: { code: string }) => code)).toEqual(refusal);
      if (begun.roomInspection) [this.#inspection, this.model.inspecting] = [begun.roomInspection.id, true];
      return;
    }
    if (what === 'endInspection' && this.#inspection)
      expect((await room.get(officer, end, { id: this.#inspection })).roomInspectionEnd.userErrors).toEqual([]);
    if (what === 'inspectionRunsOut')
      await admin(
        "update room_inspection set started_at = started_at - interval '1 hour', expires_at = expires_at - interval '1 hour' where room_id = $1",
        [this.#found.roomId],
      );
    [this.#inspection, this.model.inspecting] = [undefined, false];
  }

  /** Every way to room, patient and members. */
  async read(who: Who): Promise<void> {
    const { model } = this;
    const { people, roomId, patientId } = this.#found;
    const viewer = people[who];
    const seen = (await room.get(viewer, roomQuery, { id: roomId })).room;
    expect(seen !== null).toBe(model.seesRoom(who));
    const data = model.seesName(who) ? { name: '田中 ハル', address: '佐賀県神埼市神埼町1-1' } : { name: null, address: null, age: null };
    if (seen) {
      expect(seen.patient).toMatchObject({ id: patientId, ...data, viewerCanUpdate: model.changes(who) });
      expect(seen.steward).toEqual({ displayName: '高橋 実' });
      expect(seen.memberships.totalCount).toBeGreaterThan(0);
      if (!model.members.has(who)) expect(seen.viewerCanPost).toBe(false);
    }
    const [patient] = await room.entities(viewer, 'Patient', '{ name address age room { id } }', [patientId]);
    if (model.seesRoom(who)) expect(patient).toMatchObject({ ...data, room: { id: roomId } });
    else expect(patient).toBeNull();
    const [shared] = await room.entities(viewer, 'User', '{ sharedMemberships { id } }', [people.careManager.userId]);
    expect(shared?.sharedMemberships.length).toBe(model.members.has(who) ? 1 : 0);
  }

  async #change(who: Who): Promise<void> {
    const { people, patientId } = this.#found;
    const { patientUpdate } = await room.get(people[who], update, { id: patientId, v: this.#version });
    expect(patientUpdate.userErrors.length === 0).toBe(this.model.changes(who));
    if (patientUpdate.userErrors.length === 0) this.#version += 1;
  }

  /** A class of yesterday fetches nothing. */
  async listen(who: Who): Promise<void> {
    const { people, roomId, patientId, epoch } = this.#found;
    const { roomChangedGrant } = await room.get(people[who], grant, { id: roomId });
    expect(roomChangedGrant !== null).toBe(this.model.follows(who));
    const name = async (audience: 'CARE_TEAM' | 'EVERYONE', at: number): Promise<unknown> =>
      (await room.entities(channel(roomId, audience, at), 'Patient', '{ name }', [patientId]))[0]?.name ?? null;
    expect(await name('CARE_TEAM', epoch - 2)).toBeNull();
    for (const audience of ['CARE_TEAM', 'EVERYONE'] as const)
      expect(await name(audience, epoch - 1)).toBe(this.model.channelSeesName(audience) ? '田中 ハル' : null);
  }
}

test('no order of joining, leaving, granting, amending, withdrawing, running out, looking in, restarting, changing and reading lets anything out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async (steps) => {
      const story = new Story(await openRoom(room));
      for (const move of steps) await story.take(move);
      for (const who of everybody) await story.read(who);
      await story.listen('nurse');
    }),
    { numRuns: 4 },
  );
}, 120_000);
