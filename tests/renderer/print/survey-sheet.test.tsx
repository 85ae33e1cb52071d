import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { printRoute } from '#shared/contract/desktop.ts';
import { surveyConsentParts, surveyQuestions } from '#shared/domain/survey/index.ts';
import { directionOf, documentLanguages } from '#shared/i18n/locale.ts';
import { readSurveyChoice, surveyRoute } from '#renderer/print/survey-route.ts';
import { catalogueOf } from '../../shared/i18n/catalogues.ts';
import { seen } from '../features/client/support.ts';
import { askedHost } from '../features/survey/support.ts';
import { renderApp } from '../support.tsx';

const clientId = '01900000-0000-7000-8000-0000000000c1';
const contactId = '01900000-0000-7000-8000-0000000000c2';
const digits = { en: '16', fa: '۱۶', ar: '١٦', ru: '16' } as const;

describe('the sheet of the survey', () => {
  test('has a route that the printing window takes, and that says who, in which language and on what', () => {
    for (const choice of [{ clientId, contactId, language: 'ar', paper: 'Letter' }, { clientId, contactId: null, language: 'ru', paper: 'A4' }] as const) {
      const route = surveyRoute(choice);
      expect(printRoute.safeParse(route).success).toBe(true);
      const [path = '', query] = route.split('?');
      expect(readSurveyChoice(path.slice('/print/survey/'.length), new URLSearchParams(query))).toEqual(choice);
    }
  });

  test.each(documentLanguages)('in %s has the consent, every statement with its boxes in its digits, and the lines to fill in', async (language) => {
    const host = await askedHost();
    const texts = catalogueOf(language);
    const say = (key: string): string => (texts.get(`survey:${key}`) ?? `no ${key}`).replaceAll('{company}', 'Sanjesh Dena').replaceAll('{contact}', 'info@dena.example');
    const { unmount } = renderApp(surveyRoute({ clientId: host.clientId, contactId: host.contactId, language, paper: 'A4' }), host);
    expect(seen((await screen.findByRole('heading', { level: 1 })).textContent)).toBe(seen(say('title')));
    expect(document.documentElement).toHaveAttribute('dir', directionOf(language));
    expect(document.documentElement).toHaveAttribute('lang', language);
    const paper = seen(screen.getByRole('article').textContent);
    for (const part of surveyConsentParts) expect(paper).toContain(seen(say(`consent.${part}`)));
    for (const text of ['consent.agree', 'print.signature', 'print.date', 'print.officeUse']) expect(paper).toContain(seen(say(text)));
    expect(paper).toContain('Rheintal Werkzeug');
    expect(paper).toContain('Jana Vogt');
    for (const { indicatorId } of surveyQuestions) expect(screen.getByRole('rowheader', { name: seen(say(`question.${indicatorId}`)) })).toBeInTheDocument();
    const seven = screen.getByRole('rowheader', { name: say('question.perceived-usefulness') }).closest('tr');
    const five = screen.getByRole('rowheader', { name: say('question.brand-trust') }).closest('tr');
    if (!seven || !five) throw new Error('A statement stands outside its row');
    expect(within(seven).getAllByRole('listitem').map((item) => item.textContent.slice(1))).toEqual([1, 2, 3, 4, 5, 6, 7].map((point) => say(`scale.agreement7.${point}`)));
    expect(five.querySelectorAll('.survey-box')).toHaveLength(5);
    expect(paper).toContain(digits[language]);
    await waitFor(() => {
      expect(document.adoptedStyleSheets).not.toEqual([]);
    });
    unmount();
    expect(document.documentElement).not.toHaveAttribute('data-paper');
  });
});
