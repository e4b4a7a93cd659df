import { describe, expect, it } from 'vitest';
import { BACKEND_CHOICES, RUNGS } from '@/utils/jobs/rungs';
import { describeChoice, forcedRung, USUAL_CHOICES } from '@/utils/ui/describe-settings';

describe('choices in words', () => {
  it('names every choice', () => {
    expect(BACKEND_CHOICES.map(describeChoice)).toEqual([
      'Automatic',
      'Graphics card',
      'Processor',
      ...RUNGS.map(() => 'One way only'),
    ]);
  });

  it('knows which one rung a choice forces', () => {
    expect(RUNGS.map((rung) => forcedRung(`only:${rung}`))).toEqual([...RUNGS]);
    expect(USUAL_CHOICES.map(forcedRung)).toEqual([null, null, null]);
  });
});
