/** The wording of form 3-1 in the reader's language. */
import { noDistrict } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { type ConsentContext, dayInJapan } from '../platform/index.ts';
import { type ConsentTextRow, findConsentText } from './consent-text.repository.ts';

/** @throws BAD_USER_INPUT for a wording or language that does not exist */
export async function readConsentText(
  context: ConsentContext,
  locale: string,
  version: string | null | undefined,
): Promise<ConsentTextRow> {
  const { viewer } = context;
  const districtId = viewer.type === 'person' ? viewer.districtId : noDistrict;
  const language = locale === 'ja-plain' ? 'ja' : locale;
  const found = await context.read((tx) =>
    findConsentText(tx, { districtId, locale: language, version, today: dayInJapan(context.now()) }),
  );
  if (!found) throw codedError('BAD_USER_INPUT', 'その版の文面はありません / There is no such wording');
  return found;
}
