import { describe, expect, it } from 'vitest';
import { benchRescoring } from '#tests/bench/rescoring.ts';

describe('the cost of scores', () => {
  it('of everybody stays within three times the reading of the rows, and of one client within what ten cost in the full one', async () => {
    const [full, alone] = await benchRescoring(1000, 3);
    expect(full.ratio).toBeLessThanOrEqual(full.aim);
    expect(alone.aim).toBe(0.01);
    expect(alone.ratio).toBeLessThanOrEqual(alone.aim);
  });
});
