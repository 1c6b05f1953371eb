/** Who runs a facility: devices, an ID that is stopped, the yearly roster, form 2-2; and who waits for a device (R3, R6, R7, R15). */
import { expect, it } from 'vitest';
import { Session } from '../../../infra/local/api/graphql.mjs';
import { Joined } from '../../../infra/local/journeys/join.ts';
import type { DemoAccount } from '../../../infra/local/stack.mjs';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import { openTask } from '../steps/application.ts';
import { inspect } from '../support/look.ts';
import { meet, type Person, sees, signIn } from '../support/person.ts';
import type { Guarded } from './stage.ts';

const setting = `mutation ($input: DistrictSettingUpdateInput!) { districtSettingUpdate(input: $input) { userErrors { code message field } } }`;

/** A calendar day in Japan. */
const dayIn = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date(Date.now() + days * 86_400_000));

const set = (officer: Session, key: string, day: string): Promise<unknown> =>
  officer.change(setting, { input: { idempotencyKey: uuidv7(), key, value: { day }, expectedVersion: 0 } });

export function facility(guarded: Guarded): void {
  let nurse: Person;
  const admin = (): Promise<Person> => guarded.as('facilityAdmin', 'desk');

  it('shows its administrator how the IDs of the staff are used, and in how many rooms they are', async () => {
    const { page } = await admin();
    await page.getByRole('link', { name: '事業所', exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: '速水 結' });
    await sees(row, '部屋 1');
    await sees(row, '認証アプリ');
    await sees(page.getByRole('listitem').filter({ hasText: '四宮 綾' }), 'あなた');
    await inspect(await admin(), '80-facility');
    const pharmacist = await guarded.as('pharmacist', 'phone');
    expect(await pharmacist.page.getByRole('link', { name: '事業所', exact: true }).count()).toBe(0);
    await pharmacist.page.goto('/facility');
    await sees(pharmacist.page, '見つかりません');
  });

  it('approves a device that one of them has registered, and refuses another with a reason', async () => {
    nurse = await meet(guarded.browser, guarded.stack, { role: 'secondNurse', size: 'phone' });
    await signIn(nurse);
    await nurse.page.goto('/account/devices');
    await nurse.page.getByRole('textbox', { name: '端末の呼び名' }).fill('訪問用タブレット 7号');
    await nurse.page.getByRole('button', { name: 'この端末を登録する' }).click();
    await sees(nurse.page, '承認待ち');
    const { page } = await admin();
    await page.goto('/facility');
    await page.getByRole('link', { name: /端末（承認待ち/ }).click();
    await inspect(await admin(), '81-facility-devices');
    await page.getByRole('button', { name: '訪問用タブレット 7号を承認する' }).click();
    await sees(page, '「訪問用タブレット 7号」を承認しました');
    await page.getByRole('button', { name: '訪問用タブレット 7号を止める' }).click();
    await page.getByRole('button', { name: '止める', exact: true }).first().click();
    await sees(page, '理由を入力してください');
    await inspect(await admin(), '82-device-stop');
    await page.getByRole('button', { name: 'やめる' }).click();
  });

  it('stops an ID in three taps: the open page of its holder ends within a second, and the center is told', async () => {
    const { page } = await admin();
    await nurse.page.goto('/home');
    await nurse.page.getByRole('heading', { level: 1 }).waitFor();
    const ended = nurse.page
      .getByRole('link', { name: 'ログインする' })
      .waitFor()
      .then(() => performance.now());
    await page.goto('/facility');
    await page.getByRole('button', { name: '霞 千鶴を今すぐ止める' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: '端末の紛失・盗難' }).check();
    await inspect(await admin(), '83-stop-now');
    await page.getByRole('dialog').getByRole('button', { name: '今すぐ止める' }).click();
    await sees(page, '霞 千鶴のIDを止めました');
    const told = performance.now();
    expect((await ended) - told).toBeLessThan(1000);
    await sees(page.getByRole('listitem').filter({ hasText: '霞 千鶴' }), '戻せるのは、事業所の管理者と支援センターです');
    await inspect(await admin(), '84-stopped');
    const clerk = await guarded.as('clerk', 'desk');
    await clerk.page.goto('/center');
    await openTask(clerk.page, /事業所によるIDの停止/);
    await sees(clerk.page, '端末の紛失・盗難');
    await inspect(clerk, '85-task-stopped');
    await page.getByRole('button', { name: '霞 千鶴のIDを戻す' }).click();
    await sees(page, '霞 千鶴のIDを戻しました');
    await clerk.page.reload();
    await sees(clerk.page, /に戻されました/);
  });

  it('confirms the roster of the year, keeps what was begun, and says what follows of who has left', async () => {
    await set(await guarded.byApi('clerk'), 'ROSTER_DUE_ON', dayIn(30));
    const { page } = await admin();
    await page.goto('/facility');
    await page.getByRole('link', { name: '年に一度の名簿の確認' }).click();
    await sees(page, 'までに確かめてください');
    await page.getByRole('group', { name: '霞 千鶴' }).getByRole('radio', { name: 'やめた・異動した' }).check();
    await page.getByRole('textbox', { name: 'いつ、どうしたか' }).fill('今月末で退職');
    await page.reload();
    await expectValue(page.getByRole('textbox', { name: 'いつ、どうしたか' }), '今月末で退職');
    await page.getByRole('button', { name: /名簿を確認しました/ }).click();
    await sees(page, 'まだ答えていない人が');
    await inspect(await admin(), '86-roster');
    await page.getByRole('button', { name: '残りの人は、今も働いています' }).click();
    await page.getByRole('button', { name: /名簿を確認しました/ }).click();
    await sees(page, /名簿は確認済みです/);
    await sees(page, '今月末で退職');
    await inspect(await admin(), '87-roster-done');
  });

  it('files form 2-2, finds what was begun in a closed browser, and mends what the center returns', async () => {
    const { page } = await admin();
    const next = (): Promise<void> => page.getByRole('button', { name: 'つぎへ' }).click();
    await page.goto('/facility');
    await page.getByRole('link', { name: 'IDの変更届（様式2-2）' }).click();
    await page.getByRole('link', { name: '新しく届け出る' }).click();
    await next();
    await sees(page, /届出の種類を/);
    await page.getByRole('radio', { name: /連絡先・役職の変更/ }).check();
    await inspect(await admin(), '8a-change-kind');
    await next();
    await page.getByRole('radio', { name: '速水 結' }).check();
    await next();
    await page.getByRole('textbox', { name: '新しい役職' }).fill('主任');
    await next();
    await page.getByRole('button', { name: '今にする' }).click();
    await inspect(await admin(), '8b-change-when');
    await next();
    await page.getByRole('textbox', { name: '理由・連絡事項' }).fill('昇任のため');
    // What a tab keeps is gone with it; what the device keeps is not.
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await sees(page, /書きかけた届出があります/);
    await expectValue(page.getByRole('textbox', { name: '理由・連絡事項' }), '昇任のため');
    await inspect(await admin(), '8c-change-check');
    await page.getByRole('button', { name: '支援センターへ届け出る' }).click();
    await sees(page, '届け出ました');
    await inspect(await admin(), '8d-change-sent');
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const clerk = await guarded.as('clerk', 'desk');
    await clerk.page.goto('/center');
    await openTask(clerk.page, /様式2-2/);
    await clerk.page.getByRole('button', { name: '役職 指摘を書く' }).click();
    await clerk.page.getByRole('textbox', { name: '役職への指摘' }).fill('正式な役職名を書いてください');
    await clerk.page.getByRole('button', { name: '差し戻す' }).click();
    await clerk.page.getByRole('textbox', { name: '差し戻す理由' }).fill('役職を確かめてください');
    await inspect(clerk, '8g-change-review');
    await clerk.page.getByRole('button', { name: '差し戻す' }).click();
    await sees(clerk.page, 'いま、することはありません');
    await page.goto(`/facility/change/${id}`);
    await sees(page, '正式な役職名を書いてください');
    await inspect(await admin(), '8e-change-returned');
    await page.getByRole('button', { name: '直す', exact: true }).click();
    await sees(page, '支援センターから：');
    await page.getByRole('textbox', { name: '新しい役職' }).fill('看護主任');
    await next();
    await next();
    await page.getByRole('button', { name: '支援センターへ届け出る' }).click();
    await sees(page, '届け出ました');
    await page.goto('/facility/change');
    await sees(page, '速水 結　連絡先・役職の変更');
    await inspect(await admin(), '8f-changes');
  });

  it('tells who waits for a device calmly what is missing and whom to ask, until it is approved', async () => {
    const district = await Joined.open('devices');
    const byApi = (role: string): Promise<Session> => Session.open(district.urls, accountOf(district, role));
    const clerk = await byApi('clerk');
    await set(clerk, 'DEVICE_REQUIRED_FROM', dayIn(-1));
    const waiting = await meet(guarded.browser, district, { role: 'nurse', size: 'phone' });
    const { page } = waiting;
    await signIn(waiting, /\/account\/devices$/);
    await sees(page, 'まだ部屋を開けません');
    await sees(page, '四宮 綾さんか支援センターです');
    await inspect(waiting, '88-device-missing');
    await page.getByRole('button', { name: 'この端末を登録する' }).click();
    await sees(page, 'することはありません');
    await inspect(waiting, '89-device-waiting');
    await page.getByRole('button', { name: 'もう一度確かめる' }).click();
    await sees(page, 'まだ部屋を開けません');
    const { viewer } = await (await byApi('nurse')).ask<{ viewer: { devices: { id: string }[] } }>('{ viewer { devices { id } } }');
    const approve = 'mutation ($id: ID!) { deviceApprove(id: $id) { userErrors { code } } }';
    await clerk.ask(approve, { id: viewer.devices[0]?.id });
    await page.getByRole('button', { name: 'もう一度確かめる' }).click();
    await page.waitForURL(/\/home$/);
    await waiting.context.close();
  });
}

function accountOf({ demo }: Joined, role: string): DemoAccount {
  const account = demo.accounts.find((found) => found.role === role);
  if (!account) throw new Error(`nobody plays ${role}`);
  return account;
}

async function expectValue(field: ReturnType<Person['page']['getByRole']>, value: string): Promise<void> {
  await field.waitFor();
  await expect.poll(() => field.inputValue()).toBe(value);
}
