import * as z from 'zod';
import type { Shape } from '../schemas/model.ts';

/** An answer that is one bare text, such as the id of what was made. */
export const textAnswer: Shape = { schema: () => z.string() };
