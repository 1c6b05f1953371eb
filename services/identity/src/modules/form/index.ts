export { describedEnum, type FormCode, FormCodeEnum, type SubmissionChannel, SubmissionChannelEnum } from './form.type.ts';
export { SignatureInput } from './signature.input.ts';
