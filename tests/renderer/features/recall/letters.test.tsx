import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { renderApp } from '../../support.tsx';
import { seen } from '../client/support.ts';
import { recallHost, window } from './support.ts';

const grid = (name: string) => screen.findByRole('grid', { name });

describe('recalling what is due', () => {
  test('by the keyboard alone: from the list to letters that were sent and stand in the timeline, and back', async () => {
    const host = await recallHost();
    await host.addDue('OVER', -20);
    await host.addDue('SOON', 10);
    await host.addDue('LATER', 200);
    const { user, router } = renderApp('/recall', host);
    const list = await grid('Calibration recall');
    // The longest overdue first, said in words; what is due far off is not there.
    await waitFor(() => {
      expect(within(list).getAllByRole('row').slice(1).map((row) => /OVER|SOON|LATER/u.exec(row.textContent)?.[0])).toEqual(['OVER', 'SOON']);
    });
    expect(within(list).getAllByRole('row')[1]).toHaveTextContent('Overdue');
    expect(await screen.findByRole('link', { name: /recall/iu, description: '1 instrument overdue' })).toBeInTheDocument();

    screen.getByRole('button', { name: 'Write recall letters' }).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(router.state.location.pathname).toBe('/recall/letters');
    });
    const mark = await screen.findByRole('checkbox', { name: 'Mark the letter to Elbe Tools' });
    mark.focus();
    await user.keyboard(' ');
    screen.getByRole('button', { name: 'Mark as sent…' }).focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: '1 letter sent' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => {
      expect(dialog).not.toBeInTheDocument();
    });
    const words = async () => (await host.call.clients.timeline({ clientId: host.clientId, kinds: ['interaction'], ...window })).entries.map(({ title }) => title);
    expect(await words()).toEqual(['Calibration recall: 2 instruments']);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => {
      expect(await words()).toEqual([]);
    });
  });

  test('letters change their language in the list, are thrown away and come back', async () => {
    const host = await recallHost();
    const id = await host.addDue('OVER', -20);
    const { letters: [letter] } = await host.call.recall.writeLetters({ instrumentIds: [id], filter: null, language: null });
    const { user } = renderApp('/recall/letters', host);
    await user.click(await screen.findByRole('button', { name: /Language of the letter to Elbe Tools/u }));
    await user.click(await screen.findByRole('option', { name: 'Arabic' }));
    const kept = async () => (await host.call.recall.letters({ clientId: null, kind: null, sent: null, ...window })).rows;
    await waitFor(async () => {
      expect((await kept()).map(({ language }) => language)).toEqual(['ar']);
    });
    await user.click(screen.getByRole('checkbox', { name: 'Mark the letter to Elbe Tools' }));
    await user.click(screen.getByRole('button', { name: 'Throw away' }));
    expect(await screen.findByText('No letters here')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => {
      expect((await kept()).map((row) => row.id)).toEqual([letter?.id]);
    });
  });

  test('what was recalled already is said instead of written twice', async () => {
    const host = await recallHost();
    const id = await host.addDue('OVER', -20);
    await host.call.recall.writeLetters({ instrumentIds: [id], filter: null, language: null });
    const { user, router } = renderApp('/recall', host);
    await user.click(await screen.findByRole('button', { name: 'Write recall letters' }));
    expect(await screen.findByText(/1 instrument is recalled already/u)).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/recall');
  });

  test('a due day that cannot be extended to is said, and nothing is half done', async () => {
    const host = await recallHost();
    const [first, second] = [await host.addDue('A', 5), await host.addDue('B', 25)];
    const { user } = renderApp('/recall', host);
    for (const serial of ['A', 'B']) await user.click(await screen.findByRole('checkbox', { name: new RegExp(`\\b${serial}\\b`, 'u') }));
    await user.click(screen.getByRole('button', { name: 'Extend…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Extend 2 due days' });
    await user.click(within(dialog).getByRole('button', { name: 'Extend' }));
    expect(within(dialog).getByText('Choose the day.')).toBeInTheDocument();
    expect(within(dialog).getByText('Say why: it stands on record.')).toBeInTheDocument();
    expect((await host.call.instruments.get({ id: first })).dueState).toBe('due-soon');
    expect((await host.call.instruments.get({ id: second })).dueState).toBe('due-soon');
  });
});

describe('letters on paper', () => {
  const TEXTS = {
    en: ['Your instrument is due for calibration', 'Serial number', 'With kind regards'],
    fa: ['سررسید کالیبراسیون ابزار شما', 'شمارهٔ سریال', 'با سپاس و احترام'],
    ar: ['حان موعد معايرة جهازكم', 'الرقم التسلسلي', 'وتفضلوا بقبول فائق الاحترام'],
    ru: ['Подошёл срок калибровки: 1 прибор', 'Серийный номер', 'С уважением'],
  } as const;

  const YEAR = { en: /[0-9]{4}/u, fa: /[۰-۹]{4}/u, ar: /[٠-٩]{4}/u, ru: /[0-9]{4}/u } as const;

  test('speak each client’s language, in one batch, with its direction and digits; serials as they are', async () => {
    const host = await recallHost();
    const ids: string[] = [];
    for (const language of ['en', 'fa', 'ar', 'ru'] as const) {
      const { id: clientId } = await host.call.clients.create({ name: `Client ${language}`, code: null, countryCode: null, language, timeZone: null, segment: null, preferredChannel: null, rhythmDays: null, ownerStaffId: null, notes: null });
      const instrumentId = await host.addDue(`S-${language}-07`, -5, clientId);
      const { letters } = await host.call.recall.writeLetters({ instrumentIds: [instrumentId], filter: null, language: null });
      ids.push(...letters.map(({ id }) => id));
    }
    const { container } = renderApp(`/print/calibration-letters?${ids.map((id) => `id=${id}`).join('&')}`, host);
    await waitFor(() => {
      expect(container.querySelectorAll('article')).toHaveLength(4);
    });
    const articles = [...container.querySelectorAll('article')];
    for (const [index, language] of (['en', 'fa', 'ar', 'ru'] as const).entries()) {
      const article = articles[index];
      const scope = article?.closest('[lang]');
      expect([scope?.getAttribute('lang'), scope?.getAttribute('dir')]).toEqual([language, language === 'fa' || language === 'ar' ? 'rtl' : 'ltr']);
      const text = seen(article?.textContent ?? '');
      for (const words of [...TEXTS[language], `S-${language}-07`, 'Sanjesh Dena', 'Sara']) expect(text).toContain(words);
      expect(text).toMatch(YEAR[language]);
      expect(text).not.toMatch(/\{|undefined|null/u);
    }
  });
});
