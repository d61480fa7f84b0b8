import { expect, test } from 'vitest';
import { safeFileName } from './file-name.ts';

test.each([
  ['factuur €.pdf', 'factuur €.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\x.dll', 'x.dll'],
  ['..\\Start Menu\\run.exe', 'run.exe'],
  ['offerte 12/2025.pdf', 'offerte 12-2025.pdf'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['COM1 .pdf', '_COM1 .pdf'],
  ['desktop.ini', '_desktop.ini'],
  ['factuur.pdf.exe. . ', 'factuur.pdf.exe'],
  ['factuur.pdf                              .exe', 'factuur.pdf .exe'],
  ['factuur\u202Efdp.exe', 'factuurfdp.exe'],
  ['a\nb\0.pdf', 'ab.pdf'],
  // Left as they stand, these would come out otherwise the second time.
  ['cafe\u200b\u0301.pdf', 'caf\u00e9.pdf'],
  ['.\u200b./passwd', 'passwd'],
  ['-rf', 'rf'],
  ['.bashrc', 'bashrc'],
  ['.pdf', 'bijlage.pdf'],
  ['a:b?<c>.txt', 'a_b__c_.txt'],
  ['', 'bijlage'],
  ['...', 'bijlage'],
  ['\u200b', 'bijlage'],
  ['\ud800.pdf', '_.pdf'],
])('%j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a long name keeps its extension', () => {
  const name = safeFileName(`${'é'.repeat(400)}.docx`);
  expect(name.endsWith('é.docx')).toBe(true);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
});
