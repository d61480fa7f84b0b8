// What does not belong where others read along: numbers of accounts, persons and cards, money matters, and what opens a door.
export const SENSITIVE_KINDS = ['iban', 'bsn', 'national-number', 'card', 'invoice', 'secret'] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];
