import type { MasterUnit } from './master-data.ts';

/** What a unit of Visma counts, as far as it can be told from its code and name. */
export type UnitKind = 'hour' | 'km' | 'other';

const hours = new Set(['u', 'uur', 'uren', 'h', 'hr', 'hrs', 'hour', 'hours', 'hur', 'tim', 'timme', 'timmar', 'time', 'timer']);
const kilometres = new Set(['km', 'kmt', 'ktm', 'kilometer', 'kilometers', 'kilometre', 'kilometres']);

/** Tells hours and kilometres from everything else, by code, name or abbreviation. Units are read, never set. */
export function unitKind(unit: MasterUnit | undefined): UnitKind {
  const words = [unit?.code ?? '', unit?.name ?? ''].map((word) => word.trim().replace(/\.$/, '').toLowerCase());
  if (words.some((word) => hours.has(word))) {
    return 'hour';
  }
  return words.some((word) => kilometres.has(word)) ? 'km' : 'other';
}
