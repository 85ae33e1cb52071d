import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { RadarChart } from '#renderer/components/RadarChart.tsx';
import type { RadarAxis } from '#renderer/components/RadarChart.tsx';
import { ScoreBar } from '#renderer/components/ScoreBar.tsx';
import { wrapLabel } from '#renderer/components/wrap-label.ts';
import { english, persian, renderIn } from '../support.tsx';

describe('a score', () => {
  test('is read out with its band and coverage', () => {
    renderIn(english, <ScoreBar label="Overall" score={61.4} lower={52.2} upper={70.9} coverage={0.42} />);
    expect(screen.getByRole('img')).toHaveAccessibleName('Overall · 61 of 100; lies between 52 and 71 with 80 % certainty · 42% covered');
  });

  test('that is not known is said to be so, never shown as 0', () => {
    renderIn(english, <ScoreBar score={null} lower={null} upper={null} coverage={0} />);
    expect(screen.getByText('Not enough data')).toBeInTheDocument();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  test('in Persian is in Persian digits', () => {
    renderIn(persian, <ScoreBar score={61.4} lower={52.2} upper={70.9} coverage={0.42} />);
    expect(screen.getByText('۶۱')).toBeInTheDocument();
    expect(screen.getByText('۵۲ تا ۷۱')).toBeInTheDocument();
  });
});

const draw = (list: readonly RadarAxis[]) => <RadarChart title="Five dimensions" axes={list} valueName="This client" referenceName="All clients" />;
const distance = (circle: Element | undefined): number => Math.hypot(Number(circle?.getAttribute('cx')), Number(circle?.getAttribute('cy')));

describe('the radar', () => {
  const axes: readonly RadarAxis[] = [
    { id: 'brand', label: 'Organisational branding', value: 70, lower: 60, upper: 80, reference: 50 },
    { id: 'arousal', label: 'Arousal to interact', value: 40, lower: 30, upper: 55, reference: 50 },
    { id: 'quality', label: 'Interaction quality', value: null, lower: null, upper: null, reference: 45 },
    { id: 'attraction', label: 'Attraction', value: 90, lower: 85, upper: 95, reference: 50 },
    { id: 'continuity', label: 'Continuity', value: 20, lower: 10, upper: 35, reference: 50 },
  ];
  test('says its numbers, and has them as a table', () => {
    renderIn(english, draw(axes));
    expect(screen.getByRole('img', { name: /Organisational branding 70, Arousal to interact 40, Interaction quality Not enough data/u })).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Five dimensions' });
    expect(within(table).getByRole('row', { name: 'Continuity 20 10–35 50' })).toBeInTheDocument();
    expect(within(table).getByRole('row', { name: 'Interaction quality Not enough data Not enough data 45' })).toBeInTheDocument();
  });

  test('draws a point only where there is data, and a closed band only around a whole figure', () => {
    const { container, rerenderIn } = renderIn(english, draw(axes));
    expect(container.querySelectorAll('circle')).toHaveLength(4);
    expect(container.querySelectorAll('path[fill-rule="evenodd"]')).toHaveLength(0);
    rerenderIn(draw(axes.map((axis) => ({ ...axis, value: axis.value ?? 50, lower: axis.lower ?? 40, upper: axis.upper ?? 60 }))));
    expect(container.querySelectorAll('circle')).toHaveLength(5);
    expect(container.querySelectorAll('path[fill-rule="evenodd"]')).toHaveLength(1);
  });

  test('puts every point at its distance from the middle', () => {
    const { container } = renderIn(english, draw(axes));
    const [first, second] = container.querySelectorAll('circle');
    expect(distance(first) / distance(second)).toBeCloseTo(70 / 40, 6);
  });
});

test('labels break at spaces only, and lose nothing', () => {
  expect(wrapLabel('Continuity of interaction and cooperation in B2B', 20)).toEqual(['Continuity of', 'interaction and', 'cooperation in B2B']);
  expect(wrapLabel('Donaudampfschifffahrtsgesellschaft', 20)).toEqual(['Donaudampfschifffahrtsgesellschaft']);
});
