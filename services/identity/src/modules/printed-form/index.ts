export { printedFormFiles } from './printed-form.files.ts';
export { PrintedFormResolver } from './printed-form.resolver.ts';
export { printedFormRoutes } from './printed-form.routes.ts';
