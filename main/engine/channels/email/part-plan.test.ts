import { describe, expect, it } from 'vitest';
import type { BodyStructure } from './fetch-items.ts';
import { findPart, wantedParts } from './part-plan.ts';

const leaf = (part: string, type: string, extra: Partial<BodyStructure> = {}): BodyStructure => ({
  part,
  type,
  size: 1_000,
  ...extra,
});
const multipart = (type: string, ...childNodes: BodyStructure[]): BodyStructure => ({ type, childNodes });

describe('what of a large message is fetched now', () => {
  it('is its text in both forms, not the drawing that makes it large', () => {
    const structure = multipart(
      'multipart/mixed',
      { ...multipart('multipart/alternative', leaf('1.1', 'text/plain'), leaf('1.2', 'text/html')), part: '1' },
      leaf('2', 'application/pdf', { size: 9_000_000, disposition: 'attachment' }),
    );
    expect(wantedParts(structure).map(({ part }) => part)).toEqual(['1.1', '1.2']);
  });

  it('a message of one part is its section 1', () => {
    expect(wantedParts({ type: 'text/plain', size: 400_000 }).map(({ part }) => part)).toEqual(['1']);
  });

  it('small pictures that stand in the text come along, large ones do not', () => {
    const structure = multipart(
      'multipart/related',
      leaf('1', 'text/html'),
      leaf('2', 'image/png', { id: '<logo>', size: 9_000 }),
      leaf('3', 'image/jpeg', { id: '<foto>', size: 900_000 }),
      leaf('4', 'image/png', { id: '<los>', size: 9_000, disposition: 'attachment' }),
    );
    expect(wantedParts(structure).map(({ part }) => part)).toEqual(['1', '2']);
  });

  it('the text of a forwarded message is an attachment, and so is a text file', () => {
    const structure = multipart(
      'multipart/mixed',
      leaf('1', 'text/plain'),
      leaf('2', 'message/rfc822', { childNodes: [leaf('2.1', 'text/plain')] }),
      leaf('3', 'text/plain', { disposition: 'attachment' }),
    );
    expect(wantedParts(structure).map(({ part }) => part)).toEqual(['1']);
  });

  it('nesting without end is left', () => {
    let structure: BodyStructure = leaf('1', 'text/plain');
    for (let depth = 0; depth < 5_000; depth += 1) structure = multipart('multipart/mixed', structure);
    expect(wantedParts(structure)).toEqual([]);
  });

  it('a part is found by its number', () => {
    const structure = multipart(
      'multipart/mixed',
      leaf('1', 'text/plain'),
      leaf('2', 'image/png', { encoding: 'base64' }),
    );
    expect(findPart(structure, '2')).toMatchObject({ encoding: 'base64' });
    expect(findPart(structure, '7')).toBeNull();
  });
});
