/** What `inbox` is measured on: a center's inbox with as many applications for IDs as wanted, written as the service writes them. */
import pg from 'pg';
import { uuidv7 } from '../local/api/uuid.mjs';
import { gramsOf, searchText } from '../../services/identity/src/modules/inbox/search.policy.ts';

const familyNames =
  '佐藤,鈴木,高橋,田中,伊藤,渡辺,山本,中村,小林,加藤,吉田,山田,佐々木,山口,松本,井上,木村,林,斎藤,清水,山崎,森,池田,橋本,阿部,石川,山下,中島,石井,小川,前田,岡田,長谷川,藤田,後藤,近藤,村上,遠藤,青木,坂本';
const givenNames =
  '健一,花子,直子,誠,美咲,翔太,陽子,大輔,恵,拓也,由美,浩二,真由美,和也,京子,隆,智子,剛,久美子,学,裕子,亮,明美,淳,香織,勇,千尋,昇,麻衣,徹';
const places =
  'わかば,こもれび,あおぞら,ひまわり,なのはな,さくら,みどり,すみれ,つばき,もみじ,かえで,ことぶき,ゆうあい,のぞみ,きぼう,ひかり,やまびこ,せせらぎ,はまかぜ,ほのぼの';
const kinds = '診療所,クリニック,訪問看護ステーション,居宅介護支援事業所,薬局';
const [family, given, place, kind] = [familyNames, givenNames, places, kinds].map((list) => list.split(','));
const pick = (list: readonly string[] | undefined, index: number): string => list?.[index % list.length] ?? '';

/** What one application is found by. */
export interface Planted {
  receiptNumber: string;
  name: string;
  facility: string;
}

/** The n-th application of an inbox: the same in the large and in the small one. */
export const planted = (n: number): Planted => ({
  receiptNumber: `ID26-${String(n).padStart(6, '0')}-${n % 7}`,
  name: `${pick(family, n)} ${pick(given, Math.floor(n / 40) + n * 7)}`,
  facility: `${pick(place, n * 3 + Math.floor(n / 11))}${pick(kind, Math.floor(n / 20))} ${Math.floor(n / 5)}号館`,
});

const batch = 500;

/** Straight into identity's tables, by the superuser; then the planner knows them. */
export async function fill(url: string, { districtId, applications }: { districtId: string; applications: number }): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let first = 0; first < applications; first += batch) {
      const rows = Array.from({ length: Math.min(batch, applications - first) }, (_, index) => row(first + index));
      await client.query(insertAll, [JSON.stringify(rows), districtId]);
    }
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

function row(n: number) {
  const { receiptNumber, name, facility } = planted(n);
  const title = `IDの発行申請（様式2-1-1） 受付番号 ${receiptNumber}`;
  const text = searchText([title, facility, String(4_110_000_000 + n), name]);
  return { id: uuidv7(), application: uuidv7(), n, receiptNumber, name, facility, title, text, grams: gramsOf(text) };
}

const insertAll = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as r(id uuid, application uuid, n int, "receiptNumber" text, name text, facility text, title text, text text, grams text[])),
  filed as (
    insert into id_application (id, district_id, form, receipt_number, status, channel, institution_code, details, body_hash, inquiry_hash, comments, entries, issued, submitted_at, expected_by, version)
      select application, $2::uuid, 'FORM_2_1_1', "receiptNumber", 'SUBMITTED', 'PORTAL', (4110000000 + n)::text,
             jsonb_build_object('kind', 'ISSUE', 'facilityName', facility, 'applicants', jsonb_build_array(jsonb_build_object('id', application, 'name', name))),
             '', '', '[]', '[]', '[]', timestamptz '2026-10-01' + n * interval '7 minutes', date '2026-10-15' + n % 90, 1 from given)
  insert into review_task (id, district_id, kind, form, state, title, subject_type, subject_id, opened_at, due_on, search_text, search_grams)
    select id, $2::uuid, 'ID_APPLICATION', 'FORM_2_1_1', 'OPEN', title, 'IdApplication', application,
           timestamptz '2026-10-01' + n * interval '7 minutes', date '2026-10-15' + n % 90, text, grams from given`;
