import * as z from 'zod';
import { flag, id, number, once, text } from './leaves.ts';

/** A task of API v2: an activity. */
export const taskSchema = once(() => z.object({ id, name: text, code: text, active: flag, hourlyRate: number }));
