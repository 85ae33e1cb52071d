import { useTranslation } from 'react-i18next';
import type { DccField, DccTerm, DccValue } from '#shared/domain/calibration/index.ts';
import { displayUnit } from '#shared/domain/calibration/index.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { VerdictPill } from '#renderer/instruments/VerdictPill.tsx';
import { numbered } from '../numbered.ts';
import { useCellWords } from './cell-words.ts';
import { TextOf } from './TextOf.tsx';

const countryCode = /^[A-Z]{2}$/u;
const languageCode = /^[a-z]{2}$/u;
/** Words that the format itself prescribes, and that have a translation therefore. */
const prescribed = new Set(['laboratory', 'customer', 'laboratoryBranch', 'customerBranch', 'other', 'beforeAdjustment', 'afterAdjustment', 'beforeRepair', 'afterRepair', 'amended', 'substituted']);
const withPrescribed = new Set<DccTerm>(['performance-location', 'status', 'amendment']);

/** What a document says as name and value; all lists of a document stand at one edge. */
export function FieldList({ fields }: { readonly fields: readonly DccField[] }) {
  const { t } = useTranslation('dcc');
  return (
    <dl className="grid grid-cols-[minmax(0,11rem)_minmax(0,1fr)] gap-x-5 gap-y-1.5 max-sm:grid-cols-1 max-sm:gap-y-0.5">
      {numbered(fields).map(({ number, part: { label, term, values } }) => (
        <div key={number} className="contents">
          <dt className="text-ink-3">{label?.text ?? t(`term.${term}`)}</dt>
          <dd className="min-w-0 max-sm:mb-2">
            {numbered(values).map(({ number: at, part: value }) => (
              <div key={at}>
                <ValueOf value={value} term={term} />
              </div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ValueOf({ value, term }: { readonly value: DccValue; readonly term: DccTerm }) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  const wordsOf = useCellWords();
  switch (value.kind) {
    case 'day':
      return <time dateTime={value.on}>{format.day(value.on, 'long')}</time>;
    case 'yes-no':
      return value.is ? t('sent.yes') : t('sent.no');
    case 'verdict':
      return <VerdictPill verdict={value.verdict} />;
    case 'identification':
      return (
        <>
          <Isolate>{value.value}</Isolate>
          <span className="ms-2 text-sm text-ink-3">
            {value.name === null ? t(`issuer.${value.issuer}`) : <TextOf text={value.name} />}
          </span>
        </>
      );
    case 'quantity':
      return numbered(value.cells).map(({ number, part: cell }) => (
        <span key={number} className="me-3">
          <Isolate>{`${wordsOf.value(cell)} ${displayUnit(cell.unit ?? value.unit ?? '')}`.trim()}</Isolate>
        </span>
      ));
    case 'plain':
    case 'text': {
      const code = value.kind === 'plain' ? value.text : value.text.language === null ? value.text.text : '';
      if (term === 'country' && countryCode.test(code)) return format.country(code);
      if ((term === 'languages' || term === 'mandatory-languages') && languageCode.test(code)) return format.languageName(code);
      if (withPrescribed.has(term) && prescribed.has(code)) return t(`prescribed.${code}`);
      if (value.kind === 'text') return <TextOf text={value.text} />;
      return <bdi className="whitespace-pre-line [overflow-wrap:anywhere]">{value.text}</bdi>;
    }
    default: {
      const never: never = value;
      return never;
    }
  }
}
