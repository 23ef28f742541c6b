import type { Facts } from './facts.ts';

function diffRecords(label: string, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  const lines: string[] = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, fresh] = [before[key], after[key]].map((value) => JSON.stringify(value));
    if (old === undefined) lines.push(`+ ${label}${key} ${fresh ?? ''}`);
    else if (fresh === undefined) lines.push(`- ${label}${key}`);
    else if (old !== fresh) lines.push(`~ ${label}${key}\n    was ${old}\n    is  ${fresh}`);
  }
  return lines;
}

/** One line for everything that an API document adds, takes away or changes. */
export function diffFacts(before: Facts, after: Facts): string[] {
  const lines = diffRecords('', before.operations, after.operations);
  for (const name of new Set([...Object.keys(before.models), ...Object.keys(after.models)])) {
    const [old, fresh] = [before.models[name], after.models[name]];
    if (!old) lines.push(`+ model ${name}`);
    else if (!fresh) lines.push(`- model ${name}`);
    else lines.push(...diffRecords(`${name}.`, old, fresh));
  }
  return lines;
}
