// How much of one mail is looked at. Real mail stays far below each figure; what goes over is still listed, with a note.
export const LIMITS = {
  /** Servers take 25 to 50 MB; above this only the header is read. */
  mailBytes: 150_000_000,
  /** 5,000-deep mails exist only to break parsers; the deepest real ones seen (forward of forward of digest) have 9 levels. */
  depth: 40,
  /** A digest of a busy list has some 200 parts. */
  parts: 1_000,
  /** Scanned for fields. 5,000 recipients make 120 kB. */
  headerBytes: 4_000_000,
  fields: 2_000,
  /** Of a decoded value that is kept for later rules; addresses, references and the subject are read from the whole value. */
  fieldLength: 8_192,
  subjectLength: 10_000,
  addresses: 10_000,
  references: 200,
  /** RFC 2046 5.1.1 says 70; some senders go up to about 150. */
  boundaryLength: 250,
  /** Decoded bytes of one text part, and of all of them together. */
  textBytes: 16_000_000,
  /** Pictures inside the page that are kept with the mail: one of them, and all together. */
  shownPictureBytes: 128 * 1024,
  shownBytes: 512 * 1024,
  /** An invitation that is kept with the mail, so that it can be shown and answered without a network. */
  calendarBytes: 128 * 1024,
  /** A winmail.dat that is opened at once; larger ones stay a file. */
  parcelBytes: 1_000_000,
  /** HTML that is looked through for its text; a page of 4 MB has its words long before. */
  htmlToTextLength: 4_000_000,
} as const;
