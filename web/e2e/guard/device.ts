/** A device that is registered by a key which cannot leave it (R6): in real browsers, whose cookies can be copied and whose keys cannot. */
import { expect, it } from 'vitest';
import { inspect } from '../support/look.ts';
import { meet, type Person, sees, signIn } from '../support/person.ts';
import type { Guarded } from './stage.ts';

const deviceCookie = '__Host-heya-device';
const label = '訪問用タブレット 2号';

export function device(guarded: Guarded): void {
  let owner: Person;
  const meetNurse = (): Promise<Person> => meet(guarded.browser, guarded.stack, { role: 'secondNurse', size: 'phone' });
  const proofs = async (): Promise<string[]> =>
    (await owner.context.cookies()).filter(({ name }) => name === deviceCookie).map(({ value }) => value);

  it('tells before any sign-in whether browser and system will do', async () => {
    owner = await meetNurse();
    await owner.page.goto('/device-check');
    const checks = owner.page.locator('[data-check]');
    await checks.first().waitFor();
    const verdicts = await checks.evaluateAll((found) =>
      found.map((each) => each.getAttribute('data-check') + ' ' + each.getAttribute('data-verdict')),
    );
    expect(verdicts).toHaveLength(8);
    for (const name of ['BROWSER', 'SECURE', 'KEYS', 'COOKIES', 'SOCKETS', 'CLOCK']) expect(verdicts).toContain(`${name} GOOD`);
    await inspect(owner, '70-device-check');
  });

  it('is registered with its key, waits for approval, and the sign-in is bound to it', async () => {
    const { page } = owner;
    await signIn(owner);
    await page.goto('/account/devices');
    await sees(page, 'まだ登録した端末はありません');
    await inspect(owner, '71-devices-none');
    await page.getByRole('textbox', { name: '端末の呼び名' }).fill(label);
    await page.getByRole('radio', { name: /私物の端末/ }).check();
    await page.getByRole('button', { name: 'この端末を登録する' }).click();
    await sees(page, /私物の端末は使えません/);
    await inspect(owner, '72-device-personal-refused');
    await page.getByRole('radio', { name: /事業所の端末/ }).check();
    await page.getByRole('button', { name: 'この端末を登録する' }).click();
    await sees(page, `今は「${label}」として使っています`);
    await sees(page.getByRole('listitem').filter({ hasText: label }), '承認待ち');
    expect(await proofs()).toHaveLength(1);
    await inspect(owner, '73-device-registered');
  });

  it('signs by itself when its proof runs out: on a new page, and under an open one', async () => {
    const { page, context } = owner;
    const [before] = await proofs();
    await context.clearCookies({ name: deviceCookie });
    await page.goto('/account/sessions');
    await page.getByRole('heading', { level: 1, name: 'ログイン中の端末' }).waitFor();
    const [after] = await proofs();
    expect(after).toBeTruthy();
    expect(after).not.toBe(before);
    await context.clearCookies({ name: deviceCookie });
    await page.getByRole('link', { name: '端末を登録する・止める' }).click();
    await sees(page, `今は「${label}」として使っています`);
    expect(await proofs()).toHaveLength(1);
  });

  it('copied cookies open nothing on another device once the proof among them has run out, and its owner goes on', async () => {
    const thief = await meetNurse();
    await thief.context.addCookies((await owner.context.cookies()).filter(({ name }) => name !== deviceCookie));
    await thief.page.goto('/home');
    await thief.page.getByRole('heading', { name: '登録した端末ではありません' }).waitFor();
    const status = await thief.page.evaluate(async () => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      return [(await fetch('/graphql', init)).status, (await fetch('/ticket', init)).status];
    });
    expect(status).toEqual([401, 401]);
    await inspect(thief, '74-device-no-key');
    await thief.context.close();
    await owner.page.goto('/home');
    await owner.page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(owner.page.url()).pathname).toBe('/home');
  });

  it('is stopped by the center: its screen leaves at once', async () => {
    const center = await guarded.byApi('clerk');
    const { facility } = await center.ask<{ facility: { devices: { id: string; label: string }[] } }>(
      'query ($id: ID!) { facility(id: $id) { devices(status: PENDING) { id label } } }',
      { id: owner.account.facilityId },
    );
    expect(facility.devices.map(({ label: name }) => name)).toEqual([label]);
    const { deviceRevoke } = await center.ask<{ deviceRevoke: { userErrors: unknown[] } }>(
      'mutation ($id: ID!) { deviceRevoke(id: $id, reason: "紛失の届け出") { userErrors { code } } }',
      { id: facility.devices[0]?.id },
    );
    expect(deviceRevoke.userErrors).toEqual([]);
    await sees(owner.page, /ほかの端末から、この端末のログインが止められました|ログインの時間が終わりました/);
    await owner.context.close();
  });
}
