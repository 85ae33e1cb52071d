import { describe, expect, it } from 'vitest';
import { pageSql } from '#electron/data-host/certificates/read.ts';
import { openSetting } from '#tests/data-host/instruments/support.ts';
import { storeOf } from '#tests/data-host/support.ts';

describe('the list of certificates', () => {
  it('runs along the days of calibration, newest first, and sorts nothing', async () => {
    const { test } = await openSetting();
    const plan = storeOf(test).read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${pageSql('c.deleted_at IS NULL AND (i.client_id IS NULL OR k.deleted_at IS NULL)')}`, [100, 0]).map(({ detail }) => detail);
    expect(plan[0]).toContain('certificates_newest');
    expect(plan.some((detail) => detail.includes('TEMP B-TREE'))).toBe(false);
    expect(plan.filter((detail) => detail.startsWith('SCAN'))).toHaveLength(1);
  });
});
