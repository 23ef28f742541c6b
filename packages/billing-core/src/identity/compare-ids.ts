/** Orders ids: shorter first, then by code unit, so that numbers come in numeric order. The machine's locale has no say. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || compareText(a, b);
}

/** Orders texts by code unit. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
