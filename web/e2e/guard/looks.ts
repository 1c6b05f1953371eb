/** The center looks into a room (R18), the room sees it, and everybody's looks are read in plain words (R32, R33). */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inspect, shot } from '../support/look.ts';
import { holdStreams, sees } from '../support/person.ts';
import type { Guarded } from './stage.ts';

const reason = '利用のようすを定期的に確かめるため';

export function looks(guarded: Guarded): void {
  it('an officer sees nothing of a room without a look', async () => {
    const { page } = await guarded.as('clerk', 'desk');
    await page.goto(guarded.inRoom());
    await sees(page, '見つかりません');
    await page.goto('/center/inspect');
    await page.getByLabel('部屋番号').fill('H-0000');
    await page.getByRole('button', { name: 'さがす' }).click();
    await sees(page, 'この番号の部屋は見つかりません');
    await page.getByLabel('部屋番号').fill(guarded.room.roomNumber);
    await page.getByRole('button', { name: 'さがす' }).click();
    await sees(page, '開いています');
    await page.getByRole('button', { name: '確認を始める' }).click();
    await sees(page, '理由を入力してください');
    await inspect(await guarded.as('clerk', 'desk'), '70-look-form');
  });

  it('reads with a reason, with the minutes left, and writes nothing; the room is told at once', async () => {
    const clerk = await guarded.as('clerk', 'desk');
    const member = await guarded.as('careManager', 'phone');
    const letFollow = await holdStreams(member.page);
    await member.page.goto(guarded.inRoom());
    await member.page.getByRole('article').first().waitFor();
    await clerk.page.getByRole('button', { name: '定期の確認' }).click();
    await clerk.page.getByRole('button', { name: '確認を始める' }).click();
    await sees(clerk.page, '支援センターとして確認しています');
    await sees(clerk.page, /あと(60|59)分/);
    await clerk.page.getByRole('article').first().waitFor();
    expect(await clerk.page.getByRole('textbox').count()).toBe(0);
    expect(await clerk.page.getByRole('link', { name: 'バイタル' }).count()).toBe(0);
    letFollow();
    await sees(member.page, `支援センターの${clerk.account.displayName}さんが、この部屋を確認しています`);
    await sees(member.page, `理由：${reason}`);
    await inspect(clerk, '71-look-officer');
    await inspect(member, '72-look-member');
  });

  it('ends when the officer ends it: nothing is left on that screen, and the room keeps it in its list', async () => {
    const clerk = await guarded.as('clerk', 'desk');
    const member = await guarded.as('careManager', 'phone');
    await clerk.page.getByRole('button', { name: '確認を終える' }).click();
    await sees(clerk.page, '部屋の確認が終わりました');
    expect(await clerk.page.getByRole('article').count()).toBe(0);
    await shot(clerk.page, '73-look-over');
    await clerk.page.goto(guarded.inRoom());
    await sees(clerk.page, '見つかりません');
    await member.page.getByText('この部屋を確認しています').waitFor({ state: 'hidden' });
    await member.page.getByRole('link', { name: 'ひと', exact: true }).click();
    await member.page.getByRole('heading', { name: '支援センターの確認' }).waitFor();
    await shot(member.page, '74-looks');
    const past = member.page.getByRole('region', { name: '支援センターの確認' });
    await sees(past, clerk.account.displayName);
    await inspect(member, '74-looks-of-room');
  });

  it('patient, family and steward read who looked, by day, person and period, the center marked (R33)', async () => {
    const patient = await guarded.as('patient', 'phone');
    const { page } = patient;
    const officer = (await guarded.as('clerk', 'desk')).account.displayName;
    await page.goto(guarded.inRoom('access'));
    const marked = page.getByRole('listitem').filter({ hasText: '支援センターの確認' }).filter({ hasText: officer });
    await marked.first().waitFor({ timeout: 30_000 });
    await sees(page, /見ました/);
    await inspect(patient, '75-who-looked');
    await page
      .getByRole('combobox', { name: '見た人' })
      .selectOption({ label: (await guarded.as('careManager', 'phone')).account.displayName });
    await page.waitForURL(/person=/);
    await marked.first().waitFor({ state: 'hidden' });
    await page.getByRole('combobox', { name: '期間' }).selectOption({ label: '今日' });
    await page.waitForURL(/period=DAY/);
    await page.getByRole('combobox', { name: '見た人' }).selectOption({ label: 'すべての人' });
    await marked.first().waitFor();
    await page.getByRole('combobox', { name: '見た人' }).selectOption({ label: officer });
    await page.waitForURL((url) => url.searchParams.get('person') !== '');
    await marked.first().waitFor();
    for (const role of ['family', 'careManager'] as const) {
      const other = await guarded.as(role, 'phone');
      await other.page.goto(new URL(page.url()).pathname + new URL(page.url()).search);
      await sees(other.page.getByRole('listitem'), officer);
    }
  });

  it('an officer searches the record, checks that nothing was altered, and saves one patient’s as CSV (R32)', async () => {
    const clerk = await guarded.as('clerk', 'desk');
    const { page } = clerk;
    await page.goto(`/center/record?patient=${guarded.room.patientId}&actor=${clerk.account.userId}`);
    await sees(page, '支援センターの確認として');
    await page.getByRole('button', { name: '書きかえがないか確かめる' }).click();
    await sees(page, '書きかえはありません');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'この方の記録をCSVで保存する' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8').split('\r\n').length).toBeGreaterThan(5);
    await sees(page, /行を保存しました/);
    await inspect(clerk, '76-record');
    await page.getByRole('combobox', { name: 'したこと' }).selectOption({ label: '見ようとしました' });
    await page.getByRole('button', { name: 'さがす' }).click();
    await page.waitForURL(/action=DENIED/);
    const lines = page.getByRole('main').getByRole('listitem');
    await lines.filter({ hasNotText: '見ようとしましたが' }).first().waitFor({ state: 'hidden' });
    await lines.or(page.getByText('この人・この期間の記録はありません')).first().waitFor();
  });
}
