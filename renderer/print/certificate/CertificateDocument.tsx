import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import type { ClientReport } from '#shared/contract/reports.ts';
import { displayUnit, dueDay } from '#shared/domain/calibration/index.ts';
import type { MeasurementPoint } from '#shared/domain/calibration/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { isolated } from '#renderer/records/isolate.ts';
import { Letterhead } from '../report/Letterhead.tsx';
import { Conformity } from './Conformity.tsx';
import { usePrintedDecimal } from './printed-decimal.ts';
import { ResultTables } from './ResultTables.tsx';
import { resultTables } from './result-tables.ts';
import { titleOf } from './title-of.ts';
import { UncertaintyWords } from './UncertaintyWords.tsx';
import '../report.css';
import './certificate.css';

export interface PrintedCertificate extends Pick<ClientReport, 'organisation' | 'logo'> {
  readonly certificate: StoredCertificate;
  readonly points: readonly MeasurementPoint[];
}

interface CertificateDocumentProps extends PrintedCertificate {
  /** Points that are left out here: a preview of a long certificate. */
  readonly leftOut?: number;
}

interface Fact {
  readonly key: string;
  readonly value: ReactNode;
}

const lines = (...texts: readonly (string | null)[]): ReactNode => texts.filter((text): text is string => text !== null && text !== '').map((text) => <span key={text} className="certificate-line"><bdi>{text}</bdi></span>);
const said = (key: string, value: string | null): readonly Fact[] => (value === null || value === '' ? [] : [{ key, value: <bdi>{value}</bdi> }]);
const coded = (key: string, value: string | null): readonly Fact[] => (value === null || value === '' ? [] : [{ key, value: <Isolate>{value}</Isolate> }]);

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const { t } = useTranslation('certificatePrint');
  if (facts.length === 0) return null;
  return (
    <dl className="certificate-facts">
      {facts.map(({ key, value }) => (
        <div key={key}>
          <dt>{t(`field.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * A certificate with all that ISO/IEC 17025:2017 7.8.2.1, 7.8.4, 7.8.6 and 7.8.8 ask for, in the language of the scope around it. What
 * was written into it stays in the language that it was written in. No due day unless the client agreed to one (7.8.4.3).
 */
export function CertificateDocument({ certificate, points, organisation, logo, leftOut = 0 }: CertificateDocumentProps) {
  const { t } = useTranslation('certificatePrint');
  const format = useFormat();
  const decimal = usePrintedDecimal();
  const { document } = certificate;
  const { laboratory, customer, item, performedAt } = document;
  const tables = useMemo(() => resultTables(points, document.decisionRule), [points, document.decisionRule]);
  const isOwn = certificate.isOwnLaboratory && certificate.origin === 'typed';
  const calibrated = document.calibratedFromOn === document.calibratedToOn ? format.day(document.calibratedToOn, 'long') : t('span', { from: format.day(document.calibratedFromOn, 'long'), to: format.day(document.calibratedToOn, 'long') });
  return (
    <article className="report certificate">
      <header className="report-head">
        {isOwn ? <Letterhead organisation={organisation} logo={logo} /> : null}
        {certificate.state === 'draft' ? <p className="certificate-notice">{t('draft')}</p> : null}
        {isOwn ? null : <p className="certificate-notice">{t('transcript', { laboratory: isolated(laboratory.name) })}</p>}
        {certificate.replacedBy === null ? null : <p className="certificate-notice">{t('replacedBy', { number: isolated(certificate.replacedBy.number) })}</p>}
        <h1><bdi>{titleOf(t, document)}</bdi></h1>
        <p className="certificate-number"><Isolate>{document.number}</Isolate></p>
        {document.replacesNumber === null ? null : (
          <p className="certificate-amends">
            {t('replaces', { number: isolated(document.replacesNumber) })} {document.amendmentReason === null ? null : t('reason', { reason: isolated(document.amendmentReason) })}
          </p>
        )}
      </header>
      <div className="certificate-parties">
        <Facts
          facts={[
            { key: 'laboratory', value: lines(laboratory.name, laboratory.address, laboratory.contact) },
            ...(laboratory.accreditation === null ? [] : [{ key: 'accreditation', value: lines(laboratory.accreditation.body, laboratory.accreditation.number, laboratory.accreditation.scope) }]),
            ...said('performedAt', [t(`place.${performedAt.kind}`), performedAt.place].filter((part) => part !== null).join(', ')),
          ]}
        />
        <Facts facts={[{ key: 'customer', value: lines(customer.name, customer.address, customer.contact) }]} />
      </div>
      <div className="certificate-parties">
        <Facts
          facts={[
            ...said('description', item.description), ...said('manufacturer', item.manufacturer), ...coded('model', item.model), ...coded('serial', item.serial),
            ...coded('assetNumber', item.assetNumber), ...said('condition', item.condition),
          ]}
        />
        <Facts
          facts={[
            ...said('receivedOn', document.receivedOn === null ? null : format.day(document.receivedOn, 'long')), ...said('calibratedOn', calibrated),
            ...said('issuedOn', document.issuedOn === null ? null : format.day(document.issuedOn, 'long')),
          ]}
        />
      </div>
      {item.otherIdentifications.length === 0 ? null : (
        <ul className="certificate-ids">
          {item.otherIdentifications.map(({ issuer, name, value }, index) => <li key={`${issuer}-${String(index)}`}><bdi>{name ?? issuer}</bdi>: <Isolate>{value}</Isolate></li>)}
        </ul>
      )}
      <section>
        <h2>{t('section.method')}</h2>
        <Facts facts={[...said('method', document.method), ...said('deviations', document.methodDeviations), ...said('adjustment', document.adjustmentNote)]} />
        {document.conditions.length === 0 ? null : (
          <>
            <h3>{t('section.conditions')}</h3>
            <ul>
              {document.conditions.map(({ name, stage, value, unit, uncertainty, text }, index) => (
                <li key={`${name}-${String(index)}`}>
                  <bdi>{name}</bdi>{stage === null || stage === 'both' ? null : ` (${t(`conditionStage.${stage}`)})`}:{' '}
                  {value === null ? null : <bdi dir="ltr">{`${decimal(value)}${uncertainty === null || uncertainty.kind === 'relative' ? '' : ` ± ${decimal(uncertainty.expanded)}`} ${unit === null ? '' : displayUnit(unit)}`.trim()}</bdi>}{' '}
                  {text === null ? null : <bdi>{text}</bdi>}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section>
        <h2>{t('section.standards')}</h2>
        {document.standards.length === 0 ? null : (
          <table>
            <thead>
              <tr>
                <th scope="col">{t('column.standard')}</th>
                <th scope="col">{t('field.serial')}</th>
                <th scope="col">{t('column.certificate')}</th>
                <th scope="col">{t('column.dueOn')}</th>
              </tr>
            </thead>
            <tbody>
              {document.standards.map((standard, position) => {
                const used = certificate.standardsInUse.find((each) => each.position === position);
                const dueOn = used?.dueOn ?? standard.dueOn;
                return (
                  <tr key={`standard-${String(position)}`}>
                    <th scope="row"><bdi>{[standard.name, standard.manufacturer, standard.model].filter((part, index, all) => part !== null && all.indexOf(part) === index).join(', ')}</bdi></th>
                    <td>{standard.serial === null ? null : <Isolate>{standard.serial}</Isolate>}</td>
                    <td>{standard.certificateNumber === null ? null : <Isolate>{standard.certificateNumber}</Isolate>}</td>
                    <td>{dueOn === null ? null : format.day(dueOn, 'short')}{used?.overdueOnDay === true ? <strong> {t('overdue')}</strong> : null}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        {document.traceability === null ? null : <p><bdi>{document.traceability}</bdi></p>}
      </section>
      <section>
        <h2>{t('section.results')}</h2>
        <ResultTables tables={tables} isJudged={document.decisionRule !== null} />
        {leftOut === 0 ? null : <p className="report-quiet">{t('shortened', { count: leftOut })}</p>}
        {points.some(({ fromExternalProvider }) => fromExternalProvider) ? <p>{t('external')}</p> : null}
      </section>
      <UncertaintyWords points={points} isJudged={document.decisionRule !== null} />
      <Conformity certificate={certificate} points={points} leftOut={leftOut} />
      <section className="certificate-last">
        <h2>{t('section.statements')}</h2>
        {document.statements.map((statement, index) => <p key={`statement-${String(index)}`}><bdi>{statement}</bdi></p>)}
        <p>{t('onlyItem')} {t('inFull')}</p>
        {document.agreedIntervalMonths === null ? null : (
          <p>{t('agreed', { months: t('months', { count: document.agreedIntervalMonths }), day: format.day(dueDay(document.calibratedToOn, document.agreedIntervalMonths), 'long') })}</p>
        )}
        <h3>{t('section.authorised')}</h3>
        <ul className="certificate-signatures">
          {document.signatories.toSorted((one, other) => Number(other.isMain) - Number(one.isMain)).map(({ name, role }) => (
            <li key={`${name}-${role ?? ''}`}>
              <span className="certificate-pen">{t('signature')}</span>
              <bdi className="certificate-signer">{name}</bdi>
              {role === null ? null : <bdi>{role}</bdi>}
            </li>
          ))}
        </ul>
        <p className="certificate-end">— {t('end', { number: isolated(document.number) })} —</p>
      </section>
    </article>
  );
}
