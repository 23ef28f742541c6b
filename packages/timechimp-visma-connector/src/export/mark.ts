/** The mark of a generation: the first has the base mark itself, later ones append their number. */
export function markOfGeneration(base: string, generation: number): string {
  return generation === 1 ? base : `${base}-${generation}`;
}

/** The generation that a mark belongs to, or null when it is not a mark of this base. */
export function generationOf(mark: string, base: string): number | null {
  if (mark === base) return 1;
  const suffix = mark.startsWith(`${base}-`) ? mark.slice(base.length + 1) : '';
  return /^[1-9]\d{0,8}$/.test(suffix) && suffix !== '1' ? Number(suffix) : null;
}
