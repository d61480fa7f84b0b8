import { assert, constantFrom, property, string, tuple, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cautionOf } from './caution.ts';
import { DANGEROUS_ENDINGS } from './endings.ts';
import { pictureSize } from './picture-size.ts';
import { isPicture, sniff } from './sniff.ts';
import { fileKind, previewKind } from './what-file.ts';

const bytes = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const PROGRAM = bytes('MZ\u0090\u0000\u0003\u0000\u0000\u0000');
const PDF = bytes('%PDF-1.7\n1 0 obj');
const because = (name: string, content: Uint8Array | null = null) => cautionOf(name, content)?.because ?? null;

describe('files that may be opened', () => {
  it.each([
    ['offerte.pdf', PDF],
    ['Factuur 2026-0412.PDF', null],
    ['foto van de keuken.jpg', bytes('\u00ff\u00d8\u00ff\u00e0')],
    ['bestek.docx', bytes('PK\u0003\u0004word/document.xml')],
    ['prijzen.xls', bytes('<html><table><tr><td>12,50</td></tr></table></html>')],
    ['e-factuur.xml', bytes('<?xml version="1.0"?><Invoice xmlns="urn:oasis"/>')],
    ['keuken.skp', null],
    ['plan.dwg', null],
    ['agenda.ics', bytes('BEGIN:VCALENDAR')],
    ['MZ-lijst.txt', bytes('MZ 12, MZ 13, MZ 14')],
    ['v1.2 definitief.pdf', null],
    ['offerte 12/2026.pdf', null],
    ['bijlage', bytes('gewone tekst')],
  ])('%s', (name, content) => {
    expect(cautionOf(name, content)).toBeNull();
  });
});

describe('files that are only saved, and why', () => {
  it.each([
    ['setup.exe', null, 'program'],
    ['Balans.XLSM', null, 'macros'],
    ['foto.scr', null, 'program'],
    ['lees mij.js', null, 'script'],
    ['start.command', null, 'script'],
    ['factuur.lnk', null, 'shortcut'],
    ['map.desktop', null, 'shortcut'],
    ['levering.iso', null, 'disk-image'],
    ['aanmelden.html', null, 'web-page'],
    ['logo.svg', null, 'web-page'],
    ['instelling.reg', null, 'system'],
    ['factuur.pdf.exe', null, 'two-endings'],
    ['foto.jpg.lnk', null, 'two-endings'],
    ['factuur.pdf                                  .exe', null, 'two-endings'],
    ['setup.exe.', null, 'program'],
    ['factuur\u202efdp.exe', null, 'program'],
    ['factuur\u202eexe.pdf', null, 'hidden-letters'],
    ['factuur.pdf', PROGRAM, 'other-inside'],
    ['foto.png', bytes('\u007fELF\u0002\u0001'), 'other-inside'],
    ['lijst.csv', bytes('#!/bin/sh\nrm -rf ~'), 'other-inside'],
    ['foto.jpg', bytes('  <!-- x --><svg onload="alert(1)">'), 'other-inside'],
    ['factuur.pdf', bytes('<!DOCTYPE html><script>'), 'other-inside'],
    ['bestek.docx', bytes('PK\u0003\u0004word/vbaProject.bin'), 'macros'],
    ['bijlage', PROGRAM, 'program'],
    ['lijst.{3050f4d8-98b5-11cf-bb82-00aa00bdce0b}', null, 'shortcut'],
    ['zandbak.wsb', null, 'shortcut'],
    ['tekening.vlx', null, 'script'],
    ['sleutel.cer', null, 'system'],
    ['factuur.pdf', bytes('\u00ca\u00fe\u00ba\u00bf\u0000\u0000\u0000\u0002'), 'other-inside'],
    ['nota.pdf', bytes('\u00e4\u0052\u005c\u007b\u008c\u00d8\u00a7\u004d'), 'other-inside'],
    ['foto.jpg', bytes('<p><script>x'), 'other-inside'],
    ['bijlage', bytes('<html><script>'), 'web-page'],
    ['bijlage', bytes('# gemaakt door\n\n[Desktop Entry]\nExec=x'), 'shortcut'],
    ['e-factuur.xml', bytes('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'), 'other-inside'],
    [
      'e-factuur.xml',
      bytes('<Invoice><script xmlns="http://www.w3.org/1999/xhtml">x</script></Invoice>'),
      'other-inside',
    ],
    ['bijlage', bytes('L\u0000\u0000\u0000\u0001\u0014\u0002\u0000\u0000'), 'shortcut'],
  ])('%s', (name, content, why) => {
    expect(because(name, content)).toBe(why);
  });

  it('holds for every ending of the list, whatever stands before it and however it is written', () => {
    assert(
      property(
        string(),
        constantFrom(...DANGEROUS_ENDINGS.keys()),
        constantFrom('', '.', ' ', '\u200b'),
        (name, ending, tail) => {
          expect(
            cautionOf(`a${name.replace(/[\\/]/g, '').slice(0, 60)}.${ending.toUpperCase()}${tail}`, null),
          ).not.toBeNull();
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('says something of any name and any bytes, in little time', () => {
    assert(
      property(tuple(string({ maxLength: 400 }), uint8Array({ maxLength: 2_000 })), ([name, content]) => {
        cautionOf(name, content);
        const found = sniff(content);
        if (isPicture(found)) pictureSize(found, content);
        fileKind(name, '');
        previewKind(name, name);
      }),
      { numRuns: 3_000 },
    );
    const started = performance.now();
    cautionOf('a. .'.repeat(50_000), bytes('<!--'.repeat(4_000)));
    cautionOf(`b${' '.repeat(100_000)}`, new Uint8Array(5_000_000).fill(0x76));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('what a file is', () => {
  it.each([
    ['foto.JPG', '', 'picture', 'picture'],
    ['IMG_1.heic', 'image/heic', 'picture', null],
    ['', 'image/png', 'picture', 'picture'],
    ['offerte.pdf', 'application/octet-stream', 'pdf', 'pdf'],
    ['prijzen.csv', '', 'text', 'text'],
    ['bestek.docx', '', 'document', null],
    ['bericht.eml', 'message/rfc822', 'mail', 'text'],
    ['logo.svg', 'image/svg+xml', 'runs', 'text'],
    ['setup.exe', 'application/pdf', 'runs', null],
    ['keuken.qqq', 'image/png', 'other', null],
  ])('%s (%s) is called %s and shown as %s', (name, type, kind, preview) => {
    expect(fileKind(name, type)).toBe(kind);
    expect(previewKind(name, type)).toBe(preview);
  });

  it('reads how large a picture is before it is decoded', () => {
    const png = bytes('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0001\u0000\u0000\u0000\u0000\u0002\u0000');
    expect(sniff(png)).toBe('png');
    expect(pictureSize('png', png)).toEqual({ width: 65_536, height: 512 });
    const jpeg = bytes('\u00ff\u00d8\u00ff\u00e0\u0000\u0004xx\u00ff\u00c0\u0000\u0011\u0008\u0001\u0000\u0002\u0000');
    expect(pictureSize('jpeg', jpeg)).toEqual({ width: 512, height: 256 });
    const gif = bytes('GIF89a\u0040\u0001\u00c8\u0000');
    expect(pictureSize('gif', gif)).toEqual({ width: 320, height: 200 });
    const webp = bytes(`RIFF\u0000\u0000\u0000\u0000WEBPVP8X${'\u0000'.repeat(8)}\u003f\u0001\u0000\u00c7\u0000\u0000`);
    expect(pictureSize('webp', webp)).toEqual({ width: 320, height: 200 });
    expect(pictureSize('png', png.subarray(0, 20))).toBeNull();
  });
});
