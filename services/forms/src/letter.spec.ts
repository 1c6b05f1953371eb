/** The letter with the code goes another way than the ID, and neither its words nor its QR code give more than they must (R4). */
import { readBarcodes } from 'zxing-wasm/reader';
import { expect, test } from 'vitest';
import { renderFamilyLetter } from './family-letter.ts';
import { letterOf } from './form.fixture.ts';
import { renderEnrolmentLetters } from './letter.ts';
import { asPng, rasterise, readText } from './raster.fixture.ts';
import './scan.qr.ts';

const letter = letterOf({});
const dense = (text: string) => text.replace(/\s+/g, '');

test('one A4 page with name, code, address, last day, and no ID', async () => {
  const pages = await readText(await renderEnrolmentLetters([letter]));
  expect(pages).toHaveLength(1);
  const told = dense(pages[0]?.text ?? '');
  for (const words of [
    letter.name,
    letter.facilityName,
    letter.code,
    letter.url,
    '令和8年12月6日まで',
    'パスワードは書かれていません',
    '0900-00-0001',
  ])
    expect(told).toContain(dense(words));
  expect(told).not.toContain('受付番号');
});

test('its QR code is the address and nothing else', async () => {
  const [page] = await rasterise(await renderEnrolmentLetters([letter]), 200);
  if (!page) throw new Error('no page');
  const codes = await readBarcodes(await asPng(page), { formats: ['QRCode'] });
  expect(codes.map(({ text, ecLevel }) => ({ text, ecLevel }))).toEqual([{ text: letter.url, ecLevel: 'Q' }]);
});

test('an address that carries the code, or anything beside the way, is refused', async () => {
  for (const url of [
    `https://heya.example.jp/enrol/${letter.code}`,
    'https://heya.example.jp/enrol/kmtp7q4x9rwd',
    `https://heya.example.jp/enrol?code=1`,
    'https://heya.example.jp/enrol#somebody',
    'https://somebody@heya.example.jp/enrol',
  ])
    await expect(renderEnrolmentLetters([{ ...letter, url }])).rejects.toThrow(RangeError);
});

test('long names stay on one page', async () => {
  const long = letterOf({ name: '髙橋'.repeat(40), facilityName: '医療法人社団みほん会'.repeat(8) });
  expect(await readText(await renderEnrolmentLetters([long]))).toHaveLength(1);
});

test('an invitation into a room says who invites, room, code and last day; its QR code is the address alone, and it names no patient', async () => {
  const { facilityName: _, ...rest } = letterOf({ url: 'https://heya.example.jp/join' });
  const invitation = { ...rest, roomNumber: 'K-0123', invitedByName: '大串 医師' };
  const pdf = await renderFamilyLetter(invitation);
  const [page, ...more] = await readText(pdf);
  expect(more).toEqual([]);
  for (const words of [invitation.name, invitation.code, invitation.url, '大串医師', 'K-0123', '令和8年12月6日まで', '5回まちがえると'])
    expect(dense(page?.text ?? '')).toContain(dense(words));
  const [image] = await rasterise(pdf, 200);
  if (!image) throw new Error('no page');
  expect((await readBarcodes(await asPng(image), { formats: ['QRCode'] })).map(({ text }) => text)).toEqual([invitation.url]);
  await expect(renderFamilyLetter({ ...invitation, url: `${invitation.url}#${invitation.code}` })).rejects.toThrow(RangeError);
});
