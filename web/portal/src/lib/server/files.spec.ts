import { expect, test } from 'vitest';
import { isFilePath, readFile } from './files.ts';

const id = '019ab0c1-1111-7000-8000-000000000001';

test('there are the files of these pages, and no others', () => {
  for (const path of [`identity/scan-pages/${id}`, `identity/applications/${id}/form`, `identity/applications/${id}/form/12`])
    expect([path, isFilePath('GET', path), isFilePath('PUT', path)]).toEqual([path, true, false]);
  expect([isFilePath('PUT', `identity/scans/${id}`), isFilePath('GET', `identity/scans/${id}`)]).toEqual([true, false]);
  const page = `consent/papers/${id}/1`;
  const ofRooms = [`room/exports/${id}/${'0a'.repeat(32)}`, `room/erasures/${id}/certificate`, `room/applications/${id}/form`];
  for (const path of [page, `consent/consents/${id}/form`, 'consent/blank-form', ...ofRooms])
    expect([path, isFilePath('GET', path), isFilePath('PUT', path)]).toEqual([path, true, false]);
  expect([isFilePath('PUT', `consent/patients/${id}/papers/${id}`), isFilePath('GET', `consent/patients/${id}/papers/${id}`)]).toEqual([
    true,
    false,
  ]);
  expect([isFilePath('PUT', `room/rooms/${id}/imports/${id}`), isFilePath('GET', `room/rooms/${id}/imports/${id}`)]).toEqual([true, false]);
  for (const path of [
    '',
    'identity',
    `identity/scan-pages/${id}/..`,
    `room/scan-pages/${id}`,
    `room/exports/${id}/0a`,
    `identity/applications/${id}/form/0`,
  ])
    expect([path, isFilePath('GET', path)]).toEqual([path, false]);
});

test('what is larger than it may be is not handed on', async () => {
  const brought = (bytes: number) => new Request('https://portal.example/files', { method: 'PUT', body: new Uint8Array(bytes) });
  expect(await readFile(brought(10), 10)).toHaveLength(10);
  expect(await readFile(brought(11), 10)).toBeNull();
});
