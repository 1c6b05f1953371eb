/** What is said of an assessment that cannot be taken, in place of what is said of any post. */
import type { Problem, Sentences } from '@heya/service-common/errors';

type Words = Partial<Sentences<'INVALID' | 'NOT_FOUND' | 'INVALID_STATE' | 'FORBIDDEN'>>;

const byField: Partial<Record<string, Words>> = {
  size: { INVALID: { ja: '大きさの点が、長径と短径に合っていません。', en: 'The score of size does not fit length and width.' } },
  lengthCm: { INVALID: { ja: '長径は0より大きく、100cmまでにしてください。', en: 'Length is above 0 and at most 100 cm.' } },
  widthCm: { INVALID: { ja: '短径は0より大きく、長径までにしてください。', en: 'Width is above 0 and at most the length.' } },
  areaCm2: { INVALID: { ja: '面積は0より大きく、10000cm²までにしてください。', en: 'Area is above 0 and at most 10,000 cm².' } },
  assessedAt: {
    INVALID: { ja: '評価した時刻は、1年前からいままでにしてください。', en: 'Please choose a time within the past year.' },
  },
  woundId: { NOT_FOUND: { ja: 'このきずは見つかりません。', en: 'This wound is not found.' } },
  correctsId: {
    NOT_FOUND: { ja: '訂正する評価が見つかりません。', en: 'The assessment to correct is not found.' },
    INVALID_STATE: {
      ja: 'この評価は、すでに訂正されているか取り消されています。',
      en: 'This assessment has been corrected or retracted already.',
    },
  },
  audience: {
    INVALID: { ja: '訂正は、元の評価と同じ公開範囲に送ってください。', en: 'A correction goes to the same audience.' },
  },
  input: { FORBIDDEN: { ja: 'きずを評価できるのは職員だけです。', en: 'Only the care team assesses wounds.' } },
};
const oneOf: Words = {
  INVALID: { ja: '{label}は {scores} のどれかを選んでください。', en: 'Please choose one of {scores} for {labelEn}.' },
};

export const woundWords = ({ field, values }: Problem<string>): Words =>
  values?.scores === undefined ? (byField[field?.at(-1) ?? ''] ?? {}) : oneOf;
