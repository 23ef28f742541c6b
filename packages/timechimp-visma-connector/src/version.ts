/** Version of this package, as its package.json states it. */
export const version = '0.0.0';
