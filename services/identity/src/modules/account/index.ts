export { accountPath } from './account.pages.ts';
export { accountRoutes } from './account.routes.ts';
export { type AccountParts, guard, type Visitor } from './visitor.ts';
