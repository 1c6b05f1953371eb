/** Top-level errors: what a whole operation, or a field of it, can fail with (api.md 7). Each carries `extensions.code`. */

export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONSENT_REQUIRED',
  'RATE_LIMITED',
  'COST_EXCEEDED',
  'PERSISTED_DOCUMENT_NOT_FOUND',
  'BAD_USER_INPUT',
  'SERVICE_UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What the user reads when nothing more exact is known: 日本語 / English. */
export const errorSentences: Record<ErrorCode, string> = {
  UNAUTHENTICATED: 'サインインしてください / Please sign in',
  FORBIDDEN: '許可されていません / Not allowed',
  CONSENT_REQUIRED: '同意がありません / There is no consent for this',
  RATE_LIMITED: '回数が多すぎます。少し待ってください / Too many requests; please wait',
  COST_EXCEEDED: '問い合わせが大きすぎます / The query is too large',
  PERSISTED_DOCUMENT_NOT_FOUND: '登録されていない問い合わせです / Unknown document',
  BAD_USER_INPUT: '入力に誤りがあります / The input is not valid',
  SERVICE_UNAVAILABLE: '今は確かめられません。少し待ってもう一度お試しください / Temporarily unavailable; please try again',
  INTERNAL: '予期しない誤りです / An unexpected error',
};
