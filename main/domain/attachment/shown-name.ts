// The name under which a file is shown and written. Parts that programs write for programs often have none: such a file gets an
// ending after its type, so that a program of the owner's takes it.
import { safeFileName } from '../conversation/file-name.ts';

const NAMELESS: readonly (readonly [RegExp, string])[] = [
  [/^text\/calendar$/i, 'uitnodiging.ics'],
  [/^message\/rfc822$/i, 'bericht.eml'],
  [/^image\/jpe?g$/i, 'afbeelding.jpg'],
  [/^image\/png$/i, 'afbeelding.png'],
  [/^image\/gif$/i, 'afbeelding.gif'],
  [/^application\/pdf$/i, 'bijlage.pdf'],
  [/^text\/(?:x-)?vcard$/i, 'visitekaartje.vcf'],
  [/^text\/plain$/i, 'bijlage.txt'],
];

/** Safe on Windows, macOS and Linux. `name` as the sender wrote it. */
export function shownFileName(name: string, contentType: string): string {
  const nameless = name.trim() === '' ? NAMELESS.find(([type]) => type.test(contentType)) : undefined;
  return nameless?.[1] ?? safeFileName(name);
}
