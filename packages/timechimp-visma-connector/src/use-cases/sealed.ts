import type * as z from 'zod';
import type { SecretBox } from '../ports/secret-box.ts';

/** Seals a value as JSON, bound to the tenant and to what it is for. */
export function seal(box: SecretBox, value: object, context: string): Promise<string> {
  return box.seal(JSON.stringify(value), context);
}

/** Opens a sealed value and checks its shape. Throws when the key or the context is wrong, or the value is damaged. */
export async function unseal<T extends z.ZodType>(
  box: SecretBox,
  sealed: string,
  context: string,
  shape: T,
): Promise<z.output<T>> {
  return shape.parse(JSON.parse(await box.open(sealed, context)));
}

/** What the tokens of a tenant are bound to. */
export function tokenContext(tenantId: string): string {
  return `tenant/${encodeURIComponent(tenantId)}/visma-tokens`;
}

/** What a consent under way is bound to. */
export function pendingContext(tenantId: string): string {
  return `tenant/${encodeURIComponent(tenantId)}/visma-consent`;
}
