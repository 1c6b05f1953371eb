import { DataKeys } from '@heya/service-common/data-keys';
import { openKeyring } from '@heya/service-common/keyring';
import { inViewer } from '@heya/service-common/orm';
import { newId } from '@heya/testkit/viewers';
import { drawnSignature } from '@heya/testkit/signature';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';
import { readSetting } from './modules/district-setting/index.ts';
import { checkPledge, findPledgeText, owesPledge, recordPledge } from './modules/pledge/index.ts';

let world: World;
const home = testDistrict();
const { doctor, officer } = home.people;
const districtId = home.file.district.id;
const asService = <T>(work: Parameters<typeof inViewer<T>>[2]): Promise<T> =>
  inViewer(world.app.orm.em, { type: 'service', name: 'identity' }, work);
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
});
afterAll(() => world.close());

test('a setting that nobody has made has its default', async () => {
  expect(await asService((tx) => readSetting(tx, districtId, 'enrolmentCodeDays'))).toBe(14);
});

test('a pledge is kept with the hash of its wording, its signature sealed; what was owed is owed no more (R1)', async () => {
  const dataKeys = new DataKeys(await openKeyring(world.environment.variables.KEYRING_FILE ?? ''));
  const text = await asService((tx) => findPledgeText(tx, { districtId, form: 'FORM_1_2' }));
  if (!text) throw new Error('no wording');
  expect(await asService((tx) => owesPledge(tx, officer.id))).toBeNull();
  expect(await asService((tx) => owesPledge(tx, doctor.id))).toMatchObject({ form: 'FORM_1_2', isBlocking: true, text: { id: text.id } });
  const submission = {
    id: newId(),
    districtId,
    form: 'FORM_1_2' as const,
    textVersion: text.version,
    acceptedClauses: text.clauses.map(({ id }) => id),
    signerName: doctor.displayName,
    signature: drawnSignature,
    facilityId: null,
    signerUserId: doctor.id,
  };
  const path = ['input'];
  const result = await asService(async (tx) => {
    const check = await checkPledge(tx, submission, { path, now: new Date() });
    if (!('checked' in check)) throw new Error(JSON.stringify(check));
    const recording = { viewer: viewerOf(home, doctor), requestId: newId(), dataKeys, now: () => new Date() };
    return recordPledge(tx, recording, check.checked, { authority: 'SELF', path });
  });
  expect(result).toMatchObject({ problems: [], replayed: false, pledge: { textSha256: text.sha256, channel: 'PORTAL' } });
  expect(await asService((tx) => owesPledge(tx, doctor.id))).toBeNull();
  const [kept] = await world.sql<{ sealed: Buffer }>('select sealed from pledge_signature where pledge_id = $1', [submission.id]);
  expect(kept?.sealed.includes(Buffer.from(drawnSignature.base64, 'base64').subarray(8, 40))).toBe(false);
});
