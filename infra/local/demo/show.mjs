// Address and demo accounts for a person at a terminal.
import { totpCode, untilNextCode } from '../api/totp.mjs';
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
  secondDoctor: ['別の地区の医師', 'doctor of the second district'],
  secondClerk: ['別の地区の受付', 'clerk of the second district'],
  secondApprover: ['別の地区の承認', 'approver of the second district'],
};

/** @param {import('../stack.d.mts').Demo} demo */
export function showAccounts({ accounts, secondDistrict }) {
  say('\nためせる人たち(この機械だけのものです)', 'demo accounts, of this installation only\n');
  const now = Date.now();
  const head = ['役', 'role', '名前 account', 'パスワード password', '確認コード code', '認証アプリの鍵 TOTP key'];
  const everybody = [...accounts, ...(secondDistrict?.accounts ?? [])];
  showTable([head, ...everybody.map((account) => row(account, now))]);
  say(
    `\n確認コードは ${Math.ceil(untilNextCode(now) / 1000)} 秒後に変わります。新しいコード: npm run demo:accounts`,
    'codes change every 30 s: npm run demo:accounts\n',
  );
}

function row({ role, userName, password, totpSecret }, now) {
  const [ja, en] = roles[role] ?? [role, ''];
  return [ja, en, userName, password, totpCode(totpSecret, now), totpSecret];
}

function showTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => shownWidth(cells[column]))));
  for (const cells of rows)
    say(
      `  ${cells
        .map((cell, column) => pad(cell, widths[column]))
        .join('  ')
        .trimEnd()}`,
    );
}

const pad = (cell, width) => cell + ' '.repeat(Math.max(0, width - shownWidth(cell)));
/** Japanese letters take two columns of a terminal. */
const shownWidth = (text) => [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
