export { toCenter } from './printed-form.policy.ts';
export { findCenter } from './printed-form.repository.ts';
export { printedFormFiles } from './printed-form.files.ts';
export { PrintedFormResolver } from './printed-form.resolver.ts';
export { printedFormRoutes } from './printed-form.routes.ts';
