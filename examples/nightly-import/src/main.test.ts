import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, findDatabase } from './database.ts';
import { faultsOf, type Figures } from './figures.ts';
import { runNight } from './night.ts';

const tenants = 150;
let database: Database;
let figures: Figures;
const lines: string[] = [];

beforeAll(async () => {
  database = await findDatabase(process.env);
  figures = await runNight(database, { tenants, workers: 3, concurrency: 4, minuteMs: 4000, log: (line) => lines.push(line) });
}, 180_000);

afterAll(async () => {
  await database.stop();
});

describe('a night of many tenants', () => {
  it('imports every tenant exactly once, though four plan it', () => {
    expect(figures.planned.reduce((sum, each) => sum + each, 0)).toBe(tenants);
    expect(figures).toMatchObject({ tenants, done: tenants, notDone: 0, neverAsked: 0, customers: 3 * tenants, wrongCustomers: 0 });
  });

  it('gives the jobs of a killed worker to others', () => {
    expect(figures.inHand).toBeGreaterThan(0);
    expect(figures.retried).toBeGreaterThanOrEqual(figures.inHand);
    expect(figures.askedAgain).toBeLessThanOrEqual(figures.retried);
  });

  it('keeps the limit of Visma in all processes together, without one refusal', () => {
    expect(figures.refused).toBe(0);
    expect(figures.mostInAMinute).toBeLessThanOrEqual(600);
  });

  it('ends its workers without leaving work behind', () => {
    expect(figures.drained).toBe(true);
  });

  it('would say what is wrong', () => {
    expect(faultsOf(figures)).toEqual([]);
    expect(faultsOf({ ...figures, planned: [1], done: 0, customers: 0, neverAsked: 1, refused: 1, drained: false, inHand: 0, mostInAMinute: 601 })).toHaveLength(8);
  });
});
