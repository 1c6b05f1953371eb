/** What can be a receipt number: what a form's QR code holds, and all that is believed of a QR code on a scan. */

/** Capitals, digits and single hyphens: QR's compact alphabet, and easy to say on the telephone. */
const shape = /^(?=.{5,40}$)(?=.*\d)[A-Z0-9]+(-[A-Z0-9]+)*$/;

export const isReceiptNumber = (text: string): boolean => shape.test(text);

/** Of a form 3-1: the end of the consent's id, which is chance. */
export function consentNumberOf(consentId: string): string {
  const end = consentId.replaceAll('-', '').slice(-12).toUpperCase();
  return `C31-${end.slice(0, 6)}-${end.slice(6)}`;
}
