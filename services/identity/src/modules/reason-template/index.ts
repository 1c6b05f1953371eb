export { ReasonTemplate } from './reason-template.entity.ts';
export { ReasonTemplateResolver } from './reason-template.resolver.ts';
