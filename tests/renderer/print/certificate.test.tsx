import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { printRoute } from '#shared/contract/desktop.ts';
import type { DocumentContent } from '#shared/contract/certificates.ts';
import { documentLanguages, usualDocumentLocale } from '#shared/i18n/locale.ts';
import { certificateRoute, localeFor, readCertificateChoice } from '#renderer/print/certificate/certificate-choice.ts';
import { documentOf, pointOf } from '#tests/data-host/certificates/support.ts';
import { catalogueOf } from '../../shared/i18n/catalogues.ts';
import { laboratory } from '../features/certificate/support.ts';
import type { Laboratory } from '../features/certificate/support.ts';
import { seen } from '../features/client/support.ts';
import { renderApp } from '../support.tsx';

const id = '01900000-0000-7000-8000-0000000000c1';

async function issued(host: Laboratory, changes: Partial<DocumentContent> = {}): Promise<string> {
  const draft = await host.call.certificates.save({
    id: null, instrumentId: host.instrumentId, calibrationOrderId: null, isOwnLaboratory: true, updatedAt: null, standardInstruments: [],
    document: documentOf({
      laboratory: { name: 'Sanjesh Dena', address: 'Tehran', contact: null, accreditation: { body: 'NACI', number: 'NACI/123', scope: null } }, adjusted: true, adjustmentNote: 'Zero set anew',
      decisionRule: { kind: 'guard-band', outcome: 'binary', factor: '1' }, methodDeviations: 'none', standards: [{ name: 'Gauge blocks', manufacturer: null, model: null, serial: 'GB-11', certificateNumber: 'PTB-5531', dueOn: '2026-05-01' }],
      ...changes,
    }),
    points: [pointOf('0.0412', 'as-found'), { ...pointOf('0.010', 'as-left'), fromExternalProvider: true }],
  });
  return (await host.call.certificates.issue({ id: draft.id, issuedOn: '2026-11-20' })).id;
}

const paper = async (): Promise<string> => seen((await screen.findByRole('article', undefined, { timeout: 20_000 })).textContent);

describe('the printed certificate', () => {
  test('has a route that the printing window takes, and that says how it is written', () => {
    for (const language of documentLanguages) {
      const choice = { ...usualDocumentLocale(language), paper: 'Letter' } as const;
      const route = certificateRoute(id, choice);
      expect(printRoute.safeParse(route).success).toBe(true);
      expect(readCertificateChoice(new URLSearchParams(route.split('?')[1]))).toEqual(choice);
    }
    const own = { language: 'fa', calendar: 'gregory', digits: 'latn' } as const;
    expect(localeFor('fa', own)).toBe(own);
    expect(localeFor('ar', own)).toMatchObject({ digits: 'arab', calendar: 'gregory' });
  });

  test.each(documentLanguages)('says in %s all that the standard asks for, in its order, and no due day', async (language) => {
    const host = await laboratory();
    const certificate = await issued(host);
    const texts = catalogueOf(language);
    const say = (key: string): string => seen(texts.get(`certificatePrint:${key}`) ?? `no ${key}`);
    const { unmount } = renderApp(certificateRoute(certificate, { ...usualDocumentLocale(language), paper: 'A4' }), host);
    const text = await paper();
    expect(document.documentElement).toHaveAttribute('lang', language);
    const parts = [
      say('title'), 'K-2026-0041', say('field.laboratory'), 'Sanjesh Dena', 'NACI/123', say('place.laboratory'), say('field.customer'), 'Ankara Ölçüm', say('field.description'), 'Caliper', 'S-1',
      say('field.receivedOn'), say('field.calibratedOn'), say('field.issuedOn'), say('section.method'), 'DKD-R 4-3', 'Zero set anew', say('section.conditions'), say('section.standards'), 'PTB-5531', say('overdue'), 'SI through PTB',
      say('section.results'), say('stage.as-found'), say('verdict.fail'), say('stage.as-left'), say('verdict.pass'), say('external'), say('section.uncertainty'), say('uncertainty.rounded'), say('section.conformity'), 'DIN 862', say('onlyItem'),
      say('section.authorised'), 'Sara', say('end').replace('{number}', 'K-2026-0041'),
    ];
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      expect(at, `${part} after "${text.slice(Math.max(0, from - 30), from)}"`).toBeGreaterThanOrEqual(0);
      from = at;
    }
    // 0.0412 with U = 0.010, in the document's digits and with its decimal sign.
    expect(text).toContain({ en: '0.041', fa: '۰٫۰۴۱', ar: '٠٫٠٤١', ru: '0,041' }[language]);
    expect(text).toContain({ en: '20 November 2026', fa: '۲۹ آبان ۱۴۰۵', ar: '٢٠ نوفمبر ٢٠٢٦', ru: '20 ноября 2026' }[language]);
    expect(text).not.toContain(say('agreed').slice(0, 12));
    await waitFor(() => { expect(document.adoptedStyleSheets).not.toEqual([]); });
    unmount();
  });

  test('names a due day where the customer agreed to it, and then alone', async () => {
    const host = await laboratory();
    renderApp(certificateRoute(await issued(host, { agreedIntervalMonths: 12 }), { ...usualDocumentLocale('en'), paper: 'A4' }), host);
    expect(await paper()).toContain('Agreed with the customer: recalibration after 12 months, by 10 November 2027.');
  });

  test('says what it amends and why; the one before it says that it is replaced; a draft that it is one', async () => {
    const host = await laboratory();
    const first = await issued(host);
    const { id: amendment } = await host.call.certificates.amend({ id: first, reason: 'Wrong model' });
    const choice = { ...usualDocumentLocale('en'), paper: 'A4' } as const;
    const asDraft = renderApp(certificateRoute(amendment, choice), host);
    expect(await paper()).toContain('Draft. Not issued, not valid.');
    asDraft.unmount();
    await host.call.certificates.issue({ id: amendment, issuedOn: '2026-11-21' });
    const after = renderApp(certificateRoute(amendment, choice), host);
    expect(await paper()).toContain('This certificate replaces certificate K-2026-0041. Reason: Wrong model');
    after.unmount();
    renderApp(certificateRoute(first, choice), host);
    expect(await paper()).toContain('Replaced by certificate K-2026-0041-A1. This one is no longer valid.');
  });

  test('is previewed in the language that it was written in, and in others', async () => {
    const host = await laboratory();
    const { user } = renderApp(`/certificates/${await issued(host, { language: 'ru' })}/print`, host);
    expect(await screen.findByRole('radio', { name: 'Russian' }, { timeout: 20_000 })).toBeChecked();
    const sheets = screen.getByRole('region', { name: 'The certificate on paper' });
    expect(within(sheets).getByText('Калибровочная лаборатория')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Arabic' }));
    expect(within(sheets).getByText('مختبر المعايرة')).toBeInTheDocument();
  });
});
