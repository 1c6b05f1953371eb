import { wipeDrafts, wipeServerData } from '#lib/wipe.ts';

/** Signs out for want of input, and leaves nothing here. By a form, since it goes on to the sign-in server and back. */
export function signOutIdle(): void {
  wipeDrafts();
  wipeServerData();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/auth/sign-out';
  const reason = document.createElement('input');
  Object.assign(reason, { type: 'hidden', name: 'reason', value: 'idle' });
  form.append(reason);
  document.body.append(form);
  form.submit();
}
