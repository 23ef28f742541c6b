/** The documented numbers, and any other that the API may add later. */
export type OpenEnum<Known extends number> = Known | (number & {});
