import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { monthAround } from '#renderer/print/due-month.ts';
import { english, persian, renderApp } from '../../support.tsx';
import { recallHost, today } from './support.ts';

describe('the due calendar', () => {
  test('tells the due days in the person’s own calendar; the keyboard goes from day to day and opens one', async () => {
    const host = await recallHost();
    await host.call.settings.setPreferences({ language: 'fa', calendar: 'persian', digits: 'arabext' });
    await host.addDue('TODAY', 0);
    const { user } = renderApp('/recall/calendar', host);
    const calendar = await screen.findByRole('grid');
    const button = await within(calendar).findByRole('button', { name: /۱ سررسید$/u });
    expect(button.querySelector('[data-words="۱ سررسید"]')).toBeInTheDocument();
    const number = Number(new Intl.DateTimeFormat('en-u-ca-persian', { day: 'numeric', timeZone: 'UTC' }).format(new Date(`${today}T00:00:00Z`)));
    expect(button).toHaveTextContent(new Intl.NumberFormat('fa-IR', { useGrouping: false }).format(number));
    button.focus();
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(await screen.findByText('TODAY')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'چاپ' })).toBeInTheDocument();
  });

  test('a day on which nothing falls due says so', async () => {
    const host = await recallHost();
    await host.addDue('SOON', 300);
    const { user } = renderApp('/recall/calendar', host);
    const cell = (await screen.findByRole('grid')).querySelector<HTMLElement>('[data-today]');
    cell?.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Nothing falls due on this day')).toBeInTheDocument();
  });
});

describe('a month on paper', () => {
  test('has whole weeks of the reader’s calendar that begin as the reader’s do', () => {
    const gregorian = monthAround('2026-12-10', english);
    expect([gregorian.firstOn, gregorian.lastOn, gregorian.weeks.length]).toEqual(['2026-12-01', '2026-12-31', 5]);
    expect(gregorian.weeks[0]?.map(({ day }) => day.slice(5))).toEqual(['11-30', '12-01', '12-02', '12-03', '12-04', '12-05', '12-06']);
    const azar = monthAround('2026-12-10', persian);
    expect([azar.firstOn, azar.lastOn]).toEqual(['2026-11-22', '2026-12-21']);
    // Saturday 21 November is the 30th of Aban.
    expect(azar.weeks[0]?.slice(0, 2)).toEqual([{ day: '2026-11-21', number: 30, isInside: false }, { day: '2026-11-22', number: 1, isInside: true }]);
    for (const { weeks } of [gregorian, azar]) for (const week of weeks) expect(week).toHaveLength(7);
    // Esfand has 30 days in the leap year 1403.
    expect(monthAround('2025-03-01', persian).lastOn).toBe('2025-03-20');
  });

  test('lists what falls due in it, counts each day, and tells the rest of a full one', async () => {
    const host = await recallHost();
    for (const serial of ['A-1', 'A-2', 'A-3', 'A-4', 'A-5']) await host.addDue(serial, 0);
    await host.addDue('NEXT-YEAR', 365);
    const { container } = renderApp(`/print/due-calendar?day=${today}&language=en&paper=A4`, host);
    await waitFor(() => {
      expect(container.querySelector('article')).not.toBeNull();
    });
    expect(screen.getByText('5 instruments fall due.')).toBeInTheDocument();
    const box = screen.getByText('5 due').closest('td');
    expect(box).toHaveTextContent('A-1');
    expect(box).toHaveTextContent('and 2 more');
    expect([...container.querySelectorAll('.due-list tbody th')].map((cell) => cell.textContent)).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5']);
  });
});
