/** R9, R10, R13, R14, R18 together: whatever happens in whatever order, nothing is told without a consent and a right that hold now. */
import { channel } from '@heya/testkit/viewers';
import type { MemberRole } from '@heya/schema/events';
import type { PersonViewer } from '@heya/service-common/viewer';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everybody, type Member, Model, type Step, step, type Who } from '../../testing/leak.model.ts';
import { openWorld, post, RoomOnBus, stored, timelineOf, type World } from '../../testing/world.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const roleOf: Record<Member, MemberRole> = { physician: 'CARE_TEAM', nurse: 'CARE_TEAM', family: 'FAMILY', patient: 'PATIENT' };
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());

/** One room, what should hold in it, and the looks that run. */
class Story {
  readonly model = new Model();
  /** Those that run, the newest last: the end of one leaves the others running. */
  readonly #looks: string[] = [];
  readonly #room: RoomOnBus;

  constructor(room: RoomOnBus) {
    this.#room = room;
  }

  async take(move: Step): Promise<void> {
    const { model } = this;
    const room = this.#room;
    switch (move.do) {
      case 'join':
      case 'joinUntil':
        await room.member(room.people[move.who], roleOf[move.who], { until: move.do === 'join' ? null : inMinutes(60) });
        return void model.members.add(move.who);
      case 'leave':
      case 'joinLater': {
        const change = move.do === 'leave' ? ({ status: 'LEFT', change: 'LEFT' } as const) : { from: inMinutes(60) };
        await room.member(room.people[move.who], roleOf[move.who], change);
        return void model.members.delete(move.who);
      }
      case 'membershipRunsOut':
        await stored(world, "update room_member set valid_until = now() - interval '1 second' where room_id = $1 and user_id = $2", [
          room.roomId,
          room.people[move.who].userId,
        ]);
        return void model.members.delete(move.who);
      case 'grant':
      case 'amend':
      case 'withdraw':
      case 'consentRunsOut':
      case 'consentEndsToday':
      case 'replace':
        return this.#consent(move);
      case 'inspect':
      case 'endInspection':
      case 'inspectionRunsOut':
        return this.#look(move.do);
      case 'restart':
        await world.restart(() => (move.withdrawing ? this.#withdrawUnheard() : Promise.resolve()));
        if (move.withdrawing) model.consent = 'none';
        return;
      default:
        return this.#act(move);
    }
  }

  async #consent(
    move: Extract<Step, { do: 'grant' | 'amend' | 'withdraw' | 'consentRunsOut' | 'consentEndsToday' | 'replace' }>,
  ): Promise<void> {
    const { model } = this;
    const room = this.#room;
    switch (move.do) {
      case 'grant':
        await room.consent({ family: move.family });
        return void (model.consent = move.family ? 'both' : 'team');
      case 'amend': {
        const category = move.class ? ('DAILY_CONDITION' as const) : ('DEMOGRAPHICS' as const);
        await room.consent({ grants: [{ category, family: move.family, partners: true }] });
        return void (model.consent = !move.class ? 'none' : move.family ? 'both' : 'team');
      }
      case 'withdraw':
        await room.withdraw();
        return void (model.consent = 'none');
      case 'consentRunsOut':
        await stored(world, 'update consent_state set expires_on = current_date - 2 where patient_id = $1', [room.patientId]);
        return void (model.consent = 'none');
      case 'consentEndsToday':
        await room.consent({ family: true, expiresOn: today() });
        return void (model.consent = 'both');
      case 'replace':
        // A draft beside the one in force re-keys the streams and changes no right.
        return void (await room.consent({ status: 'DRAFT', consentId: room.roomId, grants: [] }));
    }
  }

  async #look(what: 'inspect' | 'endInspection' | 'inspectionRunsOut'): Promise<void> {
    const { officer } = this.#room.people;
    if (what === 'inspect') this.#looks.push(await this.#room.inspection(officer));
    const ended = what === 'endInspection' ? this.#looks.pop() : undefined;
    if (ended) await this.#room.inspection(officer, { inspectionId: ended, endedAt: inMinutes(-0.001) });
    if (what === 'inspectionRunsOut') {
      await stored(world, "update room_inspection set expires_at = now() - interval '1 second' where room_id = $1", [this.#room.roomId]);
      this.#looks.length = 0;
    }
    this.model.inspecting = this.#looks.length > 0;
  }

  /** Told while nobody listens. */
  async #withdrawUnheard(): Promise<void> {
    const room = this.#room;
    room.epoch += 1;
    await world.bus.send('consent.changed', {
      consentId: room.consentId,
      patientId: room.patientId,
      districtId: room.people.districtId,
      status: 'WITHDRAWN',
      version: room.epoch,
      epoch: room.epoch,
      grants: [],
      disasterUse: false,
      expiresOn: null,
      actorId: room.people.physician.userId,
    });
  }

  async #act(move: Extract<Step, { do: 'post' | 'mark' | 'read' | 'reach' | 'listen' | 'take' }>): Promise<void> {
    const viewer = this.#room.people[move.who];
    const expected = this.model.seenBy(move.who);
    if (move.do === 'post') return this.#post(viewer, move);
    if (move.do === 'take') return this.#take(viewer, move.who);
    if (move.do === 'mark') return this.#mark(viewer, move.who);
    if (move.do === 'listen') return this.listen(move.who);
    return move.do === 'read' ? this.read(viewer, expected) : this.reach(viewer, expected);
  }

  async #post(viewer: PersonViewer, move: Extract<Step, { do: 'post' }>): Promise<void> {
    const { who, audience, asks = null, answers } = move;
    const [newest] = (answers && this.model.seenBy(who)) || [];
    const answered = this.model.posts.find(({ id }) => id === newest);
    const vitals = { takenAt: new Date().toISOString(), measurements: [{ kind: 'PULSE', value: 72 }] };
    const { post: written, userErrors } = await post(world, viewer, this.#room, {
      ...{ audience, vitals, parentId: answered?.id ?? null },
      ask: asks && { toGroup: asks, dueAt: inMinutes(600) },
    });
    expect(userErrors.length === 0).toBe(this.model.accepts({ ...move, asks }, answered));
    if (written) this.model.posts.push({ id: written.id, audience, by: who, asks, takenBy: null });
  }

  /** The newest ask of the room, whether this person sees it or not. */
  async #take(viewer: PersonViewer, who: Who): Promise<void> {
    const asking = this.model.posts.findLast(({ asks }) => asks);
    if (!asking) return;
    const take = 'mutation ($id: ID!) { askTake(postId: $id) { userErrors { code } post { id } } }';
    const { askTake } = await world.client.get(viewer, take, { id: asking.id });
    const sees = this.model.seenBy(who)?.includes(asking.id);
    const isTheirs = sees && (asking.takenBy === who || (!asking.takenBy && this.model.isAsked(who, asking)));
    expect(askTake.userErrors.length === 0, `${who} ${askTake.userErrors[0]?.code}`).toBe(Boolean(isTheirs));
    if (!sees) expect(askTake.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    if (isTheirs) asking.takenBy = who;
  }

  /** What is owed is part of what is told. */
  async owed(who: Who): Promise<void> {
    const { userId } = this.#room.people[who];
    const selection = '{ asksOwedByMe(first: 100) { nodes { id ask { state } } } }';
    const [found] = await world.client.entities(this.#room.people[who], 'Viewer', selection, [userId]);
    const ids = found?.asksOwedByMe.nodes.map(({ id }: { id: string }) => id);
    expect(ids.toSorted()).toEqual(this.model.owedBy(who).toSorted());
  }

  async #mark(viewer: PersonViewer, who: Who): Promise<void> {
    const [newest] = this.model.seenBy(who) ?? [this.model.posts.at(-1)?.id];
    if (!newest) return;
    const mark = 'mutation ($r: ID!, $p: ID!) { roomMarkRead(roomId: $r, upToPostId: $p) { userErrors { code } } }';
    const { roomMarkRead } = await world.client.get(viewer, mark, { r: this.#room.roomId, p: newest });
    expect(roomMarkRead.userErrors.length === 0).toBe(this.model.takesPart(who));
  }

  /** The room's own fields: list, counts, digest, cursor, values of the patient. */
  async read(viewer: PersonViewer, expected: string[] | null): Promise<void> {
    const seen = await timelineOf(world, viewer, this.#room, { first: 100 });
    expect(seen.posts?.nodes.map(({ id }: { id: string }) => id) ?? null).toEqual(expected);
    expect(seen.posts?.totalCount ?? null).toBe(expected?.length ?? null);
    expect([seen.eventCursor === null, seen.unreadCount === null]).toEqual([expected === null, expected === null]);
    expect(seen.lastPost?.id ?? null).toBe(expected?.[0] ?? null);
    const selection = '{ latestVitals { value } vitals { totalCount } }';
    const [patient] = await world.client.entities(viewer, 'Patient', selection, [this.#room.patientId]);
    expect(patient).toEqual(
      expected
        ? { latestVitals: expected.length > 0 ? [{ value: 72 }] : [], vitals: { totalCount: expected.length } }
        : { latestVitals: null, vitals: null },
    );
  }

  /** Each thing by its id. */
  async reach(viewer: PersonViewer, expected: string[] | null): Promise<void> {
    const ids = this.model.posts.map(({ id }) => id).reverse();
    const found = await world.client.entities(viewer, 'Post', '{ id body vitals { worstFlag } readSummary { readCount } }', ids);
    expect(found.flatMap((one) => one?.id ?? [])).toEqual(expected ?? []);
    for (const one of found.filter(Boolean)) expect(one).toMatchObject({ body: '食事は半分ほど。', vitals: { worstFlag: 'NORMAL' } });
  }

  /** The gateway's way: ask for a class, then fetch in its name; a class of yesterday fetches nothing. */
  async listen(who: Who): Promise<void> {
    const room = this.#room;
    const grant = 'query ($id: ID!) { roomEventGrant(roomId: $id) { audience epoch } }';
    const { roomEventGrant } = await world.client.get(room.people[who], grant, { id: room.roomId });
    expect(roomEventGrant !== null).toBe(this.model.takesPart(who));
    const ids = this.model.posts.map(({ id }) => id);
    const fetched = async (audience: 'CARE_TEAM' | 'EVERYONE', epoch: number): Promise<string[]> =>
      (await world.client.entities(channel(room.roomId, audience, epoch), 'Post', '{ id body }', ids)).flatMap((one) => one?.id ?? []);
    expect(await fetched('CARE_TEAM', room.epoch - 1)).toEqual([]);
    for (const audience of ['CARE_TEAM', 'EVERYONE'] as const)
      expect(await fetched(audience, room.epoch)).toEqual(this.model.seenByChannel(audience));
    if (roomEventGrant) expect(roomEventGrant).toMatchObject({ epoch: room.epoch });
  }
}

const takes = (...people: Who[]): Step[] => people.map((who) => ({ do: 'take', who }));
const answering: Step[] = [
  { do: 'post', who: 'physician', audience: 'CARE_TEAM', asks: 'NURSES' },
  ...takes('physician', 'family', 'officer', 'nurse'),
  { do: 'leave', who: 'nurse' },
  ...takes('nurse'),
  { do: 'post', who: 'physician', audience: 'CARE_TEAM', asks: 'NURSES' },
  { do: 'join', who: 'nurse' },
  { do: 'post', who: 'physician', audience: 'EVERYONE', asks: 'ALL' },
  ...takes('family', 'nurse'),
  { do: 'leave', who: 'family' },
  ...takes('nurse'),
  { do: 'withdraw' },
  ...takes('nurse'),
];

test('no order of joining, leaving, granting, amending, withdrawing, running out, looking in, restarting, posting, asking, answering and reading lets anything out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 24 }), async (steps) => {
      const room = await RoomOnBus.open(world.bus);
      const story = new Story(room);
      for (const move of steps) await story.take(move);
      for (const who of everybody) {
        await story.read(room.people[who], story.model.seenBy(who));
        await story.reach(room.people[who], story.model.seenBy(who));
        await story.owed(who);
      }
    }),
    { numRuns: 7, examples: [[[{ do: 'inspect' }, { do: 'inspect' }, { do: 'endInspection' }]], [answering]] },
  );
}, 120_000);
