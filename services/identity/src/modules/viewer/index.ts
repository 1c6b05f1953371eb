export { resolveViewer } from './viewer.reference.ts';
export { ViewerResolver } from './viewer.resolver.ts';
export { ViewerType } from './viewer.type.ts';
