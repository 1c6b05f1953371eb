/** What is shown once an application was sent; it stays in this tab until it was written down. */
export interface Sent {
  receiptNumber: string;
  inquiryCode: string;
  /** Calendar day. */
  expectedBy: string;
  facilityName: string;
}

export const sentPlace = 'id-application-sent';
export const nothingSent = (): Sent => ({ receiptNumber: '', inquiryCode: '', expectedBy: '', facilityName: '' });
