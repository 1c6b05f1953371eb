export { assetRoutes } from './asset.routes.ts';
export { newAuthenticatorFields, newPasswordFields } from './factors.ts';
export { acceptForms, deviceAnswer, formOf, headerText } from './forms.ts';
export { field, focusIf, hidden, isFailure, page, passkeyForm, recoveryPath } from './frame.ts';
export { html, type Html, trusted } from './html.ts';
export { chooseLocale, messagesOf, type PageLocale } from './locale.ts';
export { pageHeaders } from './page-headers.ts';
