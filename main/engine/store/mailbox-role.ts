// What a mailbox is for, in the words of RFC 6154 without the backslash.
export const MAILBOX_ROLES = ['inbox', 'sent', 'drafts', 'archive', 'junk', 'trash', 'all'] as const;
export type MailboxRole = (typeof MAILBOX_ROLES)[number];
