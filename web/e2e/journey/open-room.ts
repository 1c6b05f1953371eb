/** The center checks, approves and opens; the people it invites accept. */
import { expect, it } from 'vitest';
import { openTask } from '../steps/application.ts';
import { patient } from '../steps/patient.ts';
import { acceptInvitation } from '../steps/room.ts';
import { inspect } from '../support/look.ts';
import { sees, signIn } from '../support/person.ts';
import { invited, type Stage } from './stage.ts';

export function openRoom(stage: Stage): void {
  it('one officer checks and cannot approve; another approves and opens the room (R12)', async () => {
    const clerk = stage.people.clerk.page;
    const approver = stage.people.approver.page;
    await clerk.getByRole('link', { name: stage.receipt }).waitFor();
    await inspect(stage.people.clerk, '14-inbox');
    await openTask(clerk, stage.receipt ? new RegExp(stage.receipt) : '');
    await sees(clerk, patient.name);
    await inspect(stage.people.clerk, '15-review');
    const sendBack = clerk.getByRole('button', { name: '差し戻す' });
    await sendBack.click();
    await sendBack.click();
    await sees(clerk, '理由を入力してください');
    await inspect(stage.people.clerk, '15-send-back');
    await clerk.getByRole('button', { name: 'やめる' }).click();
    await clerk.getByRole('button', { name: '確認しました' }).click();
    await sees(clerk, 'あなたが確認したので、承認は別の職員がします');
    await clerk.reload();
    await sees(clerk, 'あなたが確認したので、承認は別の職員がします');
    expect(await clerk.getByRole('button', { name: '承認する' }).count()).toBe(0);
    await signIn(stage.people.approver);
    await openTask(approver, new RegExp(stage.receipt));
    await approver.getByRole('button', { name: '承認する' }).click();
    await approver.getByRole('button', { name: '部屋を開いて招待する' }).click();
    await sees(approver, '部屋を開き、招待しました');
    await inspect(stage.people.approver, '16-opened');
  });

  it('each invited person accepts at their own device', async () => {
    await stage.everyone(invited, (_page, role) => signIn(stage.people[role]));
    await sees(stage.people.nurse.page, '招待が届いています');
    await inspect(stage.people.nurse, '17-invitation');
    await stage.people.doctor.page.goto('/home');
    await stage.everyone(['doctor', ...invited], async (page) => (stage.roomId = await acceptInvitation(page)));
    expect(await stage.people.doctor.page.getByRole('heading', { level: 1 }).innerText()).toContain(patient.name);
  });
}
