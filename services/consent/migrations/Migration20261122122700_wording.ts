/** The model wording of form 3-1 as data of the zero district. */
import { createHash } from 'node:crypto';
import { Migration } from '@mikro-orm/migrations';
import { effectiveOn, sections, titles, version } from './consent-text-2026-11.ts';

const modelDistrict = '00000000-0000-0000-0000-000000000000';

/** SHA-256 over title and sections: what is read to the patient. */
function hashOf(locale: 'ja' | 'en'): string {
  const told = [titles[locale], ...sections[locale].map(({ heading, body, plainBody }) => [heading, body, plainBody])];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

export class Migration20261122122700_wording extends Migration {
  override name = 'Migration20261122122700_wording';

  override async up(): Promise<void> {
    for (const locale of ['ja', 'en'] as const) {
      await this.execute('insert into consent_text (district_id, version, locale, title, sections, effective_on, hash) values (?, ?, ?, ?, ?::jsonb, ?, ?)',
        [modelDistrict, version, locale, titles[locale], JSON.stringify(sections[locale]), effectiveOn, hashOf(locale)]);
    }
  }
}
