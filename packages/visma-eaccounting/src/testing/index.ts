/** Placeholder replaced by the first real export. */
export const version = '0.0.0';
