/** Why a file was not taken in, in the words of who brought it. */
import type { Locale } from '@heya/service-common/errors';
import type { UploadOutcome } from './scan.upload.service.ts';

export type UploadRefusal = Extract<UploadOutcome, { refusal: unknown }>['refusal'];

const words: Record<UploadRefusal, { ja: string; en: string }> = {
  NOT_IMAGE_OR_PDF: { ja: '画像（JPEG・PNG）でもPDFでもありません。', en: 'This is neither a picture (JPEG, PNG) nor a PDF.' },
  TOO_LARGE: {
    ja: '大きすぎます。30MBまで、画像は5,000万画素までです。',
    en: 'This is too large: 30 MB at the most, pictures 50 million pixels.',
  },
  TOO_MANY_PAGES: { ja: 'ページが多すぎます。50ページまでに分けてください。', en: 'Too many pages. Please split it: 50 at the most.' },
  ENCRYPTED: { ja: 'パスワードがかかっています。外してから入れてください。', en: 'It is locked with a password. Please unlock it first.' },
  BROKEN: { ja: 'こわれていて開けません。もう一度読み取ってください。', en: 'It is damaged and does not open. Please scan it again.' },
  TOO_SLOW: { ja: '読み取りに時間がかかりすぎます。分けて入れてください。', en: 'Reading it takes too long. Please split it.' },
  BUSY: { ja: 'こみ合っています。少し待って、もう一度入れてください。', en: 'Busy at the moment. Please wait a little and try again.' },
  INVALID: { ja: '受け取れませんでした。もう一度入れてください。', en: 'It was not taken. Please add it again.' },
};

export const refusalWords = (refusal: UploadRefusal, locale: Locale): string => words[refusal][locale === 'en' ? 'en' : 'ja'];
