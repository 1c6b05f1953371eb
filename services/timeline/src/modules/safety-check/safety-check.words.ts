/** What is said to who calls the roll. */
import type { OwnWords } from '../post/index.ts';

export const checkWords: OwnWords = ({ code, values }) =>
  code === 'NOT_FOUND' && values?.nobody !== undefined
    ? {
        NOT_FOUND: {
          ja: '災害時の安否に同意している利用者が、この範囲にいません。市区町村の名前を確かめてください。',
          en: 'Nobody there has consented to safety checks. Please check the name of the municipality.',
        },
      }
    : {};
