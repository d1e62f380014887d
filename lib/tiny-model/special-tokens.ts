/** Tokens that no text can spell: they frame the turns of a conversation. Their ids are their places in this list. */
export const SPECIAL_TOKENS = ["<|bos|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>"] as const;

export const BOS = 0;
export const SYSTEM = 1;
export const USER = 2;
export const ASSISTANT = 3;
export const END = 4;

/** Ids from here on are single bytes (byte b is FIRST_BYTE + b), then merges. */
export const FIRST_BYTE = SPECIAL_TOKENS.length;
export const FIRST_MERGE = FIRST_BYTE + 256;
