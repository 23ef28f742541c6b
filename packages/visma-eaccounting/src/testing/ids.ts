import { hexOf } from './random.ts';

/** The GUID that .NET sends where there is none. */
export const emptyGuid = '00000000-0000-0000-0000-000000000000';

/** A GUID (version 4 in form) that depends on `text` alone: the same in every run and on every machine. */
export function guidOf(text: string): string {
  const hex = hexOf(text, 32);
  const variant = (8 + (parseInt(hex.charAt(16), 16) % 4)).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Hands out GUIDs and token texts, one sequence per kind of thing. */
export interface IdSource {
  /** The next GUID for this kind. */
  guid(kind: string): string;
  /** The next opaque text of 64 hexadecimal digits, as tokens are. */
  token(kind: string): string;
}

/** An id source whose output depends on the seed and on how often it was asked. */
export function idSource(seed: string): IdSource {
  const counters = new Map<string, number>();
  const next = (kind: string): string => {
    const count = (counters.get(kind) ?? 0) + 1;
    counters.set(kind, count);
    return `${seed}/${kind}/${count}`;
  };
  return {
    guid: (kind) => guidOf(next(kind)),
    token: (kind) => hexOf(next(kind), 64).toUpperCase(),
  };
}
