export { printedFormRoutes } from './printed-form.routes.ts';
