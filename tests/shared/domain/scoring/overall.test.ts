import { describe, expect, it } from 'vitest';
import { scoreClient, toClientScore } from '#shared/domain/scoring/index.ts';
import { assessment, client, context } from './records.ts';

describe('the overall score', () => {
  it('is not given from one dimension alone: our own record of a client says nothing of the whole', () => {
    const explained = scoreClient(client(), context());
    const score = toClientScore(explained);
    expect(Object.values(score.dimensions).filter((value) => value !== null)).toHaveLength(1);
    expect(score.overall).toBeNull();
    expect(score.coverage).toBeGreaterThan(0);
  });

  it('is given from two on', () => {
    const score = toClientScore(scoreClient(client({ assessments: [assessment('brand-trust', 4, 0)] }), context()));
    expect(Object.values(score.dimensions).filter((value) => value !== null)).toHaveLength(2);
    expect(score.overall).not.toBeNull();
  });

  it('is that of one dimension where no other weighs anything', () => {
    const { weights } = context();
    const only = { ...weights, dimensions: { brand: 0, arousal: 0, quality: 1, attraction: 0, continuity: 0 } };
    const score = toClientScore(scoreClient(client(), context({ weights: only })));
    expect(score.overall).not.toBeNull();
  });
});
