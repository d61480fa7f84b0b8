// The sections of the one queue, in the order in which they stand in the rail (product.md, "The queue").
export const SECTIONS = ['overdue', 'now', 'soon', 'waiting', 'snoozed', 'fyi', 'done'] as const;
export type Section = (typeof SECTIONS)[number];

/** Whose move it is. */
export type Turn = 'ours' | 'theirs' | 'nobody';

/** Where a reply-by comes from; always shown beside it. */
export const REPLY_BY_SOURCES = ['target', 'hand', 'commitment', 'acknowledgement', 'window'] as const;
export type ReplyBySource = (typeof REPLY_BY_SOURCES)[number];
