/** What must hold for every browser of the journey: signed out is out, no token within a script's reach, no complaint. */
import { expect, it } from 'vitest';
import { scriptReach } from '../support/witness.ts';
import type { Stage } from './stage.ts';

export function leaveNothing(stage: Stage): void {
  it('who signs out leaves nothing behind: neither here nor at the sign-in server', async () => {
    const { page, context, account } = stage.people.outsider;
    await page.getByText(account.displayName).click();
    await page.getByRole('button', { name: 'ログアウトする' }).click();
    await page.getByRole('link', { name: 'ログインする' }).waitFor();
    expect((await context.cookies(stage.stack.urls.portal)).filter(({ name }) => name.startsWith('__Host-'))).toEqual([]);
    await page.goto('/home');
    await page.getByRole('link', { name: 'ログインする' }).click();
    await page.getByLabel('パスワード').waitFor();
  });

  it("no token came within reach of a page's script", async () => {
    const signedIn = stage.roles().filter((role) => role !== 'outsider');
    await stage.people.outsider.witness.settled();
    expect(stage.people.outsider.witness.leaks).toEqual([]);
    await stage.everyone(signedIn, async (page, role) => {
      const { witness, context } = stage.people[role];
      await witness.settled();
      expect(witness.leaks, role).toEqual([]);
      const cookies = await context.cookies(stage.stack.urls.portal);
      const session = cookies.find(({ name }) => name.startsWith('__Host-'));
      expect(session, role).toMatchObject({ httpOnly: true, secure: true, path: '/', sameSite: 'Lax' });
      const reach = await scriptReach(page);
      for (const { name, value } of cookies) if (name !== 'heya-locale') expect(reach, `${role}: ${name}`).not.toContain(value);
      expect(reach).not.toMatch(/eyJ[\w-]{8,}\./);
    });
  });

  it('no page complained', () => {
    // Refused forms and absent rooms are answers; a socket that is refused while the machine is short of breath is tried again.
    const expected = /status of (404|422)|WebSocket connection/;
    expect(
      Object.values(stage.people).flatMap(({ role, witness }) =>
        witness.complaints.filter((line) => !expected.test(line)).map((line) => `${role}: ${line}`),
      ),
    ).toEqual([]);
  });
}
