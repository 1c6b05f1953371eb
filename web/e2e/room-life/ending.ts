/** The end of the room in which members and steward have changed: unused for a year, closed, kept, erased, and proved (R16, R17). */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { endClosing, endHold, leaveUnused, stepPurge } from '../../../infra/local/journeys/years.ts';
import type { Guarded } from '../guard/stage.ts';
import { openTask } from '../steps/application.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

export function ending(stage: Guarded): void {
  const desk = async (role: string): Promise<Page> => (await stage.as(role, 'desk')).page;
  const hold = (): string => `/center/closing/${stage.room.id}`;

  it('nobody has written for a year: the center asks both, decides, and the room is told', async () => {
    await leaveUnused(stage.stack, stage.room.id);
    const clerk = await stage.as('clerk', 'desk');
    const { page } = clerk;
    await page.goto('/center');
    await openTask(page, /休眠の確認/);
    await sees(page, '両方の答えを記録すると、決められます');
    await inspect(clerk, 'c0-dormant');
    for (const party of ['申し込んだ方', '利用者（患者）様']) {
      await page.getByRole('radio', { name: party }).check();
      await page.getByRole('radio', { name: '閉じてよい' }).check();
      await page.getByRole('button', { name: '記録する' }).click();
      await sees(page.getByRole('list'), new RegExp(`${party}の答え：閉じてよい`));
    }
    await page.getByRole('radio', { name: /^閉じる/ }).check();
    await page.getByRole('button', { name: '決める', exact: true }).click();
    await sees(page, '閉じることに決まりました');
    await inspect(clerk, 'c1-dormant-decided');
    const doctor = await stage.as('doctor', 'phone');
    await doctor.page.goto(stage.inRoom('people'));
    await sees(doctor.page, 'この部屋は閉じることになりました');
    await inspect(doctor, 'c2-room-dormant');
  });

  it('closed by form 4-3 the room is read and no more', async () => {
    const doctor = await stage.as('doctor', 'phone');
    const { page } = doctor;
    await page.getByRole('link', { name: '様式4-3を書く' }).click();
    await page.getByRole('radio', { name: '転居' }).check();
    await page.getByRole('button', { name: '支援センターへ申し込む' }).click();
    await sees(page, /入力してください/);
    await inspect(doctor, 'a4-room-close');
    await page.getByRole('textbox', { name: '知らせた人' }).fill('ご本人と長女、各事業所');
    for (const tick of await page.getByRole('checkbox').all()) await tick.check();
    await page.getByRole('button', { name: '支援センターへ申し込む' }).click();
    await sees(page, /部屋の終了（様式4-3）/);
    const clerk = await desk('clerk');
    await clerk.goto('/center');
    await openTask(clerk, /様式4-3/);
    await clerk.getByRole('button', { name: '確認しました' }).click();
    await sees(clerk, '別の職員の承認を待っています');
    const approver = await stage.as('approver', 'desk');
    await approver.page.goto('/center');
    await openTask(approver.page, /様式4-3/);
    await approver.page.getByRole('button', { name: '承認する' }).click();
    await approver.page.getByRole('button', { name: '部屋を閉じる' }).click();
    await sees(approver.page, '部屋の終了の手続きに入りました');
    await inspect(approver, 'a5-task-closed');
    await page.goto(stage.inRoom('people'));
    await sees(page, 'この部屋は終了の手続き中です');
    await inspect(doctor, 'a6-room-closing');
    expect(await page.getByRole('link', { name: '参加者を変える' }).count()).toBe(0);
  });

  it('it is kept for its years, longer where an officer says so', async () => {
    await endClosing(stage.stack, stage.room.id);
    const clerk = await stage.as('clerk', 'desk');
    const { page } = clerk;
    await page.goto('/center/closing');
    await page.getByRole('link', { name: new RegExp(stage.room.roomNumber) }).click();
    await sees(page, '診療の記録（5年保存）');
    expect(await page.getByRole('button', { name: '消去してよいと確かめる' }).count()).toBe(0);
    await page.getByRole('textbox', { name: '理由' }).fill('調査のため');
    await page.getByRole('button', { name: '消去を止める' }).click();
    await sees(page, '解くと、保存期間が過ぎた部屋は');
    await inspect(clerk, 'c3-held');
    await endHold(stage.stack, stage.room.id);
    await page.reload();
    await page.getByRole('button', { name: '消去の停止を解く' }).waitFor();
    expect(await page.getByRole('button', { name: '消去してよいと確かめる' }).count()).toBe(0);
    await page.getByRole('textbox', { name: '理由' }).fill('調査が終わったため');
    await page.getByRole('button', { name: '消去の停止を解く' }).click();
    await page.getByRole('button', { name: '消去してよいと確かめる' }).waitFor();
  });

  it('two officers say so, and it is erased; what is left is the proof', async () => {
    const [clerk, approver] = [await stage.as('clerk', 'desk'), await stage.as('approver', 'desk')];
    const say = async (page: Page, words: string): Promise<void> => {
      await page.goto(hold());
      await page.getByRole('button', { name: words }).click();
      await page.getByRole('dialog').getByRole('button', { name: words }).click();
    };
    await say(clerk.page, '消去してよいと確かめる');
    await sees(clerk.page, 'もう1人の職員が確かめると');
    await inspect(clerk, 'c4-purge-first');
    await say(approver.page, '2人目として確かめ、消去を始める');
    await sees(approver.page, /まもなく消去が始まります|から消去しています/);
    const proof = approver.page.getByRole('heading', { name: '消去の証明書' });
    for (let steps = 0; steps < 20 && !(await proof.isVisible()); steps += 1) {
      await stepPurge(stage.stack);
      await approver.page.goto(hold());
      await approver.page.getByRole('heading', { name: stage.room.roomNumber }).waitFor();
    }
    await inspect(approver, 'c5-certificate');
    const [paper] = await Promise.all([
      approver.page.waitForEvent('download'),
      approver.page.getByRole('button', { name: '証明書（PDF）を受け取る' }).click(),
    ]);
    expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await approver.page.content()).not.toContain('森野');
    const { page } = await stage.as('doctor', 'phone');
    await page.goto(stage.inRoom());
    await sees(page, '見つかりません');
  });
}
