import { itemKey, type ItemRef } from '@x/timechimp-visma-connector';

const kinds = ['time', 'expense', 'mileage', 'term', 'invoice', 'customer'] as const;

/** The item behind a key such as `time:123`; undefined when it is none. */
export function refOf(key: string): ItemRef | undefined {
  const [name, ...rest] = key.split(':');
  const kind = kinds.find((each) => each === name);
  const id = rest.join(':');
  return kind === undefined || id === '' ? undefined : { kind, id };
}

/** The items behind keys, each once; what is no key is left out. */
export function refsOf(keys: Iterable<string>): readonly ItemRef[] {
  const refs = [...keys].flatMap((key) => refOf(key) ?? []);
  return [...new Map(refs.map((ref) => [itemKey(ref), ref])).values()];
}
