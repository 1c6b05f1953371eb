export { SignInLimit } from './limit.entity.ts';
export { clientAddress, networkOf } from './limit.policy.ts';
export { createLimiter, SignInLimits, takeOne } from './limit.service.ts';
export { oidcPages } from './oidc-pages.ts';
export { signInRoutes } from './sign-in.routes.ts';
export { SignInService } from './sign-in.service.ts';
