/** Brings a file, and tells how far it has come: `fetch` does not. */
import { proving } from '#lib/device/prove.ts';

/** @param onProgress 0 to 1, of what was sent @returns the answer, once the device has signed where that is asked for (R6) */
export const putFile = (url: string, file: Blob, onProgress: (part: number) => void): Promise<Response> =>
  proving(() => put(url, file, onProgress))(url, {});

function put(url: string, file: Blob, onProgress: (part: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(new Error('NETWORK'));
    request.send(file);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const lines = request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)
    .filter(Boolean);
  const headers = lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  return new Response(request.status === 204 ? null : request.responseText, { status: request.status, headers });
}
