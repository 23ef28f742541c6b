import type { Html } from '../html/markup.ts';
import { errorName } from './error-name.ts';
import type { Progress } from './progress.ts';

/** Something that is done once, in the background, while a person looks at its page. */
export interface Job {
  readonly id: string;
  readonly title: string;
  state: 'running' | 'done' | 'failed';
  /** What is being done, how much of it, and of how much. */
  step: string;
  done: number;
  total: number | undefined;
  /** The report, once it is done. */
  result: Html | undefined;
  /** Why it failed. */
  error: unknown;
  /** Resolves when it is over, either way. */
  over: Promise<void>;
}

/** The newest jobs of this process. Losing them loses a page, never a booking: that is the export log's matter. */
export class Jobs {
  readonly #byId = new Map<string, Job>();
  readonly #progress: Progress;
  readonly #limit = 200;

  readonly #log: (line: string) => void;

  constructor(progress: Progress, log: (line: string) => void) {
    this.#progress = progress;
    this.#log = log;
  }

  /** The job of this id, if it is still known. */
  find(id: string): Job | undefined {
    return this.#byId.get(id);
  }

  /** Starts the job, or answers the one that has this id already: a second click starts nothing. */
  start(id: string, title: string, work: () => Promise<Html>): Job {
    const known = this.#byId.get(id);
    if (known) return known;
    const job: Job = { id, title, state: 'running', step: '', done: 0, total: undefined, result: undefined, error: undefined, over: Promise.resolve() };
    this.#byId.set(id, job);
    this.#forgetOldest();
    job.over = this.#run(job, work);
    return job;
  }

  async #run(job: Job, work: () => Promise<Html>): Promise<void> {
    try {
      job.result = await this.#progress.listen((event) => {
        if (event.type !== 'progress') return;
        job.step = event.step;
        job.done = event.done;
        job.total = event.total;
      }, work);
      job.state = 'done';
    } catch (error) {
      job.error = error;
      this.#log(`${job.title} failed: ${errorName(error)}`);
      job.state = 'failed';
    }
  }

  #forgetOldest(): void {
    for (const [id, job] of this.#byId) {
      if (this.#byId.size <= this.#limit) return;
      if (job.state !== 'running') this.#byId.delete(id);
    }
  }
}

/** Waits until the job is over, but not longer than this: a quick one needs no page of its own. */
export async function waitFor(job: Job, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => { timer = setTimeout(resolve, ms); });
  await Promise.race([job.over, enough]);
  clearTimeout(timer);
}
