/** R31: the timeline's service alone is told what finds somebody in a disaster, of those whose consent covers it; each card is a line. */
import { newId, officer } from '@heya/testkit/viewers';
import { queryAsAdmin } from '@heya/testkit/database';
import { expect, test } from 'vitest';
import { openRoom, startRoom } from '../../testing/room.ts';

const query = 'query ($ids: [ID!]!) { safetyCards(patientIds: $ids) { patientId name locality roomNumber } }';

test('cards are for the timeline’s service, of patients whose consent covers disasters and who they are', async () => {
  const room = await startRoom();
  const { patientId, ...found } = await openRoom(room);
  const grant = (categories: readonly string[]) =>
    queryAsAdmin(room.environment.database.adminUrl, 'update consent_grant set grants = $2 where patient_id = $1', [
      patientId,
      JSON.stringify(categories.map((category) => ({ category, family: false, partners: false }))),
    ]);
  const timeline = { type: 'service', name: 'timeline' } as const;
  const ask = async (): Promise<any[]> => (await room.get(timeline, query, { ids: [patientId, newId()] })).safetyCards;
  await grant(['DEMOGRAPHICS', 'DAILY_CONDITION']);
  expect(await ask()).toEqual([]);
  await grant(['DISASTER_SAFETY']);
  expect(await ask()).toEqual([]);
  await grant(['DEMOGRAPHICS', 'DISASTER_SAFETY']);
  const [card, ...others] = await ask();
  expect(others).toEqual([]);
  expect(card).toMatchObject({ patientId, name: expect.any(String) as string });
  expect(card.locality).not.toMatch(/[0-9０-９]/u);
  const lines = await queryAsAdmin(
    room.environment.database.adminUrl,
    `select 1 from audit_entry where patient_id = $1 and line->'categories' ? 'DISASTER_SAFETY' and line->>'authority' = 'SERVICE'`,
    [patientId],
  );
  expect(lines).toHaveLength(1);
  for (const nobody of [officer(), { type: 'service', name: 'consent' } as const, found.people.physician])
    expect((await room.ask(nobody, query, { ids: [patientId] })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  await room.close();
});
