// What things are called by across the boundary.
export type AccountId = string;
export type ConversationId = number;
/** Row id of a message. Its Message-ID header is always called messageId. */
export type MessageRowId = number;
export type DeliveryId = number;
