/** The center's list of rooms, from it into a look, and the list of organisations that everybody may read (R13, R18). */
import { expect, it } from 'vitest';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

export function rooms(stage: Guarded): void {
  it('an officer finds a room by its facility and by its number, sees whose it is nowhere, and goes on to a look', async () => {
    const clerk = await stage.as('clerk', 'desk');
    const { page } = clerk;
    const { roomNumber } = stage.room;
    await page.goto('/center');
    await page.getByRole('link', { name: '部屋の一覧' }).click();
    await sees(page, roomNumber);
    await inspect(clerk, 'b0-rooms');
    await page.getByRole('searchbox', { name: '部屋をさがす' }).fill('あおば');
    await page.getByRole('button', { name: 'さがす' }).click();
    await page.getByRole('link', { name: /あおば薬局/ }).click();
    await sees(page, '「あおば薬局」が参加している部屋');
    await page.getByRole('link', { name: '閉じました' }).click();
    await sees(page, '当てはまる部屋はありません');
    await inspect(clerk, 'b1-rooms-none');
    await page.goto(`/center/rooms?q=${encodeURIComponent(roomNumber)}`);
    await sees(page, '1件');
    expect(await page.content()).not.toContain('森野');
    await page.getByRole('link', { name: `${roomNumber}を確認する` }).click();
    await sees(page.getByRole('region', { name: '見つかった部屋' }), roomNumber);
    await inspect(clerk, 'b2-look-of-list');
  });

  it('everybody may read which organisations share in the district', async () => {
    const clerk = await stage.as('clerk', 'desk');
    await clerk.page.goto(`/facilities?district=${stage.stack.demo.district.id}`);
    await sees(clerk.page, 'あおば薬局');
    await inspect(clerk, 'b3-facilities');
  });
}
