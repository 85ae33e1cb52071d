import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentContent } from '#shared/contract/certificates.ts';
import { displayUnit } from '#shared/domain/calibration/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import type { KeyValue } from '#renderer/components/KeyValueList.tsx';
import { Section } from '#renderer/components/Section.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { ruleIdOf } from '#renderer/instruments/decision-rules.ts';
import { decimalIn } from '#renderer/instruments/typed-decimal.ts';

const text = (value: string | null): ReactNode => (value === null || value === '' ? null : <bdi className="whitespace-pre-line">{value}</bdi>);
const code = (value: string | null): ReactNode => (value === null || value === '' ? null : <Isolate>{value}</Isolate>);

/** Who, what, when, how: in the order of ISO/IEC 17025:2017 7.8.2.1. */
export function CertificateFacts({ document }: { readonly document: DocumentContent }) {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const { laboratory, customer, item, performedAt, decisionRule } = document;
  const fact = (key: string, value: ReactNode): readonly KeyValue[] => (value === null || value === '' ? [] : [{ key, label: t(`field.${key}`), value }]);
  const day = (value: string | null): string | null => (value === null ? null : format.day(value));
  const place = [t(`place.${performedAt.kind}`), performedAt.place].filter((part) => part !== null && part !== '').join(' · ');
  const conditions = document.conditions.map(({ name, value, unit, uncertainty, text: words }) => {
    const number = value === null ? null : `${decimalIn(format, value)}${uncertainty === null ? '' : ` ± ${decimalIn(format, uncertainty.expanded)}`} ${unit === null ? '' : displayUnit(unit)}`.trim();
    return { name, number, words };
  });
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <Section title={t('section.who')}>
        <KeyValueList
          items={[
            ...fact('title', text(document.title)),
            ...fact('laboratory', <><bdi>{laboratory.name}</bdi>{laboratory.address === null ? null : <span className="block text-ink-2"><bdi>{laboratory.address}</bdi></span>}{laboratory.contact === null ? null : <span className="block text-ink-2"><bdi>{laboratory.contact}</bdi></span>}</>),
            ...fact('accreditation', laboratory.accreditation === null ? null : <><bdi>{laboratory.accreditation.body}</bdi> · <Isolate>{laboratory.accreditation.number}</Isolate></>),
            ...fact('customer', <><bdi>{customer.name}</bdi>{customer.address === null ? null : <span className="block text-ink-2"><bdi>{customer.address}</bdi></span>}{customer.contact === null ? null : <span className="block text-ink-2"><bdi>{customer.contact}</bdi></span>}</>),
            ...fact('performedAt', text(place)),
            ...fact('receivedOn', day(document.receivedOn)),
            ...fact('calibratedOn', document.calibratedFromOn === document.calibratedToOn ? day(document.calibratedToOn) : t('view.span', { from: format.day(document.calibratedFromOn), to: format.day(document.calibratedToOn) })),
            ...fact('issuedOn', day(document.issuedOn)),
            ...fact('signatories', document.signatories.length === 0 ? null : <ul>{document.signatories.map(({ name, role, isMain }) => <li key={`${name}-${role ?? ''}`}><bdi className={isMain ? 'font-medium' : undefined}>{name}</bdi>{role === null ? null : <> · <bdi>{role}</bdi></>}</li>)}</ul>),
            ...fact('agreedInterval', document.agreedIntervalMonths === null ? null : t('interval.count', { count: document.agreedIntervalMonths })),
          ]}
        />
      </Section>
      <Section title={t('section.item')}>
        <KeyValueList
          items={[
            ...fact('description', text(item.description)), ...fact('manufacturer', text(item.manufacturer)), ...fact('model', code(item.model)), ...fact('serial', code(item.serial)),
            ...fact('assetNumber', code(item.assetNumber)),
            ...item.otherIdentifications.map(({ issuer, name, value }, index) => ({ key: `id-${String(index)}`, label: name ?? issuer, value: <Isolate>{value}</Isolate> })),
            ...fact('condition', text(item.condition)), ...fact('method', text(document.method)), ...fact('deviations', text(document.methodDeviations)),
            ...fact('conditions', conditions.length === 0 ? null : <ul>{conditions.map(({ name, number, words }, index) => <li key={`${name}-${String(index)}`}><bdi>{name}</bdi>{number === null ? null : <> <bdi dir="ltr" className="tabular-nums">{number}</bdi></>}{words === null ? null : <> · <bdi>{words}</bdi></>}</li>)}</ul>),
            ...fact('traceability', text(document.traceability)), ...fact('specification', text(document.specification)),
            ...fact('decisionRule', decisionRule === null ? t('rule.none') : <>{t(`instruments:rule.${ruleIdOf(decisionRule)}`)}{decisionRule.kind === 'guard-band' ? <> <bdi dir="ltr" className="text-ink-2">{`w = ${decimalIn(format, decisionRule.factor)} U`}</bdi></> : null}</>),
            ...fact('adjustmentNote', text(document.adjustmentNote)), ...fact('statements', text(document.statements.join('\n'))),
          ]}
        />
      </Section>
    </div>
  );
}
