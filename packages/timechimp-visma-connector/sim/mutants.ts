import type { Habit } from './world.ts';

/** One deliberate mistake: a change of the protocol's sources, or a habit of those who use it. */
export type Mutant =
  | { readonly name: string; readonly habit: Habit }
  | { readonly name: string; readonly file: string; readonly find: string; readonly replace: string };

/** Mistakes that the simulation must find. */
export const mutants: readonly Mutant[] = [];

/** The habits of a mutant, if it is one of habit. */
export function habitOf(name: string): readonly Habit[] | undefined {
  const mutant = mutants.find((each) => each.name === name);
  return mutant && 'habit' in mutant ? [mutant.habit] : undefined;
}
