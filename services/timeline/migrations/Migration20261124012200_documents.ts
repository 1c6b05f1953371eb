/** Documents beside photos (R25): what kind of paper it is, and how many pages there are to look at. */
import { Migration } from '@mikro-orm/migrations';

const statements = [
  'alter table "upload" add column "pages" smallint null',
  'grant update (pages) on upload to heya_timeline',
  `alter table "attachment" add column "kind" varchar(255) not null default 'PHOTO', add column "document_kind" varchar(255) null, add column "pages" smallint null`,
];

export class Migration20261124012200_documents extends Migration {
  override name = 'Migration20261124012200_documents';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
