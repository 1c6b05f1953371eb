/** V22, V42: looks of the center, and the record of every look. */
import { uuidv7 } from '../../local/api/uuid.mjs';
import { type Case, require } from '../case.ts';
import { postCreate, roomInspectionEnd, roomInspectionStart } from '../operations.ts';
import { reason, startInspection } from '../scene/inspection.ts';
import type { World } from '../world.ts';

const look = 'query ($id: ID!) { room(id: $id) { id posts(last: 5) { nodes { id body } } } }';
const seenByPatient = `query ($id: ID!, $patientId: ID!) {
  room(id: $id) { inspections { id reason } }
  patient(id: $patientId) { accessLog(first: 100) { nodes { actorName authorityLabel actor { id } } } }
}`;
interface Seen {
  room: { inspections: { id: string; reason: string }[] };
  patient: { accessLog: { nodes: { authorityLabel: string; actor: { id: string } | null }[] } };
}

async function inspection(world: World): Promise<string> {
  const { room } = await world.scene();
  const [officer, patient] = [await world.as('approver'), await world.as('patient')];
  for (const wrong of ['', '短い', 'あ'.repeat(301), `番号は123456789018です、確認のため`]) {
    const { body } = await officer.send(roomInspectionStart, { input: { idempotencyKey: uuidv7(), roomId: room.id, reason: wrong } });
    const payload = body.data?.roomInspectionStart as { roomInspection: unknown; userErrors: unknown[] } | null;
    require(body.errors ||
      (payload?.roomInspection === null && payload.userErrors.length), `the reason "${wrong.slice(0, 10)}" was enough`);
  }
  await expireAll(world);
  const before = JSON.stringify((await (await world.as('clerk')).send(look, { id: room.id })).body);
  require(!before.includes(room.marks.forEveryone), 'an officer reads without an inspection');
  const id = await startInspection(officer, room.id);
  const during = await untilSeen(
    async () => JSON.stringify(await officer.ask(look, { id: room.id })),
    (text) => text.includes(room.marks.forTeam),
  );
  require(during, 'the inspection shows nothing to the officer');
  const input = { idempotencyKey: uuidv7(), roomId: room.id, audience: 'EVERYONE', kind: 'NOTE', body: '確認' };
  const written = await officer.send(postCreate, { input });
  require(!(written.body.data?.postCreate as { post: unknown } | null)?.post, 'the inspection writes');
  const shown = await untilSeen(
    () => patient.ask<Seen>(seenByPatient, { id: room.id, patientId: room.patientId }),
    (seen) => seen.patient.accessLog.nodes.some(({ actor }) => actor?.id === world.userId('approver')),
  );
  require(shown, 'the patient does not see who looked');
  require(shown.room.inspections.some((one) => one.id === id && one.reason === reason), 'the room does not show the reason');
  await expireAll(world);
  const after = JSON.stringify((await officer.send(look, { id: room.id })).body);
  require(!after.includes(room.marks.forEveryone) && !after.includes(room.marks.forTeam), 'the look goes on after its 60 minutes');
  await officer.send(roomInspectionEnd, { id });
  await recordCannotBeChanged(world);
  return 'refused without reason, shown to the patient, over after 60 minutes, the record cannot be changed';
}

async function untilSeen<T>(see: () => Promise<T>, fits: (seen: T) => boolean): Promise<T | undefined> {
  for (let looks = 0; looks < 50; looks += 1) {
    const seen = await see();
    if (fits(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return undefined;
}

/** An hour goes by, for every look that runs. */
async function expireAll(world: World): Promise<void> {
  const past = "interval '61 minutes'";
  await world.storage.within('heya_room', (client) =>
    client.query(`update room_inspection set started_at = started_at - ${past}, expires_at = expires_at - ${past} where ended_at is null`),
  );
  for (const database of ['heya_timeline', 'heya_consent'])
    await world.storage.within(database, (client) => client.query(`update room_inspection set expires_at = expires_at - ${past}`));
}

/** No operation of the API does, and neither may the service's own role (R32). */
async function recordCannotBeChanged(world: World): Promise<void> {
  const { rows } = await world.storage.within('heya_consent', (client) =>
    client.query<{ right: string; held: boolean }>(
      `select r as right, has_table_privilege('heya_consent', 'access_log_entry', r) as held from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) r`,
    ),
  );
  require(rows.every(({ held }) => !held), `the service's role holds ${rows
    .filter(({ held }) => held)
    .map(({ right }) => right)
    .join(', ')}`);
}

const record = `query ($filter: AccessLogFilter!) { accessLog(filter: $filter, first: 100) { nodes {
  action outcome at category subjectId subjectLabel authorityLabel deviceLabel actorName actor { id } } } }`;
interface Recorded {
  accessLog: {
    nodes: {
      action: string;
      outcome: string;
      at: string;
      subjectId: string | null;
      authorityLabel: string;
      actorName: string;
      actor: { id: string } | null;
    }[];
  };
}

interface Deed {
  name: string;
  by: string;
  action: string;
  outcome: string;
  run(): Promise<unknown>;
}

async function eachRecorded(world: World): Promise<string> {
  const { other, room } = await world.scene();
  const [nurse, outsider, clerk, approver] = [
    await world.as('nurse'),
    await world.as('outsider'),
    await world.as('clerk'),
    await world.as('approver'),
  ];
  const patient = 'query ($id: ID!) { patient(id: $id) { name } }';
  const today = new Date().toISOString().slice(0, 10);
  const exported =
    'mutation ($patientId: ID!, $from: Date!, $to: Date!) { accessLogExport(patientId: $patientId, from: $from, to: $to) { rows userErrors { code } } }';
  const note = () => ({ idempotencyKey: uuidv7(), roomId: room.id, audience: 'EVERYONE', kind: 'NOTE', body: '記録される書き込み' });
  const deeds: Deed[] = [
    { name: 'read', by: 'nurse', action: 'VIEW', outcome: 'ALLOWED', run: () => nurse.send(patient, { id: room.patientId }) },
    {
      name: 'write',
      by: 'nurse',
      action: 'CREATE',
      outcome: 'ALLOWED',
      run: () => nurse.send('mutation ($input: PostCreateInput!) { postCreate(input: $input) { userErrors { code } } }', { input: note() }),
    },
    {
      name: 'denied read',
      by: 'outsider',
      action: 'DENIED',
      outcome: 'DENIED_ROLE',
      run: () => outsider.send(patient, { id: room.patientId }),
    },
    {
      name: 'export',
      by: 'clerk',
      action: 'EXPORT',
      outcome: 'ALLOWED',
      run: () => clerk.send(exported, { patientId: room.patientId, from: today, to: today }),
    },
  ];
  for (const deed of deeds) await requireOneRow(world, deed, room.patientId);
  await expireAll(world);
  await startInspection(approver, other.id);
  const inspected: Deed = {
    name: 'support access',
    by: 'approver',
    action: 'VIEW',
    outcome: 'ALLOWED',
    run: () => approver.send(patient, { id: other.patientId }),
  };
  await requireOneRow(world, inspected, other.patientId);
  return `${deeds.length + 1} deeds, one row each`;
}

/** As the center of the district finds it. */
async function requireOneRow(world: World, { name, by, action, outcome, run }: Deed, patientId: string): Promise<void> {
  const officer = await world.as('clerk');
  await settled(world);
  const from = new Date(Date.now() - 1).toISOString();
  await run();
  const filter = { patientId, actorId: world.userId(by), from, actions: [action] };
  const found = await untilSeen(
    async () => (await officer.ask<Recorded>(record, { filter })).accessLog.nodes,
    (nodes) => nodes.length > 0,
  );
  const rows = (found ?? []).filter((row) => row.outcome === outcome);
  require(rows.length === 1, `${name}: ${rows.length} rows ${JSON.stringify(found ?? [])}`);
  const [row] = rows;
  require(row?.actor?.id === world.userId(by) &&
    row.authorityLabel !== '' &&
    Math.abs(Date.parse(row.at) - Date.now()) < 30_000, `${name}: ${JSON.stringify(row)}`);
}

/** What was done before has reached the record. */
async function settled(world: World): Promise<void> {
  await world.storage.untilQuiet();
}

export const inspectionCases: Case[] = [
  {
    id: 'V22',
    text: 'the center looks in: not without a reason, not after its time, never writing, and the patient sees it',
    run: inspection,
  },
  { id: 'V42', text: 'read, write, denied read, export and support access → one row each in the record', run: eachRecorded },
];
