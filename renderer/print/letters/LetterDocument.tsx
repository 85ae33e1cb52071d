import { useTranslation } from 'react-i18next';
import type { ContractClient } from '#shared/contract/index.ts';
import type { Logo, Organisation } from '#shared/contract/settings.ts';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { Letterhead } from '../report/Letterhead.tsx';
import '../report.css';
import './letters.css';

export type LetterContent = Awaited<ReturnType<ContractClient['recall']['letterContents']>>[number];

export interface LetterSender {
  readonly organisation: Organisation | null;
  readonly logo: Logo | null;
  /** Who signs; null: nobody said. */
  readonly signedBy: string | null;
}

/** One letter: a recall of what falls due, or a notice that something was found out of tolerance. In the language of the scope. */
export function LetterDocument({ letter, sender }: { readonly letter: LetterContent; readonly sender: LetterSender }) {
  const { t } = useTranslation('letters');
  const format = useFormat();
  const { finding, items } = letter;
  const company = sender.organisation?.name ?? '';
  const values = {
    count: items.length, company, isOwn: items.some(({ instrumentId }) => instrumentId === finding?.instrumentId) ? 'yes' : 'no',
    standard: finding?.standardName ?? '', foundOn: finding === null ? '' : format.day(finding.foundOn, 'long'), certificate: finding?.certificateNumber ?? '',
    hasGood: finding?.goodUntilOn ? 'yes' : 'no', goodUntilOn: finding?.goodUntilOn ? format.day(finding.goodUntilOn, 'long') : '',
  };
  const isRecall = letter.kind === 'recall';
  const key = isRecall ? 'recall' : 'notice';
  const hasAsset = items.some(({ assetNumber, site }) => assetNumber !== null || site !== null);
  const day = (text: string | null): string => (text === null ? t('notKnown') : format.day(text, 'short'));
  return (
    <article className="report letter">
      <Letterhead organisation={sender.organisation} logo={sender.logo} />
      <div className="letter-top">
        <address className="letter-to">
          <bdi>{letter.clientName}</bdi>
          {letter.contact === null ? null : (
            <span>
              <bdi>{letter.contact.name}</bdi>
            </span>
          )}
        </address>
        <p className="letter-day">{format.day(letter.writtenOn, 'long')}</p>
      </div>
      <h1>{t(`${key}.subject`, values)}</h1>
      <p>{letter.contact === null ? t('greeting') : t('greetingTo', { name: letter.contact.name })}</p>
      <p>{t(`${key}.text`, values)}</p>
      <table className="letter-items">
        <thead>
          <tr>
            <th scope="col">{t('column.serial')}</th>
            <th scope="col">{t('column.name')}</th>
            {hasAsset ? <th scope="col">{t('column.asset')}</th> : null}
            <th scope="col" className="report-number">{isRecall ? t('column.last') : t('column.certificate')}</th>
            {isRecall ? <th scope="col" className="report-number">{t('column.due')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.instrumentId}>
              <th scope="row">
                <Isolate>{item.serial}</Isolate>
              </th>
              <td>
                <bdi>{item.name}</bdi>
              </td>
              {hasAsset ? (
                <td>
                  {item.assetNumber === null ? null : <Isolate>{item.assetNumber}</Isolate>} {item.site === null ? null : <bdi>{item.site}</bdi>}
                </td>
              ) : null}
              <td className="report-number">{isRecall ? day(item.lastCalibratedOn) : item.certificateNumber === null ? t('notKnown') : <Isolate>{item.certificateNumber}</Isolate>}</td>
              {isRecall ? <td className="report-number">{day(item.dueOn)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t(`${key}.request`, values)}</p>
      <div className="letter-close">
        <p>{t('close')}</p>
        <p className="letter-sign">
          {sender.signedBy === null ? null : <bdi>{sender.signedBy}</bdi>}
          <bdi>{company}</bdi>
        </p>
      </div>
    </article>
  );
}
