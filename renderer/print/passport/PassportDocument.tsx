import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Passport } from '#shared/contract/instruments.ts';
import type { Logo, Organisation } from '#shared/contract/settings.ts';
import { displayLabelCode, displayUnit, labelPayload } from '#shared/domain/calibration/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { QrCode } from '#renderer/instruments/QrCode.tsx';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';
import { Letterhead } from '../report/Letterhead.tsx';
import '../report.css';
import './passport.css';

/** What one sheet holds; what is more is counted, never left out in silence. */
const CERTIFICATES = 10;
const HOLDERS = 5;
const DUES = 8;

const code = (text: string | null): ReactNode => (text === null ? null : <Isolate>{text}</Isolate>);

interface PassportDocumentProps {
  readonly passport: Passport;
  readonly organisation: Organisation | null;
  readonly logo: Logo | null;
  /** ISO calendar day that states are read on. */
  readonly today: string;
}

/** An instrument's whole life on one sheet. */
export function PassportDocument({ passport, organisation, logo, today }: PassportDocumentProps) {
  const { t } = useTranslation('passport');
  const format = useFormat();
  const day = (text: string | null): string => (text === null ? '' : format.day(text));
  const number = (text: string | null): string => (text === null ? '…' : decimalIn(format, text));
  const facts: readonly (readonly [key: string, value: ReactNode])[] = [
    ['manufacturer', passport.manufacturer === null ? null : <bdi>{passport.manufacturer}</bdi>],
    ['model', code(passport.model)],
    ['assetNumber', code(passport.assetNumber)],
    ['order', passport.order === null ? null : code(`${passport.order.orderNumber} / ${passport.order.lineNumber}`)],
    ['shipment', code(passport.shipmentNumber)],
    ['deliveredOn', day(passport.deliveredOn)],
    ['firstUsedOn', day(passport.firstUsedOn)],
    ['status', t(`instruments:status.${passport.status}`)],
  ];
  const issued = passport.certificates.filter(({ state }) => state === 'issued');
  const rest = (all: readonly unknown[], shown: number) => (all.length > shown ? <p className="report-quiet">{t('sheet.more', { count: all.length - shown })}</p> : null);
  return (
    <article className="report passport-sheet">
      <Letterhead organisation={organisation} logo={logo} />
      <header className="passport-head">
        <div>
          <p className="report-kind">{t('sheet.kind')}</p>
          <h1>
            <Isolate>{passport.serial}</Isolate>
          </h1>
          <p className="report-place">
            <bdi>{passport.name}</bdi>
          </p>
          <p>
            {passport.clientName === null ? t('instruments:ownHands') : <bdi>{passport.clientName}</bdi>}
            {passport.site === null ? null : <> · <bdi>{passport.site}</bdi></>}
          </p>
          <p>
            <strong>{t(`instruments:dueState.${passport.dueState}`)}</strong>
            {passport.dueOn === null ? null : <> · {t('due')} {day(passport.dueOn)}</>}
          </p>
        </div>
        <div className="passport-code">
          <QrCode payload={labelPayload(passport.labelCode)} label={t('qr', { code: passport.labelCode })} />
          <Isolate>{displayLabelCode(passport.labelCode)}</Isolate>
        </div>
      </header>
      <dl className="passport-facts">
        {facts.map(([key, value]) =>
          value === null || value === '' ? null : (
            <div key={key}>
              <dt>{t(`fact.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {passport.ranges.length === 0 ? null : (
        <section>
          <h2>{t('ranges')}</h2>
          <table>
            <thead>
              <tr>
                {(['quantity', 'range', 'resolution', 'tolerance'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`range.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {passport.ranges.map((range) => {
                const unit = displayUnit(range.unit);
                return (
                  <tr key={JSON.stringify(range)}>
                    <th scope="row">{range.quantity === null ? '' : <bdi>{range.quantity}</bdi>}</th>
                    <td><bdi dir="ltr">{`${number(range.lower)} – ${number(range.upper)} ${unit}`}</bdi></td>
                    <td>{range.resolution === null ? '' : <bdi dir="ltr">{`${number(range.resolution)} ${unit}`}</bdi>}</td>
                    <td>{range.toleranceLower === null && range.toleranceUpper === null ? '' : <bdi dir="ltr">{`${number(range.toleranceLower)} … ${number(range.toleranceUpper)} ${unit}`}</bdi>}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      <section>
        <h2>{t('certificates')}</h2>
        {issued.length === 0 ? (
          <p>{t('sheet.noCertificates')}</p>
        ) : (
          <table>
            <thead>
              <tr>
                {(['number', 'laboratory', 'on', 'found', 'left'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`sheet.column.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {issued.slice(0, CERTIFICATES).map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Isolate>{row.number}</Isolate>
                    {row.replacedBy === null ? null : <span className="report-tag">{t('replaced', { number: row.replacedBy.number })}</span>}
                  </th>
                  <td><bdi>{row.laboratoryName}</bdi></td>
                  <td>{day(row.calibratedOn)}</td>
                  <td>{row.asFoundVerdict === null ? '' : t(`instruments:verdict.${row.asFoundVerdict}`)}</td>
                  <td>{row.verdict === null ? '' : t(`instruments:verdict.${row.verdict}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {rest(issued, CERTIFICATES)}
      </section>
      <div className="passport-two">
        <section>
          <h2>{t('interval.title')}</h2>
          {passport.interval === null ? null : <p>{t('interval.now', { count: passport.interval.months })} ({t(`interval.from.${passport.interval.from}`)})</p>}
          <ul>
            {passport.dues.slice(0, DUES).map((due) => (
              <li key={due.id}>
                {t('interval.dueOn', { day: day(due.dueOn) })}:{' '}
                {due.doneOn !== null ? t('interval.done', { day: day(due.doneOn) }) : due.closedAs === null ? (due.dueOn < today ? t('sheet.notDone') : t('interval.open')) : t(`interval.closed.${due.closedAs}`)}
                {due.extension === null ? null : <span className="report-quiet"> {t('sheet.extended', { day: day(due.extension.untilOn) })}</span>}
              </li>
            ))}
          </ul>
          {rest(passport.dues, DUES)}
        </section>
        {passport.holders.length === 0 ? null : (
          <section>
            <h2>{t('holders')}</h2>
            <ul>
              {passport.holders.slice(0, HOLDERS).map((holder) => (
                <li key={holder.id}>
                  {holder.clientName === null ? t('instruments:ownHands') : <bdi>{holder.clientName}</bdi>}
                  {holder.site === null ? null : <> · <bdi>{holder.site}</bdi></>}{' '}
                  <span className="report-quiet">
                    {t('holderSpan', {
                      from: holder.fromOn === null ? t('unknownDay') : day(holder.fromOn), hasEnd: holder.untilOn === null ? 'no' : 'yes', until: day(holder.untilOn),
                    })}
                  </span>
                </li>
              ))}
            </ul>
            {rest(passport.holders, HOLDERS)}
          </section>
        )}
      </div>
    </article>
  );
}
