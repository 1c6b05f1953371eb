/** People write and read in the room, each at their own device; nobody else can tell that it is there. */
import { expect, it } from 'vitest';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import { patient } from '../steps/patient.ts';
import { postBy, typeVitals, writeNote } from '../steps/room.ts';
import { inspect } from '../support/look.ts';
import { sees, signIn } from '../support/person.ts';
import { finding, forFamily, type Stage } from './stage.ts';

export function share(stage: Stage): void {
  it('the nurse posts vitals by the keypad at 390 px; they appear on other screens without reload (R22, R24, R26)', async () => {
    const { page } = stage.people.nurse;
    await page.getByRole('link', { name: 'バイタル' }).click();
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(page, '値を1つ以上入力してください');
    // Upper below lower, and a number that must never be written down (R21): both stay typed until they are put right.
    await typeVitals(page, '378801328895');
    await page.getByLabel('ひとこと').fill(`${finding} １２３４５６７８９０１８`);
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await sees(page, 'マイナンバー');
    await page.getByRole('button', { name: /^血圧（下）.*132/ }).waitFor();
    await inspect(stage.people.nurse, '18-vitals-wrong');
    await page.getByLabel('ひとこと').fill(finding);
    await page.getByRole('button', { name: /^血圧（上）/ }).click();
    await typeVitals(page, '13280');
    await inspect(stage.people.nurse, '18-vitals');
    await page.getByRole('button', { name: '職員だけに送る' }).click();
    await stage.everyone(['nurse', 'doctor', 'secondNurse'], (screen) =>
      postBy(screen, stage.nameOf('nurse'), finding).getByText('37.8').waitFor(),
    );
  });

  it("a second on the others' screens moves 既読 on the nurse's, which can say who it was (R23)", async () => {
    const own = postBy(stage.people.nurse.page, stage.nameOf('nurse'), finding);
    await own.getByRole('button', { name: '既読 3/3' }).click();
    for (const reader of ['doctor', 'secondNurse', 'careManager'] as const)
      await sees(stage.people.nurse.page.getByRole('dialog'), stage.nameOf(reader));
    await inspect(stage.people.nurse, '19-readers');
    await stage.people.nurse.page.getByRole('button', { name: 'とじる' }).click();
  });

  it('the family sees only what is for everyone, as it comes and after a reload (R22)', async () => {
    const family = stage.people.family.page;
    await writeNote(stage.people.nurse.page, { body: forFamily, everyone: true });
    await postBy(family, stage.nameOf('nurse'), forFamily).waitFor();
    await family.reload();
    await postBy(family, stage.nameOf('nurse'), forFamily).waitFor();
    expect(await family.getByRole('article').count()).toBe(1);
    expect(await family.getByText(finding).count()).toBe(0);
    await inspect(stage.people.family, '20-family');
    await family.goto('/home');
    await sees(family.getByRole('main'), patient.name);
    expect(await family.getByText(finding).count()).toBe(0);
    await family.goto(stage.inRoom());
  });

  it('every place in the room can be used by everybody at both widths', async () => {
    await inspect(stage.people.doctor, '21-room');
    await stage.people.nurse.page.getByRole('button', { name: '書く', exact: true }).click();
    await inspect(stage.people.nurse, '22-room-nurse');
    await stage.people.nurse.page.getByRole('button', { name: 'とじる' }).click();
    for (const below of ['body', 'people', 'profile', 'access']) {
      await stage.people.careManager.page.goto(stage.inRoom(below));
      await stage.people.careManager.page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
      await inspect(stage.people.careManager, `23-${below}`);
    }
    await stage.people.careManager.page.goto(stage.inRoom());
    await stage.people.approver.page.goto('/account/sessions');
    await sees(stage.people.approver.page, 'この端末');
    await inspect(stage.people.approver, '24-sessions');
    await stage.people.approver.page.getByText(stage.nameOf('approver')).click();
    await stage.people.approver.page.getByRole('button', { name: 'English' }).click();
    await sees(stage.people.approver.page, 'This device');
    await inspect(stage.people.approver, '24-sessions-en');
  });

  it('for a practitioner outside, the room looks like one that never was (R13)', async () => {
    const { page } = stage.people.outsider;
    await signIn(stage.people.outsider);
    const looks = [];
    for (const id of [stage.roomId, uuidv7()]) {
      const answer = await page.goto(`/rooms/${id}`);
      await sees(page, '見つかりません');
      looks.push({ status: answer?.status(), text: await page.locator('body').innerText(), title: await page.title() });
    }
    expect(looks[0]).toEqual(looks[1]);
    await inspect(stage.people.outsider, '25-missing');
    await page.goto('/home');
    await sees(page, '入っている部屋はまだありません');
  });
}
