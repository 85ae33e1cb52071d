import { describe, expect, it } from 'vitest';
import { cpuMs } from '#tests/bench/measure.ts';
import { benchRescoring } from '#tests/bench/rescoring.ts';

describe('the cost of scores', () => {
  it('of everybody stays near three times the reading of the rows, and of one client within what ten cost in the full one', async () => {
    const [full, alone] = await benchRescoring({ clients: 1000, pairs: 3, clock: cpuMs });
    // Fixed costs weigh more at a tenth of the size that the aim of three is for.
    expect(full.ratio).toBeLessThan(full.aim + 1);
    expect(alone.aim).toBe(0.01);
    expect(alone.ratio).toBeLessThanOrEqual(alone.aim);
  });
});
