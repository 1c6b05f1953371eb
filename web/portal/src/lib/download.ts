/** Hands a text to the person as a file of their own; nothing of it stays in the page. */
export function downloadText(name: string, text: string): void {
  download(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

/** The same with a PDF that came in base64. */
export function downloadPdf({ fileName, base64 }: { fileName: string; base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  download(fileName, new Blob([bytes], { type: 'application/pdf' }));
}

/** Any other file. */
export function download(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
