export { SharedIdCase } from './shared-id-case.entity.ts';
export { ownCaseSince } from './shared-id.service.ts';
export { resolveSharedIdCase } from './shared-id.reference.ts';
export { SharedIdCaseResolver, SharedIdLaneResolver } from './shared-id.resolver.ts';
export { SharedIdCaseType } from './shared-id.type.ts';
export { SignInUse } from './sign-in-use.entity.ts';
export { SharedIdWatch } from './watch.service.ts';
