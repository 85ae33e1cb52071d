import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { surveyConsentVersion, surveyQuestions } from '#shared/domain/survey/index.ts';
import { localToday } from '#renderer/state/today.ts';
import { renderApp } from '../../support.tsx';
import { createClient, seen, setUpHost } from '../client/support.ts';
import { askedHost } from './support.ts';
import type { Asked } from './support.ts';

beforeEach(() => {
  sessionStorage.clear();
});

const answered = (host: Asked, changes: object = {}) =>
  host.call.surveys.submit({
    clientId: host.clientId, contactId: host.contactId, language: 'ru', mode: 'stand', consent: { accepted: true, wordingVersion: surveyConsentVersion, at: '2026-03-02T08:15:00.000Z' },
    answers: [{ indicatorId: 'brand-trust', answer: 2 }, { indicatorId: 'perceived-usefulness', answer: 6 }, { indicatorId: 'satisfaction', answer: null }], ...changes,
  });

const rows = () => screen.getAllByRole('row').slice(1);

describe('the surveys of a client', () => {
  test('are listed with who, how and the consent; answers are read in the reader’s own language', async () => {
    const host = await askedHost();
    await answered(host);
    await answered(host, { mode: 'paper', contactId: null, language: 'fa', answeredOn: '2026-02-01', consent: { accepted: true, wordingVersion: surveyConsentVersion, at: '2026-02-01T10:00:00.000Z' } });
    const { user } = renderApp(`/clients/${host.clientId}/surveys`, host);
    await screen.findByRole('table');
    const [stand, paper] = rows();
    if (!stand || !paper) throw new Error('There are not two surveys');
    expect(stand).toHaveTextContent(/2 Mar 2026.*Jana Vogt.*at the stand.*Russian, 2 Mar 2026.*:15.*Wording survey-consent-1.*2 of 16.*Sara/u);
    // A sheet has a day, and no time that nobody wrote on it.
    expect(paper).toHaveTextContent(/1 Feb 2026.*not named.*on paper.*Persian, 1 Feb 2026Wording/u);
    await user.click(within(stand).getByRole('button', { name: 'Show the answers of 2 Mar 2026' }));
    const dialog = await screen.findByRole('dialog', { name: 'Answers of 2 Mar 2026' });
    expect(within(dialog).getByRole('row', { name: /We use their measuring tools without checking/u })).toHaveTextContent('2 Disagree');
    expect(within(dialog).getByRole('row', { name: /Working with this company is useful/u })).toHaveTextContent('6 Agree');
    expect(within(dialog).getByRole('row', { name: /Overall, we are satisfied/u })).toHaveTextContent('Left out');
  });

  test('a consent is withdrawn after a question, for good; a survey entered by mistake goes to the bin and comes back', async () => {
    const host = await askedHost();
    await answered(host);
    const { user } = renderApp(`/clients/${host.clientId}/surveys`, host);
    await user.click(await screen.findByRole('button', { name: /^Move the survey/u }));
    expect(await screen.findByText('Not asked yet')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await user.click(await screen.findByRole('button', { name: /^Withdraw the consent/u }));
    const question = await screen.findByRole('alertdialog', { name: 'Withdraw this consent?' });
    await user.click(within(question).getByRole('button', { name: 'Cancel' }));
    expect((await host.call.surveys.list({ clientId: host.clientId }))[0]?.answers).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: /^Withdraw the consent/u }));
    await user.click(await screen.findByRole('button', { name: 'Delete the answers' }));
    expect(await screen.findByText(/^Withdrawn on/u)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Show the answers/u })).not.toBeInTheDocument();
    expect((await host.call.surveys.list({ clientId: host.clientId }))[0]).toMatchObject({ answers: [] });
  });

  test('nobody is asked while the consent cannot name whom to turn to', async () => {
    const host = await setUpHost();
    const { id } = await createClient(host.call);
    renderApp(`/clients/${id}/surveys`, host);
    expect(await screen.findByText('Say first how your company can be reached')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'To the settings' })).toHaveAttribute('href', '/settings');
    expect(screen.queryByRole('button', { name: 'Lock and hand over' })).not.toBeInTheDocument();
  });

  test('begin in the language of the client’s first person', async () => {
    const host = await askedHost();
    await host.call.clients.saveContact({ clientId: host.clientId, id: host.contactId, name: 'Jana Vogt', role: null, email: null, phone: null, language: 'ar-EG', isPrimary: true, notes: null });
    renderApp(`/clients/${host.clientId}/surveys`, host);
    expect(await screen.findByRole('radio', { name: 'العربية' })).toBeChecked();
  });
});

describe('a sheet that came back', () => {
  test('is typed in by keys alone, a digit a line in any script, and kept with the day on it', async () => {
    const host = await askedHost();
    const { user, router } = renderApp(`/clients/${host.clientId}/surveys/enter?language=fa&contact=${host.contactId}`, host);
    const fields = await screen.findAllByRole('textbox');
    expect(fields).toHaveLength(surveyQuestions.length);
    expect(fields[0]).toHaveFocus();
    // Seven is on the scale of the tenth line alone.
    await user.keyboard('7');
    expect(screen.getByText('1 to 5')).toBeInTheDocument();
    expect(fields[0]).toHaveFocus();
    await user.keyboard('۴٢3 {Enter}');
    expect(fields[5]).toHaveFocus();
    await user.keyboard('{ArrowUp}{ArrowUp}5');
    for (const digit of '51234') await user.keyboard(digit);
    await user.keyboard('7');
    expect(fields[9]).toHaveValue('7');
    expect(screen.getByText('Strongly agree', { selector: '#means-perceived-usefulness' })).toBeInTheDocument();
    await user.keyboard('12345');
    await user.keyboard('{Backspace}{Enter}');
    const save = screen.getByRole('button', { name: 'Save' });
    expect(save).toHaveFocus();
    await user.keyboard('{Enter}');
    // Without the signature nothing is kept.
    expect(await screen.findByText('Without a signed consent nothing may be kept.')).toBeInTheDocument();
    expect(await host.call.surveys.list({ clientId: host.clientId })).toEqual([]);
    screen.getByRole('checkbox').focus();
    await user.keyboard(' ');
    save.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(router.state.location.pathname).toBe(`/clients/${host.clientId}/surveys`);
    });
    const [survey] = await host.call.surveys.list({ clientId: host.clientId });
    expect(survey).toMatchObject({ mode: 'paper', language: 'fa', contactId: host.contactId, answeredOn: localToday(), consent: { wordingVersion: surveyConsentVersion, language: 'fa' } });
    const given = new Map(survey?.answers.map(({ indicatorId, answer }) => [indicatorId, answer]));
    expect(surveyQuestions.map(({ indicatorId }) => given.get(indicatorId) ?? null)).toEqual([4, 2, 3, 5, 5, 1, 2, 3, 4, 7, 1, 2, 3, 4, 5, null]);
  });

  test('keeps what was typed when the page is left and come back to', async () => {
    const host = await askedHost();
    const { user, router } = renderApp(`/clients/${host.clientId}/surveys/enter?language=en`, host);
    await screen.findAllByRole('textbox');
    await user.keyboard('45');
    await router.navigate(`/clients/${host.clientId}/surveys`);
    await screen.findByText('Ask for answers');
    await router.navigate(`/clients/${host.clientId}/surveys/enter?language=en`);
    const fields = await screen.findAllByRole('textbox');
    expect(fields.slice(0, 3).map((field) => (field instanceof HTMLInputElement ? field.value : null))).toEqual(['4', '5', '']);
    expect(seen(document.body.textContent)).toContain('2 of 16 answered');
  });
});
