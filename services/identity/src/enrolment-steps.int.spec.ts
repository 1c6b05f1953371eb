import { inViewer } from '@heya/service-common/orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { optionsOf, send, signIn, signInByPasskey } from './account.fixture.ts';
import { SoftAuthenticator } from './authenticator.fixture.ts';
import {
  atFactor,
  atPassword,
  codesIn,
  enrol,
  issue,
  openLetters,
  password,
  pledge,
  pledgeFacility,
  registerApp,
  sendStep,
  stepOf,
  titleOf,
} from './enrolment.fixture.ts';
import { claimsOf, openWorld, type World } from './identity.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('the steps', () => {
  test('code, password, app, backup codes, pledge: then the ID is in use, and the code is not any more', async () => {
    const issued = await issue(world);
    const { code } = await issued.issueCode();
    const browser = world.browser();
    expect((await browser.open('/enrol')).location).toBe('/oidc/enrol');
    expect((await openLetters(browser, issued, code)).location).toBe('/oidc/enrol/step');
    const page = await stepOf(browser);
    expect([titleOf(page), page.body.includes('手順2／5')]).toEqual(['パスワードを決める', true]);
    expect((await sendStep(browser, '/password', { password, again: password })).location).toBe('/oidc/enrol/step');
    const { totpSecret, shown, codes } = await registerApp(browser);
    expect(titleOf(shown)).toBe('予備コードを控える');
    expect(new Set(codes).size).toBe(8);
    expect((await openLetters(world.browser(), issued, code)).status).toBe(422);
    expect((await sendStep(browser, '/codes', { kept: 'yes' })).location).toBe('/oidc/enrol/step');
    expect(titleOf(await stepOf(browser))).toBe('個人情報の管理に関する誓約');
    expect((await world.sql('select enrolled_at from app_user where id = $1', [issued.who.id]))[0]).toEqual({ enrolled_at: null });
    expect((await pledge(browser)).location).toBe('/oidc/enrol/done?device=1');
    const end = await browser.open('/oidc/enrol/done?device=1');
    expect(titleOf(end)).toBe('IDが使えるようになりました');
    expect(end.body).toContain('/auth/sign-in?returnTo=%2Faccount%2Fdevices');
    expect(titleOf(await browser.open('/oidc/enrol/done'))).toBe('登録が終わりました');
    expect(await stepOf(browser)).toMatchObject({ status: 303, location: '/oidc/enrol?over=1' });
    const { tokens } = await signIn(world, { ...issued.doctor, ...issued.who, password, totpSecret });
    expect(claimsOf(tokens.access_token)).toMatchObject({ sub: issued.who.id, facility: issued.doctor.facilityId });
    const [signed] = await world.sql<Record<string, any>>('select * from pledge where signer_user_id = $1', [issued.who.id]);
    expect(signed).toMatchObject({ form: 'FORM_1_2', channel: 'PORTAL', signer_name: '高橋 由美' });
    const lines = await world.sql<{ line: any }>("select line from audit_entry where line ->> 'actorId' = $1 order by seq", [
      issued.who.id,
    ]);
    expect(lines.map(({ line }) => `${line.action} ${line.subjectType}`)).toEqual([
      'UPDATE Credential',
      'UPDATE Credential',
      'CREATE Pledge',
      'UPDATE User',
    ]);
  });

  test('a passkey instead: no password beside it opens, and the last one is not removed while there is no app', async () => {
    const issued = await issue(world);
    const { browser } = await atFactor(world, issued);
    const key = new SoftAuthenticator();
    const options = optionsOf(await sendStep(browser, '/passkey/options'));
    expect((await sendStep(browser, '/passkey', { response: key.create(options, { userVerified: false }) })).status).toBe(422);
    const again = optionsOf(await sendStep(browser, '/passkey/options'));
    expect((await sendStep(browser, '/passkey', { response: key.create(again) })).location).toBe('/oidc/enrol/step');
    expect((await pledge(browser)).location).toBe('/oidc/enrol/done?device=1');
    const signedIn = world.browser();
    expect(claimsOf((await signInByPasskey(signedIn, key)).access_token).sub).toBe(issued.who.id);
    const security = await signedIn.open('/oidc/account/security');
    expect(security.body).not.toContain('予備コード');
    const id = /passkeys\/([0-9a-f-]{36})\/remove/.exec(security.body)?.[1] ?? '';
    expect((await send(signedIn, `/passkeys/${id}/remove`)).location).toBe('/oidc/account/security?done=authenticatorFirst');
  });

  test('weak passwords, own words and the birth date are refused with a reason, and nothing is chosen', async () => {
    const issued = await issue(world);
    await world.sql("update app_user set birth_date = '1985-04-07' where id = $1", [issued.who.id]);
    const { browser } = await atPassword(world, issued);
    const refused = async (typed: string, again = typed) =>
      /class="error"[^>]*>([^<]+)</.exec((await sendStep(browser, '/password', { password: typed, again })).body)?.[1];
    expect(await refused('vQ7#mz2')).toContain('8文字以上');
    expect(await refused('Password2026')).toContain('よく使われる');
    for (const own of ['高橋由美2026!', 'タカハシ2026!', '19850407ab', 'S60.04.07!', 'わかば診療所26', `${issued.who.accountName}!`])
      expect([own, await refused(own)]).toEqual([own, '名前・生年月日・ログインID・勤め先の名前は使えません。']);
    expect(await refused(password, 'other')).toContain('2回の入力が違います');
    expect(titleOf(await stepOf(browser))).toBe('パスワードを決める');
    expect(await world.sql('select 1 from credential where user_id = $1', [issued.who.id])).toEqual([]);
  });

  test('a wrong code of the app keeps the same app on the page; nothing goes on by leaving steps out', async () => {
    const issued = await issue(world);
    const { browser } = await atFactor(world, issued);
    const page = await stepOf(browser);
    const [, secret = ''] = /class="secret">([A-Z2-7 ]+)</.exec(page.body) ?? [];
    const ticket = /name="ticket" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const wrong = await sendStep(browser, '/authenticator', { ticket, code: '000000' });
    expect([wrong.status, wrong.body.includes(secret)]).toEqual([422, true]);
    for (const path of ['/password', '/codes', '/codes/new', '/pledge', '/wait'])
      await sendStep(browser, path, { kept: 'yes', password, again: password });
    expect(titleOf(await stepOf(browser))).toBe('二つ目の確認を登録する');
  });

  test('backup codes are shown once; who did not keep them gets others', async () => {
    const issued = await issue(world);
    const { browser } = await atFactor(world, issued);
    const { codes } = await registerApp(browser);
    expect((await sendStep(browser, '/codes')).status).toBe(422);
    const back = await stepOf(browser);
    expect([titleOf(back), codesIn(back)]).toEqual(['予備コードは控えましたか', []]);
    const others = codesIn(await sendStep(browser, '/codes/new'));
    expect(others).toHaveLength(8);
    expect(others.filter((code) => codes.includes(code))).toEqual([]);
    expect(await world.sql('select 1 from backup_code where user_id = $1', [issued.who.id])).toHaveLength(8);
  });

  test('the pledge wants every promise; what was ticked stays ticked (R1)', async () => {
    const issued = await issue(world);
    const { browser } = await atFactor(world, issued);
    await registerApp(browser);
    await sendStep(browser, '/codes', { kept: 'yes' });
    const names = [...(await stepOf(browser)).body.matchAll(/name="(clause-[^"]+)"/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(3);
    const partly = await pledge(browser, names[0]);
    expect(partly.status).toBe(422);
    expect(partly.body).toContain('チェックのない項目があります');
    expect(partly.body.match(/\schecked/g)).toHaveLength(names.length - 1);
    expect((await sendStep(browser, '/pledge', { version: 'another' })).body).toContain('文面が新しくなりました');
    expect((await pledge(browser)).location).toBe('/oidc/enrol/done?device=1');
  });

  test('while the workplace has not pledged, the ID is not in use; afterwards the next sign-in finds it so (R1)', async () => {
    const issued = await issue(world, { pledged: false });
    const { person, last } = await enrol(world, issued);
    expect(last.location).toBe('/oidc/enrol/step');
    world.clock.advance(60_000);
    const browser = world.browser();
    expect(await browser.signIn(person)).toBe('');
    expect(titleOf(await stepOf(browser))).toBe('勤め先の誓約を待っています');
    expect((await sendStep(browser, '/wait')).location).toBe('/oidc/enrol/step');
    await inViewer(world.app.orm.em, { type: 'service', name: 'identity' }, (tx) =>
      pledgeFacility(tx, { facilityId: issued.doctor.facilityId ?? '', districtId: issued.district.file.district.id }),
    );
    expect((await sendStep(browser, '/wait')).location).toBe('/oidc/enrol/done?device=1');
    expect((await signIn(world, person)).tokens.status).toBe(200);
  });
});
