import { noDistrict } from '@heya/service-common/audit';
import type { Em } from '@heya/service-common/orm';
import type { TextSection } from './consent-text.entity.ts';

export interface ConsentTextRow {
  version: string;
  title: string;
  sections: TextSection[];
  effective_on: string;
  hash: string;
}

interface Wanted {
  districtId: string;
  locale: string;
  /** Absent: the newest that is in effect. */
  version?: string | null | undefined;
  today: string;
}

/** @returns the district's own wording, or else the model wording */
export async function findConsentText(tx: Em, { districtId, locale, version, today }: Wanted): Promise<ConsentTextRow | undefined> {
  const [row] = await tx.execute<ConsentTextRow[]>(
    `select version, title, sections, effective_on::text as effective_on, hash from consent_text
      where district_id in (?, ?) and locale = ? and effective_on <= ? and (?::text is null or version = ?)
      order by district_id = ? desc, effective_on desc, version desc limit 1`,
    [districtId, noDistrict, locale, today, version ?? null, version ?? null, districtId],
  );
  return row;
}
