import { useTranslation } from 'react-i18next';
import type { DccItem, DccReport } from '#shared/contract/dcc.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { KeyValueList } from '#renderer/components/KeyValueList.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { numbered } from './numbered.ts';

/** Who issued it, for what, when: enough to know the paper again. */
export function ItemFacts({ item: { certificate: { document } }, report }: { readonly item: DccItem; readonly report: Pick<DccReport, 'schemaVersion' | 'languages'> }) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  const { item, laboratory, customer } = document;
  const day = (on: string) => <time dateTime={on}>{format.day(on, 'long')}</time>;
  const maker = [item.manufacturer, item.model].filter((part) => part !== null);
  return (
    <KeyValueList
      items={[
        {
          key: 'laboratory', label: t('fact.laboratory'),
          value: (
            <>
              <bdi>{laboratory.name}</bdi>
              {laboratory.accreditation === null ? null : <span className="ms-2 text-sm text-ink-3"><Isolate>{laboratory.accreditation.number}</Isolate></span>}
            </>
          ),
        },
        { key: 'item', label: t('fact.item'), value: <bdi>{item.description}</bdi> },
        ...(maker.length === 0 ? [] : [{ key: 'maker', label: t('fact.maker'), value: numbered(maker).map(({ number, part }) => <span key={number}>{number === 0 ? null : ' · '}<bdi>{part}</bdi></span>) }]),
        { key: 'serial', label: t('instruments:field.serial'), value: item.serial === null ? <span className="text-ink-3">{t('fact.noSerial')}</span> : <Isolate>{item.serial}</Isolate> },
        { key: 'customer', label: t('fact.customer'), value: <bdi>{customer.name}</bdi> },
        {
          key: 'calibrated', label: t('fact.calibrated'),
          value: document.calibratedFromOn === document.calibratedToOn ? day(document.calibratedToOn) : <>{day(document.calibratedFromOn)} – {day(document.calibratedToOn)}</>,
        },
        { key: 'issued', label: t('fact.issued'), value: document.issuedOn === null ? <span className="text-ink-3">{t('fact.notSaid')}</span> : day(document.issuedOn) },
        { key: 'number', label: t('fact.number'), value: <Isolate>{document.number}</Isolate> },
        ...(document.statedConformity === null ? [] : [{ key: 'stated', label: t('fact.stated'), value: <VerdictPill verdict={document.statedConformity} /> }]),
        {
          key: 'format', label: t('fact.format'),
          value: t('fact.formatOf', { version: `\u2066DCC ${report.schemaVersion}\u2069`, languages: format.list(report.languages.map((tag) => format.languageName(tag))) }),
        },
      ]}
    />
  );
}
