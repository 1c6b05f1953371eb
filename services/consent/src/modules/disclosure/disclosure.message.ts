/** Why a field is empty, in words for the screen. */
import type { Locale } from '@heya/service-common/errors';
import type { DisclosureReason } from './disclosure.policy.ts';

const messages: Record<DisclosureReason, { ja: string; 'ja-plain': string; en: string } | null> = {
  SHARED: null,
  NOT_CONSENTED: {
    ja: '利用者（患者）様がこの区分の共有に同意していません。',
    'ja-plain': 'ご本人が、この情報を見せることに同意していません。',
    en: 'The patient has not agreed to share this.',
  },
  NO_CONSENT: { ja: '同意書がまだありません。', 'ja-plain': '同意書がまだありません。', en: 'There is no consent yet.' },
  WITHDRAWN: {
    ja: '同意が撤回されたため、表示できません。',
    'ja-plain': 'ご本人が同意を取りやめたので、見ることができません。',
    en: 'The consent was withdrawn, so this is not shown.',
  },
  EXPIRED: {
    ja: '同意の期限が過ぎたため、表示できません。',
    'ja-plain': '同意の期限が過ぎたので、見ることができません。',
    en: 'The consent has expired, so this is not shown.',
  },
  ROLE_RESTRICTED: {
    ja: 'この区分は、あなたの役割には表示されません。',
    'ja-plain': 'この情報は、あなたの役割では見ることができません。',
    en: 'This is not shown to your role.',
  },
};

export const disclosureMessage = (reason: DisclosureReason, locale: Locale): string | null => messages[reason]?.[locale] ?? null;
