/** A patient who moves: the record is taken along. One who has moved: the doctor takes in what another house handed over, and everybody sees where it came from (R35). */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Guarded } from '../guard/stage.ts';
import { inspect } from '../support/look.ts';
import { packageOf } from '../support/package.ts';
import { sees } from '../support/person.ts';

export function moving(stage: Guarded): void {
  it('the doctor takes the record along: made in the background, fetched once, signed for file by file', async () => {
    const doctor = await stage.as('doctor', 'desk');
    const { page } = doctor;
    await page.goto(stage.inRoom('people'));
    await page.getByRole('link', { name: '記録を持ち出す' }).click();
    await page.getByRole('radio', { name: '転居・転院先への引き継ぎ' }).check();
    await page.getByRole('textbox', { name: '理由' }).fill('県外へ転居されるため引き継ぐ');
    await page.getByRole('button', { name: 'ファイルを作る' }).click();
    await page.getByRole('button', { name: '受け取る' }).waitFor();
    await inspect(doctor, '119-export-ready');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '受け取る' }).click()]);
    const files = unzipSync(await readFile(await file.path()));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array)) as { files: { name: string; sha256: string }[] };
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['bundle.json', 'record.pdf', 'manifest.jws']));
    for (const { name, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(files[name] as Uint8Array)
          .digest('hex'),
      ).toBe(sha256);
    await sees(page, '受け取りました。センターに写しは残っていません');
    expect(await page.getByRole('button', { name: '受け取る' }).count()).toBe(0);
  });

  it('looks through a package, takes in what is chosen, and shows where it came from', async () => {
    const doctor = await stage.as('doctor', 'desk');
    const { page } = doctor;
    const asked = 'query($id: ID!) { patient(id: $id) { nameKana birthDate } }';
    type Answer = { patient: { nameKana: string; birthDate: string } };
    const { patient } = await (await stage.byApi('doctor')).ask<Answer>(asked, { id: stage.room.patientId });
    const bring = async (facts: typeof patient): Promise<void> =>
      page
        .getByLabel('ZIPファイルを選ぶ')
        .and(page.locator('input'))
        .setInputFiles({
          name: 'heya-room.zip',
          mimeType: 'application/zip',
          buffer: await packageOf(facts),
        });
    await page.goto(stage.inRoom('people'));
    await page.getByRole('link', { name: '別の部屋の記録を取り込む' }).click();
    await sees(page, '何も入りません');
    await bring({ ...patient, birthDate: '1950-01-01' });
    await sees(page, 'この部屋の利用者（患者）様のものではありません');
    await bring(patient);
    await sees(page, '確かめました。取り込むものを選んでください');
    await sees(page, '検査情報 1件');
    await inspect(doctor, '121-import-review');
    await page.getByRole('button', { name: '選んだものを取り込む' }).click();
    await sees(page, '署名の鍵の指紋を、持ち出した側に');
    await page.getByRole('checkbox', { name: '指紋を見比べて、同じでした' }).check();
    await page.getByRole('button', { name: '選んだものを取り込む' }).click();
    await sees(page, '取り込みました');
    await page.goto(stage.inRoom('profile'));
    const condition = page.getByRole('listitem').filter({ hasText: '骨粗鬆症' });
    expect(await condition.innerText()).toContain('持ち込み：港地区 部屋 K-7310');
    await page.getByRole('link', { name: '別の部屋から持ち込まれた投稿' }).click();
    await sees(page, '夜間に不穏あり');
    await inspect(doctor, '124-brought-posts');
    const family = await stage.as('patient', 'phone');
    await family.page.goto(stage.inRoom('brought'));
    await sees(family.page, 'デイサービスに週2回');
    expect(await family.page.content()).not.toContain('不穏');
  });
}
