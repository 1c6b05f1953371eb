/** Form 4-2 by the doctor, checked and approved at the center's desk; the room follows (R14). */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Guarded } from '../guard/stage.ts';
import { addStaff, openTask } from '../steps/application.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

export function members(stage: Guarded): void {
  const memberOf = (page: Page, name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name }).first();

  it('the doctor asks for who goes, who comes and who is steward; who goes is out at once', async () => {
    const doctor = await stage.as('doctor', 'phone');
    const { page } = doctor;
    await page.goto(stage.inRoom('people'));
    await page.getByRole('link', { name: '参加者を変える' }).click();
    await sees(page, '参加者を変える（様式4-2）');
    await page.getByRole('checkbox', { name: /霞 千鶴さんを外す/ }).check();
    await addStaff(page, 'みなみ野総合病院', ['桐島 岳']);
    await page.getByRole('combobox', { name: '世話役' }).selectOption({ label: '桐島 岳（参加したときから）' });
    await sees(page, /参加したときに世話役になります。それまでは.+さんのままです/);
    await page.getByRole('button', { name: '支援センターへ申し込む' }).click();
    await sees(page, '日と時刻を入れてください');
    await inspect(doctor, 'a0-room-change');
    await page.getByRole('button', { name: '今にする' }).click();
    await page.getByRole('button', { name: '支援センターへ申し込む' }).click();
    await sees(page, /参加者の変更（様式4-2）/);
    await inspect(doctor, 'a1-people-after');
    expect(await page.getByText('参加すると世話役').count()).toBe(0);
    expect(await memberOf(page, '霞 千鶴').filter({ hasText: '看護師' }).count()).toBe(0);
    const gone = await stage.as('secondNurse', 'phone');
    await gone.page.goto(stage.inRoom());
    await sees(gone.page, '見つかりません');
  });

  it('two officers say so, and only then the new member is invited; the seat passes on once they have come', async () => {
    const outsider = await stage.as('outsider', 'phone');
    expect(await outsider.page.getByRole('button', { name: '参加する' }).count()).toBe(0);
    const clerk = await stage.as('clerk', 'desk');
    await clerk.page.goto('/center');
    await openTask(clerk.page, /様式4-2/);
    await sees(clerk.page, '桐島 岳（参加したときから）');
    await inspect(clerk, 'a2-task-change');
    await clerk.page.getByRole('button', { name: '確認しました' }).click();
    await sees(clerk.page, '別の職員の承認を待っています');
    const approver = await stage.as('approver', 'desk');
    await approver.page.goto('/center');
    await openTask(approver.page, /様式4-2/);
    await approver.page.getByRole('button', { name: '承認する' }).click();
    await approver.page.getByRole('button', { name: '変更して招待する' }).click();
    await sees(approver.page, '変更しました');
    await inspect(approver, 'a3-task-changed');
    const { page } = await stage.as('doctor', 'phone');
    await page.goto(stage.inRoom('people'));
    await sees(memberOf(page, '桐島 岳'), '参加すると世話役');
    await outsider.page.goto('/home');
    await sees(outsider.page, '参加すると、この方の部屋の世話役になります');
    await inspect(outsider, 'a4-invited-as-next-steward');
    await outsider.page.getByRole('button', { name: '参加する' }).click();
    await outsider.page.waitForURL(/\/rooms\//);
    await page.reload();
    await sees(memberOf(page, '桐島 岳').filter({ hasNotText: '参加すると' }), '世話役');
  });
}
