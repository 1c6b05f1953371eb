import { wipeDrafts, wipeServerData } from '#lib/wipe.ts';

/**
 * Signs out and leaves nothing here. By a form, since it goes on to the sign-in server and back.
 * @param reason said on the first page
 */
export function signOut(reason?: 'idle'): void {
  wipeDrafts();
  wipeServerData();
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/auth/sign-out';
  if (reason) form.append(hidden('reason', reason));
  document.body.append(form);
  form.submit();
}

function hidden(name: string, value: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value });
}
