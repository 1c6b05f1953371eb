/** What every center begins with, until its district writes sentences of its own. Pure. */
import type { Locale } from '@heya/service-common/errors';
import type { TemplateDecision } from './reason-template.entity.ts';

export interface OfferedTemplate {
  /** Null: came with Heya. */
  id: string | null;
  decision: TemplateDecision;
  label: string;
  text: string;
}

interface Model {
  decision: TemplateDecision;
  ja: [label: string, text: string];
  en: [label: string, text: string];
}

const models: readonly Model[] = [
  {
    decision: 'RETURN',
    ja: ['記入もれ', '記入されていない項目があります。印のついた項目を記入して、もう一度提出してください。'],
    en: ['Something is missing', 'Some fields are empty. Please fill in those that are marked and file it again.'],
  },
  {
    decision: 'RETURN',
    ja: ['番号の確認', '事業所の番号が名称と合いません。指定通知書の番号を確かめてください。'],
    en: ['Check the code', 'The code of the facility does not fit its name. Please compare it with the designation notice.'],
  },
  {
    decision: 'RETURN',
    ja: ['氏名の確認', '氏名かフリガナを、身分証のとおりに直してください。'],
    en: ['Check a name', 'Please write the name and its reading as they stand on the identity document.'],
  },
  {
    decision: 'REJECT',
    ja: ['対象外', '在宅での医療・介護の情報共有に参加する事業所ではないため、お受けできません。'],
    en: ['Outside the scope', 'The facility takes no part in sharing care at home, so the application cannot be accepted.'],
  },
  {
    decision: 'REJECT',
    ja: ['二重の申請', '同じ内容の申請をすでに受け付けています。'],
    en: ['Filed twice', 'The same application has been received already.'],
  },
  {
    decision: 'INSPECT',
    ja: ['定期の確認', '利用のようすを定期的に確かめるため'],
    en: ['Regular check', 'Regular check of how the room is used'],
  },
  {
    decision: 'INSPECT',
    ja: ['相談への対応', '参加者からの相談に答えるため'],
    en: ['Question', 'To answer a question from a member'],
  },
  {
    decision: 'INSPECT',
    ja: ['確認の遅れ', '世話役の確認が遅れているため'],
    en: ['Late check', 'Because the steward’s check is late'],
  },
  {
    decision: 'INSPECT',
    ja: ['苦情', '苦情の内容を確かめるため'],
    en: ['Complaint', 'To look into a complaint'],
  },
];

export const modelTemplates = (locale: Locale): OfferedTemplate[] =>
  models.map(({ decision, ja, en }) => {
    const [label, text] = locale === 'en' ? en : ja;
    return { id: null, decision, label, text };
  });
