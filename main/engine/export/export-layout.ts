// The names within an exported folder, for those who write it and those who read it back.

/** At the top of the folder: what it is, and what was told about it. */
export const EXPORT_MARK = 'balie-export.json';
export const EXPORTED_MAIL = 'mail';
/** What the owner wrote down himself. No mail, so it is not read back as such. */
export const EXPORTED_NOTES = 'notes';
/** vCard 4.0: what the owner keeps of people. */
export const EXPORTED_CARDS = 'contacts.vcf';
export const EXPORTED_ATTACHMENTS = 'attachments';
/** The files of what is being written. */
export const EXPORTED_DRAFTS = 'drafts';

/**
 * In the header of a rebuilt mail: the instant at which the server took it in, and the size it had there. A mail without a
 * Message-ID is recognised by its size, which a rebuilt one does not keep.
 */
export const ARRIVED_FIELD = 'X-Balie-Arrived';
export const SIZE_FIELD = 'X-Balie-Size';
