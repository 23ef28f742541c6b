/** What survives JSON.stringify and JSON.parse unchanged. Everything a store keeps is made of it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };
