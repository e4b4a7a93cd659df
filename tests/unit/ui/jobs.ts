/** One job in which everything is fine; each test changes what it is about. */
import type { Job, Outcome } from '@/utils/jobs/job';

export const OUTCOME: Outcome = { width: 900, height: 600, backend: 'wasm-threads', stages: {}, ms: 4210 };

const RUNNING: Job = {
  id: '5b3c7f0e-0000-4000-8000-000000000001',
  owner: 'guest',
  origin: { kind: 'own', host: null, url: null },
  status: 'running',
  source: { kind: 'stored' },
  name: 'boat',
  backendChoice: 'auto',
  quality: 'balanced',
  tabId: null,
  frameId: null,
  createdAt: 1000,
  endedAt: null,
  attempts: 1,
  stage: 'infer',
  stageSince: 2000,
  expected: {},
  error: null,
  outcome: null,
  delivery: 'none',
  claimedAt: null,
};

export function job(changes: Partial<Job> = {}): Job {
  return { ...RUNNING, ...changes };
}

export const doneJob = (changes: Partial<Job> = {}) =>
  job({ status: 'done', stage: null, outcome: OUTCOME, endedAt: 9000, ...changes });

export const failedJob = (changes: Partial<Job> = {}) =>
  job({ status: 'failed', stage: null, error: 'not-found', endedAt: 9000, ...changes });
