export { assetRoutes } from './asset.routes.ts';
export { backupCodeSheet, newAuthenticatorFields, newPasswordFields } from './factors.ts';
export { acceptForms, deviceAnswer, formOf, headerText, isOwnForm } from './forms.ts';
export { check, enrolPath, field, focusIf, hidden, isFailure, page, passkeyForm, recoveryPath } from './frame.ts';
export { html, type Html, trusted } from './html.ts';
export { chooseLocale, messagesOf, type PageLocale } from './locale.ts';
export { pageHeaders } from './page-headers.ts';
