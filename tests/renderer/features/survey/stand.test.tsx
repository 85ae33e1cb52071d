import { cleanup, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { surveyConsentVersion, surveyQuestions } from '#shared/domain/survey/index.ts';
import { hostFailed, hostWentDown } from '#renderer/connection.ts';
import { toast } from '#renderer/state/toasts.ts';
import { attachHost, renderApp } from '../../support.tsx';
import { seen } from '../client/support.ts';
import { askedHost, shownNumber } from './support.ts';
import type { Asked } from './support.ts';

beforeEach(() => {
  sessionStorage.clear();
});

const heading = () => screen.getByRole('heading', { level: 1 });
const isAt = async (text: string): Promise<void> => {
  await waitFor(() => {
    expect(seen(heading().textContent)).toBe(text);
  });
};

/** From the client's page of surveys to the consent, in a language. */
async function handOver(host: Asked, language: string) {
  const view = renderApp(`/clients/${host.clientId}/surveys`, host);
  await view.user.click(await screen.findByRole('radio', { name: language }));
  const number = await shownNumber();
  await view.user.click(screen.getByRole('button', { name: 'Lock and hand over' }));
  await waitFor(() => {
    expect(view.router.state.location.pathname).toBe(`/survey/${host.clientId}`);
  });
  return { ...view, number };
}

async function agree({ user }: Awaited<ReturnType<typeof handOver>>, begin: string): Promise<void> {
  await user.click(await screen.findByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: begin }));
}

describe('a survey at the stand', () => {
  test('in Arabic, from the client’s menu to the thanks: consent first, digits of the language, seven points, back and left out', async () => {
    const host = await askedHost();
    const view = renderApp(`/clients/${host.clientId}`, host);
    await view.user.click(await screen.findByRole('button', { name: 'More' }));
    await view.user.click(await screen.findByRole('menuitem', { name: 'Client survey' }));
    await view.user.click(await screen.findByRole('radio', { name: 'العربية' }));
    toast('Elbe Tools is in the bin');
    await view.user.click(screen.getByRole('button', { name: 'Lock and hand over' }));

    await isAt('كيف ترون التعامل مع شركة Sanjesh Dena؟');
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
    expect(document.documentElement).toHaveAttribute('lang', 'ar');
    const shown = seen(document.body.textContent);
    expect(shown).toContain('١٦ عبارة');
    expect(shown).toContain('info@dena.example');
    // Nothing of the app and nobody's data: not even the client's own name, and no message about another one.
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    expect(shown).not.toMatch(/Rheintal|Jana|Elbe/u);
    expect(screen.getByRole('button', { name: 'بدء' })).toBeDisabled();
    await view.user.click(screen.getByRole('checkbox'));
    await view.user.click(screen.getByRole('button', { name: 'بدء' }));

    await isAt('عندما نحتاج إلى أدوات قياس، نتوجه إلى هذه الشركة أولًا.');
    expect(screen.getByText('١ من ١٦')).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /وافق|محايد/u })).toHaveLength(5);
    await view.user.keyboard('٤');
    await isAt('نستخدم أدوات القياس التي يوردونها دون أن نفحصها بأنفسنا من جديد.');
    // Six is no point of this scale; zero leaves out.
    await view.user.keyboard('6');
    await view.user.keyboard('0');
    await isAt('هم خبراء في تقنيات القياس.');
    // In this direction the right arrow goes back.
    await view.user.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('button', { name: 'أوافق', pressed: true })).toBeInTheDocument();
    await view.user.keyboard('5{ArrowLeft}');
    for (const digit of '2345123') await view.user.keyboard(digit);
    await isAt('التعامل مع هذه الشركة مفيد لعملنا.');
    expect(screen.getAllByRole('button', { name: /وافق|محايد/u })).toHaveLength(7);
    await view.user.keyboard('٧');
    for (const digit of '123451') await view.user.keyboard(digit);
    await isAt('كانت هذه آخر عبارة');
    expect(await host.call.surveys.list({ clientId: host.clientId })).toEqual([]);
    await view.user.click(screen.getByRole('button', { name: 'إنهاء' }));
    await isAt('شكرًا لكم!');

    const [survey] = await host.call.surveys.list({ clientId: host.clientId });
    expect(survey).toMatchObject({ language: 'ar', mode: 'stand', contactId: host.contactId, contactName: 'Jana Vogt', enteredBy: 'Sara', consent: { wordingVersion: surveyConsentVersion, language: 'ar' } });
    expect(survey?.answers.map(({ answer }) => answer)).toEqual([5, 2, 3, 4, 5, 1, 2, 3, 7, 1, 2, 3, 4, 5, 1]);
    expect(survey?.answers.map(({ indicatorId }) => indicatorId)).toEqual(surveyQuestions.map(({ indicatorId }) => indicatorId).filter((id) => id !== 'brand-trust'));
    expect(await host.call.surveys.draft({ clientId: host.clientId })).toBeNull();
  });

  test('that the client declines keeps nothing and says so', async () => {
    const host = await askedHost();
    const view = await handOver(host, 'Русский');
    await isAt('Как вы оцениваете работу с компанией «Sanjesh Dena»?');
    await view.user.click(screen.getByRole('button', { name: 'Нет, спасибо' }));
    await isAt('Ничего не сохранено. Спасибо за уделённое время.');
    expect(await host.call.surveys.list({ clientId: host.clientId })).toEqual([]);
    expect(await host.call.surveys.draft({ clientId: host.clientId })).toBeNull();
  });

  test('that the client stops keeps nothing, not even what was answered', async () => {
    const host = await askedHost();
    const view = await handOver(host, 'English');
    await agree(view, 'Begin');
    await screen.findByText('1 of 16');
    await view.user.keyboard('45');
    await waitFor(async () => {
      expect((await host.call.surveys.draft({ clientId: host.clientId }))?.answers).toHaveLength(2);
    });
    await view.user.click(screen.getByRole('button', { name: 'Stop' }));
    await view.user.click(await screen.findByRole('button', { name: 'Go on' }));
    await screen.findByText('3 of 16');
    await view.user.click(screen.getByRole('button', { name: 'Stop' }));
    await view.user.click(await screen.findByRole('button', { name: 'Stop, keep nothing' }));
    await isAt('Nothing was kept. Thank you for your time.');
    expect(await host.call.surveys.draft({ clientId: host.clientId })).toBeNull();
  });

  test('cannot be left without the number; with it, in any digits, the app is back and the survey can go on', async () => {
    const host = await askedHost();
    const view = await handOver(host, 'فارسی');
    await agree(view, 'آغاز');
    await screen.findByText('۱ از ۱۶');
    await view.user.keyboard('۳');
    await screen.findByText('۲ از ۱۶');
    await view.router.navigate('/clients');
    await view.router.navigate(-1);
    expect(view.router.state.location.pathname).toBe(`/survey/${host.clientId}`);
    // Nor does an address that is typed into a browser.
    cleanup();
    const typed = renderApp('/clients', host);
    expect(await screen.findByText('۲ از ۱۶')).toBeInTheDocument();
    expect(typed.router.state.location.pathname).toBe(`/survey/${host.clientId}`);
    await view.user.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();

    await view.user.click(screen.getByRole('button', { name: 'برای همکار ما' }));
    const field = await screen.findByRole('textbox', { name: /Number shown before handing over/u });
    await view.user.type(field, `${view.number === '0000' ? '1111' : '0000'}{Enter}`);
    expect(await screen.findByText('That is not the number.')).toBeInTheDocument();
    await view.user.clear(field);
    const persian = view.number.replaceAll(/\d/gu, (digit) => String.fromCodePoint(0x06f0 + Number(digit)));
    await view.user.type(field, `${persian}{Enter}`);
    expect(await screen.findByText('A survey was interrupted')).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('lang', 'en');
    expect(screen.getByText(/1 statement is answered, in Persian/u)).toBeInTheDocument();

    await view.user.click(screen.getByRole('button', { name: 'Go on' }));
    await shownNumber();
    await view.user.click(await screen.findByRole('button', { name: 'Lock and go on' }));
    expect(await screen.findByText('۲ از ۱۶')).toBeInTheDocument();
  });

  test('that crashed goes on at the same statement, locked; after a new start the app is not locked and nothing is lost', async () => {
    const host = await askedHost();
    const view = await handOver(host, 'English');
    await agree(view, 'Begin');
    await screen.findByText('1 of 16');
    await view.user.keyboard('123');
    await screen.findByText('4 of 16');
    await waitFor(async () => {
      expect((await host.call.surveys.draft({ clientId: host.clientId }))?.place).toBe(3);
    });
    cleanup();
    const again = renderApp(`/survey/${host.clientId}?language=en`, host);
    await screen.findByText('4 of 16');
    await again.user.keyboard('{ArrowLeft}');
    expect(await screen.findByRole('button', { name: 'Neither agree nor disagree', pressed: true })).toBeInTheDocument();

    cleanup();
    sessionStorage.clear();
    const later = renderApp(`/survey/${host.clientId}?language=en`, host);
    expect(await screen.findByText('A survey was interrupted')).toBeInTheDocument();
    expect(later.router.state.location.pathname).toBe(`/clients/${host.clientId}/surveys`);
    await later.user.click(screen.getByRole('button', { name: 'Discard the answers' }));
    await waitFor(() => {
      expect(screen.queryByText('A survey was interrupted')).not.toBeInTheDocument();
    });
    expect(await host.call.surveys.draft({ clientId: host.clientId })).toBeNull();
  });

  test('that cannot be saved says so, loses nothing, and is saved when it can be', async () => {
    const host = await askedHost();
    const view = await handOver(host, 'English');
    await agree(view, 'Begin');
    await screen.findByText('1 of 16');
    hostWentDown();
    hostFailed();
    await view.user.keyboard('5');
    expect(await screen.findByText('Not saved yet. You can go on.')).toBeInTheDocument();
    for (let line = 2; line <= surveyQuestions.length; line += 1) await view.user.keyboard('4');
    await isAt('That was the last statement');
    await view.user.click(screen.getByRole('button', { name: 'Finish' }));
    await isAt('Your answers could not be saved yet');
    attachHost(host);
    await view.user.click(screen.getByRole('button', { name: 'Try again' }));
    await isAt('Thank you!');
    const [survey] = await host.call.surveys.list({ clientId: host.clientId });
    expect(survey?.answers.map(({ answer }) => answer)).toEqual([5, ...Array.from({ length: 15 }, () => 4)]);
  });

  test('answered nowhere cannot be handed in', async () => {
    const host = await askedHost();
    const view = await handOver(host, 'English');
    await agree(view, 'Begin');
    await screen.findByText('1 of 16');
    for (let line = 1; line <= surveyQuestions.length; line += 1) await view.user.keyboard('0');
    expect(await screen.findByText('You have not answered any statement yet.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Finish' })).not.toBeInTheDocument();
  });
});
