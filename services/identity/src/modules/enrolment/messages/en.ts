/** Words of the first sign-in, English. */
import type { EnrolmentMessages } from './ja.ts';

export const en: EnrolmentMessages = {
  progress: (step, of, name) => `Step ${step} of ${of}: ${name}`,
  steps: ['Enrolment code', 'Password', 'Second check', 'Pledge', 'Device'],
  startTitle: 'Your first sign-in',
  startLead:
    'Please have ready the two letters the support center sent you apart: the one with your user ID and the one with your enrolment code. You may stop at any time and go on later.',
  continued: 'Your enrolment is not finished yet. Please enter your enrolment code to go on where you stopped.',
  code: 'Enrolment code',
  codeHelp: 'Three groups of five letters and figures. Capital and small letters are the same.',
  codeMissing: 'Please enter your enrolment code.',
  codeWrong:
    'The user ID or the enrolment code is not right, or its time is up. Please look at the letters and enter them again. If you are not sure, please ask the support center.',
  over: 'Some time has passed, so we stopped here. Enter them again to go on where you were.',
  confirmTitle: 'Go on where you stopped',
  confirmLead:
    'You have chosen a password already. Please enter it. If you have forgotten it, please ask the support center for a new enrolment code.',
  confirmWrong: 'The password is not right. Please enter it again.',
  passwordTitle: 'Choose a password',
  passwordLead: 'Please choose a password that you use nowhere else. Your name, date of birth and workplace cannot be used.',
  passwordNext: 'Choose and go on',
  factorTitle: 'Register a second check',
  factorLead:
    'When you sign in, we confirm in a second way that it is you. Please register one of the two: a passkey or an authenticator app.',
  passkey: 'Passkey (recommended)',
  passkeyLead: 'You sign in by the face, fingerprint or PIN of this device alone, and need no password any more.',
  passkeyAdd: 'Add a passkey of this device',
  passkeyRefused: 'The passkey could not be added. Please try again, or register an authenticator app.',
  authenticatorNext: 'Register the authenticator app',
  codesTitle: 'Keep your backup codes',
  codesKept: 'I have kept them in a safe place.',
  codesKeptMissing: 'Please keep the backup codes first, then tick the box.',
  codesAgainTitle: 'Have you kept your backup codes?',
  codesAgainLead: 'The backup codes were shown once. If you have not kept them you can have new ones; the earlier ones stop working.',
  codesAgain: 'Show new backup codes',
  pledgeTitle: 'Pledge on the handling of personal information',
  pledgeLead: 'This is the pledge of form 1-2. Please read each promise and tick those you make. Once all are ticked, your ID can be used.',
  pledgeBy: (name) => `Pledged by: ${name}`,
  pledgeOn: (day) => `Date: ${day}`,
  pledgeVersion: (version) => `Version of the wording: ${version}`,
  pledgeClauses: 'Promises',
  pledgeMissing: 'Some promises are not ticked. Please read them, and tick them if you make them.',
  pledgeStale: 'The wording has changed. Please read it again and tick the promises.',
  pledgeSign: 'Pledge and go on',
  waitTitle: 'Waiting for the pledge of your workplace',
  waitLead:
    'Your part is done. The pledge of your workplace (form 1-1) is missing, so your ID cannot be used yet. Please ask the administrator there. Once it is signed, just sign in.',
  waitAgain: 'Look again',
  doneTitle: 'You are enrolled',
  deviceTitle: 'Your ID can be used now',
  deviceLead:
    'Last, please sign in with what you have registered and register the device you are using for work. On another device you can do so after signing in there.',
  deviceNext: 'Sign in and register the device',
  doneLead: 'Your ID can be used now. Please sign in with what you have registered.',
};
