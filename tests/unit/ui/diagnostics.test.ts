import { describe, expect, it } from 'vitest';
import type { Job } from '@/utils/jobs/job';
import { diagnosticsText, type Facts } from '@/utils/ui/diagnostics';
import { doneJob, OUTCOME } from './jobs';

const why = [
  { rung: 'webgpu-fp16', verdict: 'no-f16' },
  { rung: 'wasm-threads', verdict: 'used' },
] as const;
const last = doneJob({ quality: 'best', outcome: { ...OUTCOME, why, stages: { engine: 2.4, infer: 3900 } } });
const FACTS: Facts = {
  version: '1.2.3',
  browser: 'Chrome/148',
  settings: { quality: 'balanced', backend: 'auto' },
  last,
  failed: [{ rung: 'webgpu-fp32', reason: 'threw', detail: 'device lost' }],
  log: [{ at: Date.UTC(2026, 10, 22, 9, 5), code: 'engine-crashed', detail: 'after 3 s' }],
};

describe('diagnosticsText', () => {
  it('says what ran, how long each stage took, and what became of each rung', () => {
    expect(diagnosticsText(FACTS)).toBe(
      [
        'Matte 1.2.3',
        'Browser: Chrome/148',
        'Settings: balanced, auto',
        'Last picture: 900 × 600, 4210 ms on wasm-threads',
        'Asked for: best, auto; first attempt',
        '  engine 2 ms',
        '  infer 3900 ms',
        '  webgpu-fp16: no-f16',
        '  wasm-threads: used',
        'Left out: webgpu-fp32, threw (device lost)',
        '2026-11-22 09:05 UTC engine-crashed (after 3 s)',
        '',
      ].join('\n'),
    );
  });

  it('works before the first picture, and with rows of older versions', () => {
    expect(diagnosticsText({ ...FACTS, last: null })).toContain('No picture yet');
    expect(diagnosticsText({ ...FACTS, last: doneJob() })).toContain('4210 ms');
  });

  it('tells neither where a picture was nor what it was called, whatever row it is made from [P-DIAG-BARE]', () => {
    const source = { kind: 'url', url: 'https://secret.test/me.png', pageUrl: 'https://secret.test/' } as const;
    const careless: Job = { ...last, name: 'passport', source };
    const failed = [{ rung: 'wasm', reason: 'threw', detail: 'on passport at https://secret.test' }];
    const log = [{ at: 0, code: 'internal', detail: 'Passport of https://secret.test/me.png' }] as const;
    const text = diagnosticsText({ ...FACTS, last: careless, failed, log });
    expect(text).not.toMatch(/secret|passport|https?:/i);
  });

  it.each([
    'cannot load https://secret.test/me.png?x=1',
    'at chrome-extension://abc/secret.js:1:2',
    'blob:https://secret.test/1',
    'file:///home/secret/photo.jpg was lost',
    'data:image/png;base64,secret',
  ])('cuts the address out of what a driver said: %s', (detail) => {
    const text = diagnosticsText({
      ...FACTS,
      last: { ...last, outcome: { ...OUTCOME, why: [{ rung: 'wasm', verdict: 'failed-now', detail }] } },
      failed: [{ rung: 'wasm', reason: 'threw', detail }],
    });
    expect(text).not.toContain('secret');
    expect(text).toContain('wasm: failed-now');
  });
});
