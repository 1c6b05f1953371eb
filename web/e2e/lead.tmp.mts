import { launchBrowser } from './support/browser.ts';
import { signIn, sizes } from './support/person.ts';
import { execFileSync } from 'node:child_process';
const accounts = JSON.parse(execFileSync('npm', ['run', '-s', 'demo:accounts', '--', '--json'], { encoding: 'utf8' }));
const list = accounts.accounts ?? accounts;
const browser = await launchBrowser();
const account = list.find((a: any) => a.role === 'nurse');
const context = await browser.newContext({
  baseURL: 'http://localhost:31900',
  viewport: sizes.phone,
  isMobile: true,
  hasTouch: true,
  locale: 'ja-JP',
  timezoneId: 'Asia/Tokyo',
  reducedMotion: 'reduce',
});
context.setDefaultTimeout(30000);
const page = await context.newPage();
page.on('console', (m) => m.type() === 'error' && console.log('console', m.text().slice(0, 300)));
page.on('pageerror', (e) => console.log('pageerror', e.stack?.slice(0, 600)));
page.on('response', async (r) => {
  if (r.status() >= 400) console.log(r.status(), r.url(), (await r.text().catch(() => '')).slice(0, 700));
});
await signIn({ page, account });
const href = await page.locator('a[href^="/rooms/"]').last().getAttribute('href');
await page.goto(href!);
console.log(await page.locator('body').innerText());
await page.waitForTimeout(100);
await page.screenshot({ path: `/tmp/lead-room.png` });
console.log(
  await page
    .locator('main')
    .innerText()
    .catch(() => '-'),
);
await browser.close();
