import { describe, expect, it } from 'vitest';
import { dimensionOfIndicator, dimensions, indicatorById, indicators, themes } from '#shared/domain/model/index.ts';
import { surveyConsentParts, surveyQuestions, surveyScales } from '#shared/domain/survey/index.ts';

describe('the questionnaire', () => {
  it('asks at most sixteen questions, each once, and only what a client can judge of its own case', () => {
    expect(surveyQuestions.length).toBeGreaterThan(0);
    expect(surveyQuestions.length).toBeLessThanOrEqual(16);
    expect(new Set(surveyQuestions.map(({ indicatorId }) => indicatorId)).size).toBe(surveyQuestions.length);
    expect(surveyQuestions.filter(({ indicatorId }) => indicatorById(indicatorId).subject !== 'client')).toEqual([]);
  });

  it('touches every theme that a client can judge, and so every dimension', () => {
    const judged = new Set(indicators.filter(({ subject }) => subject === 'client').map(({ theme }) => theme));
    const asked = new Set(surveyQuestions.map(({ indicatorId }) => indicatorById(indicatorId).theme));
    expect(asked).toEqual(judged);
    // Care for society and nature is the exporter's own matter: no client sees it.
    expect(themes.filter(({ id }) => !asked.has(id)).map(({ id }) => id)).toEqual(['brand-community']);
  });

  it('walks the chain from the first dimension to the last, so that sections never come twice', () => {
    const sections = surveyQuestions.map(({ indicatorId }) => dimensions.findIndex(({ id }) => id === dimensionOfIndicator(indicatorId)));
    expect(sections).toEqual(sections.toSorted((left, right) => left - right));
  });

  it('asks for perceived usefulness on seven points, for the rest on five', () => {
    expect(surveyScales).toEqual({ agreement5: { points: 5 }, agreement7: { points: 7 } });
    expect(surveyQuestions.filter(({ scale }) => scale === 'agreement7').map(({ indicatorId }) => indicatorId)).toEqual(['perceived-usefulness']);
  });

  it('tells who asks for what before it asks', () => {
    expect(surveyConsentParts).toEqual(['purpose', 'kept', 'use', 'withdraw', 'contact']);
  });
});
