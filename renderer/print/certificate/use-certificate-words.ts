import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredCertificate } from '#shared/contract/certificates.ts';
import { isolated } from '#renderer/records/isolate.ts';
import type { RunningWords } from '../paper.ts';
import { pageWords } from '../use-running-words.ts';
import { titleOf } from './title-of.ts';

/** Every page says of which certificate it is a part (7.8.2.1 d). */
export function useCertificateWords({ document }: StoredCertificate): RunningWords {
  const { t } = useTranslation('certificatePrint');
  const { number, item, laboratory } = document;
  const title = titleOf(t, document);
  return useMemo(
    () => ({
      headerStart: isolated(title), headerEnd: isolated(item.serial ?? item.description), footerStart: `${isolated(number)} · ${isolated(laboratory.name)}`,
      pageOf: pageWords((pages) => t('page', pages)),
    }),
    [t, title, number, item, laboratory],
  );
}
