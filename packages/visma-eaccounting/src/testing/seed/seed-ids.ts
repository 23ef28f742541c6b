import { guidOf } from '../ids.ts';

/** Turns the name of a seeded thing, e.g. `article/UREN-H`, into its GUID in one company. */
export type SeedIds = (name: string) => string;

/** The GUIDs of one company: the same names give other GUIDs in another company. */
export function seedIds(company: string): SeedIds {
  return (name) => guidOf(`${company}/${name}`);
}
