import { newId } from '@heya/testkit/viewers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issue } from './enrolment.fixture.ts';
import { openWorld, type World } from './identity.fixture.ts';
import { NotToBeEnrolled } from './modules/enrolment/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const rows = (userId: string) =>
  world.sql<Record<string, any>>('select * from enrolment where user_id = $1 order by created_at, id', [userId]);

describe('the code (R4)', () => {
  test('is made out for 14 days, kept as a hash alone, and written down', async () => {
    const { who, officer, issueCode } = await issue(world);
    const { code, expiresAt } = await issueCode();
    expect(code).toMatch(/^[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}$/);
    expect(Math.round((expiresAt.getTime() - world.clock.now().getTime()) / 86_400_000)).toBe(14);
    const [row] = await rows(who.id);
    expect(row).toMatchObject({ step: 'PASSWORD', expires_at: expiresAt, completed_at: null, opened_at: null });
    expect(JSON.stringify(row)).not.toContain(code.slice(0, 5));
    const lines = await world.sql<{ line: any }>("select line from audit_entry where line ->> 'subjectId' = $1", [row?.id]);
    expect(lines.map(({ line }) => line)).toEqual([
      expect.objectContaining({ action: 'CREATE', authority: 'CENTER', actorId: officer.id, subjectType: 'Enrolment' }),
    ]);
  });

  test('another one ends the one before', async () => {
    const { who, issueCode } = await issue(world);
    const [first, second] = [await issueCode(), await issueCode()];
    expect(second.code).not.toBe(first.code);
    expect(await rows(who.id)).toMatchObject([
      { replaced_at: expect.any(Date), code_hash: null },
      { replaced_at: null, code_hash: expect.any(String) },
    ]);
  });

  test('is for nobody who is in already, is stopped, is of another district or does not exist', async () => {
    const { who, doctor, issueCode } = await issue(world);
    await expect(issueCode(doctor.id)).rejects.toThrow(NotToBeEnrolled);
    await expect(issueCode(newId())).rejects.toThrow(NotToBeEnrolled);
    await expect(issueCode(who.id, newId())).rejects.toThrow(NotToBeEnrolled);
    await world.sql('update app_user set deactivated_at = now() where id = $1', [who.id]);
    await expect(issueCode()).rejects.toThrow(NotToBeEnrolled);
    expect(await rows(who.id)).toEqual([]);
  });
});
