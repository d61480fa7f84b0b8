import { expect, test } from 'vitest';
import { decodeTnef } from './tnef.ts';

const uint16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8]);
const uint32 = (value: number): Buffer => Buffer.from(new Uint32Array([value]).buffer);
const attribute = (id: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([2]), uint32(id), uint32(data.length), data, uint16(0)]);
const parcel = (...attributes: readonly Buffer[]): Buffer =>
  Buffer.concat([uint32(0x223e9f78), uint16(1), ...attributes]);
const START = attribute(0x00069002, Buffer.alloc(14));
const title = (name: string): Buffer => attribute(0x00018010, Buffer.from(`${name}\0`, 'latin1'));
const content = (text: string): Buffer => attribute(0x0006800f, Buffer.from(text));
const longName = (name: string): Buffer => {
  const value = Buffer.from(`${name}\0`, 'utf16le');
  const padding = Buffer.alloc((4 - (value.length % 4)) % 4);
  const property = [uint16(0x1f), uint16(0x3707), uint32(1), uint32(value.length), value, padding];
  return attribute(0x00069005, Buffer.concat([uint32(1), ...property]));
};

test('each file comes out with its name and content', () => {
  const files = decodeTnef(parcel(START, title('PLAN~1.PDF'), content('een'), START, title('b.txt'), content('twee')));
  expect(files.map((file) => [file.fileName, Buffer.from(file.content).toString()])).toEqual([
    ['PLAN~1.PDF', 'een'],
    ['b.txt', 'twee'],
  ]);
});
test('the long name goes before the short one', () => {
  const [file] = decodeTnef(parcel(START, title('PLAN~1.PDF'), content('x'), longName('Plan van de tuin €.pdf')));
  expect(file?.fileName).toBe('Plan van de tuin €.pdf');
});
test('a parcel that breaks off gives what came before', () => {
  const whole = parcel(START, title('a.txt'), content('een'), START, title('b.txt'), content('twee'));
  for (let length = 0; length < whole.length; length += 1) {
    expect(decodeTnef(whole.subarray(0, length)).length).toBeLessThanOrEqual(2);
  }
  expect(decodeTnef(whole.subarray(0, -3))[0]?.fileName).toBe('a.txt');
});
test('lengths that promise more than there is are not believed', () => {
  const liar = attribute(
    0x00069005,
    Buffer.concat([uint32(0xffffffff), uint16(0x101f), uint16(0x3707), uint32(0xffffffff)]),
  );
  expect(decodeTnef(parcel(START, title('a.txt'), liar))[0]?.fileName).toBe('a.txt');
});
test('what is no parcel holds nothing', () => {
  expect(decodeTnef(Buffer.from('PK\x03\x04'))).toEqual([]);
});
