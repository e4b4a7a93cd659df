import { describe, expect, it } from 'vitest';
import { type DeliverDeps, deliverCopy, reportCopy } from '@/entrypoints/card/deliver-copy';

const png = new Blob(['png']);

/** A background that grants, a clipboard that takes. */
function fakeDeps(changes: Partial<DeliverDeps> = {}) {
  const log: string[] = [];
  const deps: DeliverDeps = {
    claim: async () => ({ granted: true }),
    copy: async () => ({ copied: true }),
    report: async (copied) => void log.push(`report ${copied}`),
    returnFocus: async () => void log.push('return focus'),
    ...changes,
  };
  return { deps, log };
}

describe('deliverCopy', () => {
  it('copies, reports and gives the focus back', async () => {
    const { deps, log } = fakeDeps();
    expect(await deliverCopy(png, deps)).toBe('copied');
    expect(log.sort()).toEqual(['report true', 'return focus']);
  });

  it.each([
    ['not-focused', 'ready'],
    ['blocked', 'blocked'],
  ] as const)('%s: gives claim and focus back, shows %s', async (reason, phase) => {
    const { deps, log } = fakeDeps({ copy: async () => ({ copied: false, reason }) });
    expect(await deliverCopy(png, deps)).toBe(phase);
    expect(log.sort()).toEqual(['report false', 'return focus']);
  });

  it.each([
    ['refused', async () => ({ granted: false })],
    ['lost', () => Promise.reject(new Error('The message port closed before a response was received.'))],
  ])('touches nothing when the claim is %s', async (_, claim) => {
    const { deps, log } = fakeDeps({ claim });
    expect(await deliverCopy(png, deps)).toBe('ready');
    expect(log).toEqual([]);
  });

  it('gives claim and focus back even if copying blows up', async () => {
    const { deps, log } = fakeDeps({ copy: () => Promise.reject(new Error('boom')) });
    await expect(deliverCopy(png, deps)).rejects.toThrow('boom');
    expect(log.sort()).toEqual(['report false', 'return focus']);
  });

  it('is copied although nobody can be told', async () => {
    const dead = () => Promise.reject(new Error('no background'));
    const { deps } = fakeDeps({ report: dead, returnFocus: dead });
    expect(await deliverCopy(png, deps)).toBe('copied');
  });
});

it('reportCopy tries again after a lost message, then stops', async () => {
  let tries = 0;
  await reportCopy(async () => {
    tries++;
    if (tries === 1) throw new Error('worker stopped');
  });
  expect(tries).toBe(2);
});
