// How long a provider may take for its answer about tokens, and how much it may say.
export const TOKEN_LIMIT = { timeoutMs: 20_000, maxBytes: 100_000 } as const;
