import { describe, expect, it } from 'vitest';
import { RUNGS, type RungNote, type RungVerdict } from '@/utils/jobs/rungs';
import { describeWhy } from '@/utils/ui/describe-backend';

const [fp16, fp32, threads, single] = RUNGS;
const note = (rung: RungNote['rung'], verdict: RungVerdict, detail?: string): RungNote => {
  return { rung, verdict, ...(detail && { detail }) };
};

describe('describeWhy', () => {
  it.each<[string, RungNote[], string[]]>([
    ['the best rung', [note(fp16, 'used')], ['The fastest way that there is.']],
    [
      'no GPU: said once for both of its rungs',
      [note(fp16, 'no-adapter'), note(fp32, 'no-adapter'), note(threads, 'used')],
      ['The browser offers no graphics card.'],
    ],
    [
      'different reasons, best rung first',
      [note(fp16, 'no-f16'), note(fp32, 'failed-before', 'start, x'), note(threads, 'used')],
      [
        'The graphics card does not know half precision.',
        'Graphics card (full precision): failed lately, and is tried again after a browser update or two weeks.',
      ],
    ],
    [
      'a choice',
      [note(fp16, 'not-asked'), note(fp32, 'not-asked'), note(threads, 'used')],
      ['Graphics card: left out by the settings.'],
    ],
    [
      'a forced last rung',
      [note(fp16, 'not-asked'), note(fp32, 'not-asked'), note(threads, 'not-asked'), note(single, 'used')],
      ['Graphics card and several threads: left out by the settings.'],
    ],
    [
      'a device that was lost',
      [note(fp16, 'used', 'rebuilt after its device was lost')],
      ['The graphics card was lost on the way and found again.'],
    ],
    ['nothing known', [], []],
  ])('%s', (_, why, sentences) => {
    expect(describeWhy(why)).toEqual(sentences);
  });

  it.each<RungVerdict>([
    'not-asked',
    'no-adapter',
    'software-adapter',
    'no-f16',
    'limits',
    'no-threads',
    'failed-before',
    'failed-now',
  ])('%s is said in words, without the code and without what the driver said', (verdict) => {
    const said = describeWhy([note(fp16, verdict, 'map_async_result'), note(fp32, 'used')]).join(' ');
    expect(said).toMatch(/^[A-Z].*\.$/);
    expect(said).not.toMatch(/webgpu|wasm|fp16|adapter|map_async/i);
  });
});
