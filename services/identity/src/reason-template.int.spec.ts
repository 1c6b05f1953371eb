import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, testDistrict, viewerOf, type World } from './identity.fixture.ts';

let world: World;
const [home, away] = [testDistrict(), testDistrict()];
const officer = viewerOf(home, home.people.officer);
const foreign = viewerOf(away, away.people.officer);
const doctor = viewerOf(home, home.people.doctor);
beforeAll(async () => {
  world = await openWorld();
  await world.load(home.file);
  await world.load(away.file);
});
afterAll(() => world.close());

const list = '{ reasonTemplates { id decision label text } }';
const create = `mutation ($input: ReasonTemplateInput!) { reasonTemplateCreate(input: $input) { reasonTemplate { id label } userErrors { code field } } }`;
const replace = `mutation ($id: ID!, $input: ReasonTemplateInput!) { reasonTemplateReplace(id: $id, input: $input) { reasonTemplate { id } userErrors { code field } } }`;
const remove = 'mutation ($id: ID!) { reasonTemplateRemove(id: $id) { reasonTemplate { id } userErrors { code field } } }';

test('the model sentences are offered until the district writes its own; another district keeps its own view', async () => {
  const models = (await world.client.get(officer, list)).reasonTemplates;
  expect(new Set(models.map(({ decision }: any) => decision))).toEqual(new Set(['RETURN', 'REJECT', 'INSPECT']));
  const input = { idempotencyKey: newId(), decision: 'REJECT', label: '管轄外', text: '隣の地区へ申請してください。' };
  for (let count = 0; count < 2; count += 1)
    expect((await world.client.get(officer, create, { input })).reasonTemplateCreate).toEqual({
      reasonTemplate: { id: input.idempotencyKey, label: '管轄外' },
      userErrors: [],
    });
  const rejections = async (viewer: typeof officer) =>
    (await world.client.get(viewer, list)).reasonTemplates
      .filter(({ decision }: any) => decision === 'REJECT')
      .map(({ label }: any) => label);
  expect(await rejections(officer)).toEqual(['管轄外']);
  expect(await rejections(foreign)).not.toContain('管轄外');
  expect((await world.client.get(foreign, remove, { id: input.idempotencyKey })).reasonTemplateRemove.userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect(await refusals()).toHaveLength(1);
  const anew = { ...input, idempotencyKey: newId(), label: '区域外' };
  const replaced = async (viewer: typeof officer, id: string, more: object = {}) =>
    (await world.client.get(viewer, replace, { id, input: { ...anew, ...more } })).reasonTemplateReplace;
  expect((await replaced(foreign, input.idempotencyKey)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect((await replaced(officer, input.idempotencyKey, { text: '' })).userErrors).toEqual([{ code: 'BLANK', field: ['input', 'text'] }]);
  expect(await rejections(officer)).toEqual(['管轄外']);
  for (let count = 0; count < 2; count += 1) expect((await replaced(officer, input.idempotencyKey)).userErrors).toEqual([]);
  expect((await replaced(officer, input.idempotencyKey, { idempotencyKey: newId() })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  expect(await rejections(officer)).toEqual(['区域外']);
  expect((await world.client.get(officer, remove, { id: anew.idempotencyKey })).reasonTemplateRemove.userErrors).toEqual([]);
  expect(await rejections(officer)).toEqual(await rejections(foreign));
});

const refusals = () =>
  world.sql(
    "select 1 from audit_entry where line ->> 'action' = 'DENIED' and line ->> 'subjectType' = 'ReasonTemplate' and line ->> 'actorId' = $1",
    [foreign.userId],
  );

test('what is blank, too long or a My Number is refused, and so is everybody but officers', async () => {
  const errors = async (more: object) =>
    (
      await world.client.get(officer, create, {
        input: { idempotencyKey: newId(), decision: 'RETURN', label: '確認', text: '確かめてください。', ...more },
      })
    ).reasonTemplateCreate.userErrors;
  expect(await errors({ label: ' ', text: '123456789018' })).toEqual([
    { code: 'BLANK', field: ['input', 'label'] },
    { code: 'MY_NUMBER_NOT_ALLOWED', field: ['input', 'text'] },
  ]);
  expect(await errors({ label: 'あ'.repeat(41) })).toEqual([{ code: 'TOO_LONG', field: ['input', 'label'] }]);
  for (const [query, variables] of [
    [list, {}],
    [remove, { id: newId() }],
  ] as const)
    expect((await world.client.ask(doctor, query, variables)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
});
