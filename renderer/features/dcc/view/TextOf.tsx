import { useTranslation } from 'react-i18next';
import type { DccText } from '#shared/domain/calibration/index.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { useDocumentFrame } from './document-frame.ts';

/** Words of the document in their own language and direction; where they are in another one than those around them, that is said. */
export function TextOf({ text: { text, language, isFallback } }: { readonly text: DccText }) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  const { language: expected } = useDocumentFrame();
  const isOdd = isFallback && language !== null && language !== expected;
  return (
    <>
      <bdi {...(language === null ? {} : { lang: language })} className="whitespace-pre-line [overflow-wrap:anywhere]">
        {text}
      </bdi>
      {isOdd ? <span className="ms-1.5 rounded-sm border border-line-strong px-1 text-xs font-normal text-ink-2">{t('sent.in', { language: format.languageName(language) })}</span> : null}
    </>
  );
}
