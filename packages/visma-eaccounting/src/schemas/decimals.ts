/**
 * Number of decimals of the shortest text that stands for this double: 0.1 has 1, 1e-7 has 7. Doubles hold 15 digits
 * exactly, so the text is the amount that was meant; no arithmetic is done on it.
 */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const fraction = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}
