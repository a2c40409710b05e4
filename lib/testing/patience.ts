/** How long a test waits for what certainly comes: as long as a machine with far too much to do may need. Nothing is slower for it when all is well. */
export const patience = { timeout: 300_000, interval: 5 } as const;
