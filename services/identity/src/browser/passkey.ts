/** The script of the pages: asks the device for a passkey and sends its answer as the form it stands in; prints what is to be kept. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

const ceremonies: Record<string, (options: never) => Promise<unknown>> = {
  get: (optionsJSON: PublicKeyCredentialRequestOptionsJSON) => startAuthentication({ optionsJSON }),
  create: (optionsJSON: PublicKeyCredentialCreationOptionsJSON) => startRegistration({ optionsJSON }),
};

async function answer(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, value as string]));
  body.delete('response');
  const asked = await fetch(form.dataset.options ?? '', { method: 'POST', body });
  if (!asked.ok) throw new Error(String(asked.status));
  const response = await ceremonies[form.dataset.passkey ?? '']?.((await asked.json()) as never);
  const field = form.elements.namedItem('response') as HTMLInputElement;
  field.value = JSON.stringify(response);
  form.submit();
}

function explain(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-failed]');
  if (!place) return;
  place.textContent = place.dataset.failed ?? '';
  place.hidden = false;
}

for (const form of browserSupportsWebAuthn() ? document.querySelectorAll<HTMLFormElement>('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(form).catch(() => explain(form));
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
