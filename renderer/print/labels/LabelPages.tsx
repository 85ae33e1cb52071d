import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { labelPayload, labelStock, layOut } from '#shared/domain/calibration/index.ts';
import type { LabelStock } from '#shared/domain/calibration/index.ts';
import type { LabelContent } from '#shared/contract/instruments.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { QrCode } from '#renderer/instruments/QrCode.tsx';
import { paperSizes } from '../paper.ts';
import type { LabelChoice } from './label-choice.ts';
import './labels.css';

interface LabelPagesProps {
  readonly labels: readonly LabelContent[];
  readonly choice: LabelChoice;
  readonly company: string | null;
  /** On screen each label shows its cut. */
  readonly hasOutlines?: boolean;
}

const mm = (length: number): string => `${length}mm`;
const TENTHS = 10;

/** The labels where they stand on their sheets, or one a page for a roll. */
export function LabelPages({ labels, choice, company, hasOutlines = false }: LabelPagesProps) {
  const stock = labelStock(choice.stock);
  const size = stock.paper === null ? { width: stock.width, height: stock.height } : paperSizes[stock.paper];
  const pages = layOut(stock, labels.length, stock.kind === 'roll' ? 0 : choice.firstPlace);
  return (
    <div className="label-pages">
      {pages.map((places) => (
        <div key={places[0]?.index} className="label-page" style={{ inlineSize: mm(size.width), blockSize: mm(size.height) }}>
          {places.map(({ index, x, y }) => {
            const label = labels[index];
            return label ? (
              <div
                key={label.id}
                className={clsx('label-place', hasOutlines && 'label-outline')}
                style={{ left: mm(x + choice.offsetXTenths / TENTHS), top: mm(y + choice.offsetYTenths / TENTHS), inlineSize: mm(stock.width), blockSize: mm(stock.height) }}
              >
                <Label label={label} stock={stock} company={company} hasCalibration={choice.hasCalibration} />
              </div>
            ) : null;
          })}
        </div>
      ))}
    </div>
  );
}

interface LabelProps {
  readonly label: LabelContent;
  readonly stock: LabelStock;
  readonly company: string | null;
  readonly hasCalibration: boolean;
}

/** Below this height only what finds the instrument again has room, millimetres. */
const SMALL = 24;
/** Below this one every line counts: the name has one, and the words are smaller. */
const LOW = 30;
const LARGE = 36;
/** Characters from which a serial is set smaller: it is never cut, and takes its lines from nothing else. */
const LONG_SERIAL = 16;

function Label({ label, stock, company, hasCalibration }: LabelProps) {
  const { t } = useTranslation('labels');
  const format = useFormat();
  const isSmall = stock.height < SMALL;
  const isLong = label.serial.length >= LONG_SERIAL;
  return (
    <div className={clsx('label', isSmall && 'label-small', !isSmall && stock.height < LOW && 'label-low', stock.height >= LARGE && 'label-large', isLong && 'label-long')}>
      <QrCode payload={labelPayload(label.labelCode)} label={t('qr', { code: label.labelCode })} className="label-qr" />
      <div className="label-words">
        <bdi dir="ltr" className="label-serial">{label.serial}</bdi>
        {isSmall ? null : <bdi className="label-name">{label.name}</bdi>}
        {isSmall || !hasCalibration || label.calibratedOn === null ? null : (
          <span className="label-calibrated">
            {t('calibrated', { day: format.day(label.calibratedOn, 'short') })}
            {label.certificateNumber === null ? null : (
              <>
                {' '}
                <bdi dir="ltr">{label.certificateNumber}</bdi>
              </>
            )}
          </span>
        )}
        {label.dueOn === null ? null : <strong className="label-due">{t('due', { day: format.day(label.dueOn, 'short') })}</strong>}
        <span className="label-foot">
          {company === null || isSmall ? null : <bdi className="label-company">{company}</bdi>}
          <bdi dir="ltr" className="label-code">{label.labelCode}</bdi>
        </span>
      </div>
    </div>
  );
}
