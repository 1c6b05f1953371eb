/** A form that comes back on paper: dropped into the inbox, filed by its QR code, and seen beside the fields (R8, R19). */
import { asPng, fax, rasterise, rotate } from '@heya/forms/raster.fixture';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { inspect } from '../support/look.ts';
import { type Person, sees, sizes } from '../support/person.ts';

/** Files let go over the page, as a person drags them there. */
async function drop(page: Page, files: { name: string; bytes: Uint8Array }[]): Promise<void> {
  const dragged = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  );
  await page.getByRole('group', { name: '紙の様式を入れる' }).dispatchEvent('drop', { dataTransfer: dragged });
}

/** From the open task of an application, and back to it. */
export async function bringPaper(clerk: Person, receiptNumber: string): Promise<void> {
  const { page } = clerk;
  const asked = page.waitForRequest(/\/files\/identity\/applications\/[^/]+\/form\/1$/);
  await page.reload();
  const form = (await asked).url().replace(/\/1$/, '');
  await page.getByLabel(/^出された内容の様式/).waitFor();
  await inspect(clerk, '72-form-beside');
  const [printed] = await rasterise(await (await page.context().request.get(form)).body(), 200);
  if (!printed) throw new Error('nothing was printed');
  const scan = await asPng(fax(rotate(printed, 184), { noise: 0.02, seed: 4 }));
  await page.goto('/center');
  await drop(page, [
    { name: 'FAX.png', bytes: scan },
    { name: 'memo.txt', bytes: Buffer.from('これは様式ではない') },
  ]);
  await sees(page, '画像（JPEG・PNG）でもPDFでもありません', 60_000);
  await inspect(clerk, '72-scan-filed');
  await page.getByRole('link', { name: `受付番号 ${receiptNumber} に1枚` }).click();
  const picture = page.getByLabel(/^紙で届いたもの（1枚）/);
  await picture.waitFor();
  const fields = page.getByRole('heading', { name: 'することを選ぶ' }).or(page.getByText('ひなた').first()).first();
  const [left, right] = [await picture.boundingBox(), await fields.boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? Infinity)).toBeLessThanOrEqual(right?.x ?? 0);
  await inspect(clerk, '72-scan-beside');
  await page.setViewportSize(sizes.phone);
  expect(await picture.isVisible()).toBe(false);
  await page.getByRole('button', { name: '様式を見る' }).click();
  await picture.waitFor();
  await inspect({ ...clerk, size: 'phone' }, '72-scan-switched');
  await page.getByRole('button', { name: '項目を見る' }).click();
  await page.setViewportSize(sizes.desk);
}
