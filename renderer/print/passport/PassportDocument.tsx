import { clsx } from 'clsx';
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
const RANGES = 4;
const CERTIFICATES = 10;
const HOLDERS = 5;
const DUES = 8;
/** Lines beyond which they are set closer: Letter is the shorter sheet, and Persian the taller script. */
const WIDE_LINES = 16;

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
  const [ranges, certificates] = [passport.ranges.slice(0, RANGES), issued.slice(0, CERTIFICATES)];
  const [dues, holders] = [passport.dues.slice(0, DUES), passport.holders.slice(0, HOLDERS)];
  // A holder with a site often takes two lines of its half of the sheet.
  const lines = ranges.length + certificates.length + Math.max(dues.length, 2 * holders.length);
  const stateOf = ({ doneOn, closedAs, dueOn, extension }: Passport['dues'][number]): string => {
    if (doneOn !== null) return t('interval.done', { day: day(doneOn) });
    if (closedAs !== null) return t(`interval.closed.${closedAs}`);
    return (extension?.untilOn ?? dueOn) < today ? t('sheet.notDone') : t('interval.open');
  };
  const rest = (all: readonly unknown[], shown: number) => (all.length > shown ? <span className="report-quiet">{t('sheet.more', { count: all.length - shown })}</span> : null);
  return (
    <article className={clsx('report passport-sheet', lines > WIDE_LINES && 'passport-dense')}>
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
          {passport.description === null || passport.description === passport.name ? null : (
            <p>
              <bdi>{passport.description}</bdi>
            </p>
          )}
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
      {ranges.length === 0 ? null : (
        <section>
          <h2>{t('ranges')} {rest(passport.ranges, RANGES)}</h2>
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
              {ranges.map((range) => {
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
        <h2>{t('certificates')} {rest(issued, CERTIFICATES)}</h2>
        {certificates.length === 0 ? (
          <p>{t('sheet.noCertificates')}</p>
        ) : (
          <table className="passport-certificates">
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
              {certificates.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <span className="passport-number"><Isolate>{row.number}</Isolate></span>
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
      </section>
      <div className="passport-two">
        <section>
          <h2>{t('interval.title')} {rest(passport.dues, DUES)}</h2>
          {passport.interval === null ? null : <p>{t('interval.now', { count: passport.interval.months })} ({t(`interval.from.${passport.interval.from}`)})</p>}
          <ul>
            {dues.map((due) => (
              <li key={due.id}>
                {t('interval.dueOn', { day: day(due.dueOn) })}: {stateOf(due)}
                {due.extension === null ? null : <span className="report-quiet"> {t('sheet.extended', { day: day(due.extension.untilOn) })}</span>}
              </li>
            ))}
          </ul>
        </section>
        {holders.length === 0 ? null : (
          <section>
            <h2>{t('holders')} {rest(passport.holders, HOLDERS)}</h2>
            <ul>
              {holders.map((holder) => (
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
          </section>
        )}
      </div>
    </article>
  );
}
