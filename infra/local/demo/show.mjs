// Address and demo accounts for a person at a terminal.
import { say } from '../setup/say.mjs';

const roles = {
  doctor: ['医師', 'doctor'],
  nurse: ['訪問看護師', 'visiting nurse'],
  secondNurse: ['訪問看護師(2人目)', 'second visiting nurse'],
  careManager: ['ケアマネジャー・世話役', 'care manager, steward'],
  helper: ['ホームヘルパー', 'home helper'],
  pharmacist: ['薬剤師', 'pharmacist'],
  outsider: ['部屋の外の医師', 'doctor outside the room'],
  facilityAdmin: ['事業所管理者', 'facility administrator'],
  family: ['家族', 'family'],
  patient: ['利用者本人', 'patient'],
  clerk: ['支援センター 受付', 'center clerk'],
  approver: ['支援センター 承認', 'center approver'],
};

/** @param {import('../stack.d.mts').Demo} demo */
export function showAccounts(demo) {
  say('\nためせる人たち(この機械だけの合言葉です)', 'demo accounts, of this installation only');
  showTable(demo.accounts);
  say(
    '\n確認コード(6桁)は、上の鍵を認証アプリに入れるか、次の命令で見られます。',
    'one-time codes: put the key into an authenticator app, or',
  );
  say('  npm run demo:accounts -- --codes\n');
}

/** @param {(account: import('../stack.d.mts').DemoAccount) => string} [secret] what stands in the last column */
export function showTable(accounts, secret = ({ totpSecret }) => totpSecret) {
  const rows = accounts.map((account) => [
    ...(roles[account.role] ?? [account.role, '']),
    account.userName,
    account.password,
    secret(account),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => shownWidth(row[column]))));
  for (const row of rows) say(`  ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')}`);
}

const pad = (cell, width) => cell + ' '.repeat(Math.max(0, width - shownWidth(cell)));
/** Japanese letters take two columns of a terminal. */
const shownWidth = (text) => [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
