/** Words looked for in one's own rooms, what a room is narrowed to, and what changed since the last visit (R27, R30). */
import { expect, it } from 'vitest';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import { readEarlier } from '../../../infra/local/journeys/years.ts';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { sees } from '../support/person.ts';

const postCreate = 'mutation ($input: PostCreateInput!) { postCreate(input: $input) { post { id } userErrors { code message field } } }';

export function search(stage: Guarded): void {
  const write = async (role: string, input: object): Promise<void> => {
    const session = await stage.byApi(role);
    await session.change(postCreate, { input: { idempotencyKey: uuidv7(), roomId: stage.room.id, audience: 'CARE_TEAM', ...input } });
  };

  it('the nurse looks for two characters, narrows what was found, and opens it in its room', async () => {
    await write('doctor', { body: '夕食のあとにムセがありました。ご家族にはまだ伝えていません。', kind: 'MEDICAL_NOTE' });
    await write('careManager', { body: '昼食ではむせなし。とろみは今のまま続けます。', kind: 'CARE_NOTE', audience: 'EVERYONE' });
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    await page.goto('/home');
    await page.getByRole('link', { name: 'さがす' }).click();
    await page.getByRole('button', { name: 'さがす' }).click();
    await sees(page, 'さがす言葉を入れてください。');
    await page.getByRole('searchbox', { name: '言葉' }).fill('ﾑｾ');
    await page.keyboard.press('Enter');
    await sees(page, '2件見つかりました');
    expect(await page.locator('mark').allTextContents()).toEqual(['むせ', 'ムセ']);
    await inspect(nurse, 'e0-search');
    await page.getByText('絞り込む').click();
    await page.getByRole('button', { name: '医療', exact: true }).click();
    await sees(page, '1件見つかりました');
    await inspect(nurse, 'e1-search-filter');
    await page.getByRole('link', { name: /夕食のあとに/ }).click();
    await sees(page, 'この記録');
    await sees(page.getByRole('article'), '夕食のあとにムセがありました。');
    // What can be done with it in its room can be done here.
    await page.getByRole('button', { name: '了解', exact: true }).click();
    await sees(page.getByRole('article'), '了解しました');
    await page.getByRole('button', { name: /^既読 .*了解 1/ }).waitFor();
    await page.getByRole('button', { name: '返信' }).waitFor();
    await inspect(nurse, 'e2-search-opened');
    // Words and filter are still there for whoever comes back.
    await page.goBack();
    await sees(page, '1件見つかりました');
    await page.getByRole('searchbox').fill('見つからない言葉');
    await page.keyboard.press('Enter');
    await sees(page, '「見つからない言葉」は見つかりませんでした');
    await inspect(nurse, 'e3-search-none');
  });

  it('a room is narrowed to what somebody wants to read', async () => {
    const { page } = await stage.as('nurse', 'phone');
    await page.goto(stage.inRoom());
    await page.getByText('絞り込む').click();
    await page.getByRole('button', { name: '介護', exact: true }).click();
    await sees(page.getByRole('region', { name: '絞り込んだ記録' }), '昼食ではむせなし。');
    await page.getByText('夕食のあとに').waitFor({ state: 'detached' });
    await inspect(await stage.as('nurse', 'phone'), 'e4-room-filter');
    await page.getByRole('button', { name: '絞り込みを外す' }).click();
    await sees(page, '夕食のあとに');
    // She stays long enough to have read.
    const session = await stage.byApi('nurse');
    const read = 'query ($id: ID!) { room(id: $id) { viewerMembership { lastReadAt } } }';
    const lastReadAt = async (): Promise<unknown> => {
      const { room } = (await session.ask(read, { id: stage.room.id })) as { room: { viewerMembership: { lastReadAt: string | null } } };
      return room.viewerMembership.lastReadAt;
    };
    await expect.poll(lastReadAt).toBeTruthy();
  });

  it('the family has no search, and by the API finds nothing that was said among the care team', async () => {
    const { page } = await stage.as('family', 'phone');
    await page.goto('/home');
    await sees(page, '部屋');
    expect(await page.getByRole('link', { name: 'さがす' }).count()).toBe(0);
    expect((await page.goto('/search'))?.status()).toBe(404);
    const session = await stage.byApi('family');
    const { searchPosts } = await session.ask('{ searchPosts(query: "むせ") { totalCount nodes { body } } }');
    expect(searchPosts).toEqual({ totalCount: 1, nodes: [{ body: '昼食ではむせなし。とろみは今のまま続けます。' }] });
    expect((await session.ask('{ searchPosts(query: "夕食のあと") { totalCount nodes { id } } }')).searchPosts).toEqual({
      totalCount: 0,
      nodes: [],
    });
  });

  it('who comes back sees what changed since they last read, on a strip, on one screen, and on the home page', async () => {
    const nurse = await stage.as('nurse', 'phone');
    const { page } = nurse;
    // She read an hour ago; then the doctor wrote.
    await readEarlier(stage.stack, stage.room.id);
    await write('doctor', { body: '採血の結果が悪く、明日もう一度みます。', importance: 'IMPORTANT' });
    await page.goto('/home');
    await sees(page, /前回から：.*重要 1/);
    await inspect(nurse, 'e5-home');
    await page.goto(stage.inRoom());
    await page.getByRole('link', { name: /前回（.*）から/ }).waitFor();
    await inspect(nurse, 'e6-strip');
    await page.getByRole('link', { name: /前回（.*）から/ }).click();
    const sheet = page.getByRole('article', { name: /前回（.*）から/ });
    await sees(sheet, '採血の結果が悪く');
    await inspect(nurse, 'e7-since');
    await page.emulateMedia({ media: 'print' });
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(await page.getByRole('button', { name: '印刷する' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });
}
