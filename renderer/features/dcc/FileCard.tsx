import { ChevronDown, CircleCheck, CircleDashed, CircleHelp, CircleX, LoaderCircle, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { bringToTop } from '#renderer/components/bring-to-top.ts';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Pill } from '#renderer/components/Pill.tsx';
import type { PillTone } from '#renderer/components/Pill.tsx';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { askedLanguages, isDone, openTrayFile, putAway, readAgain } from '#renderer/instruments/dcc-tray.ts';
import type { DccRefusal, TakenDcc, TrayFile } from '#renderer/instruments/dcc-tray.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { ReadFile } from './ReadFile.tsx';
import { useRefusalWords } from './use-refusal-words.ts';

interface FileCardProps {
  readonly file: TrayFile;
  readonly isOpen: boolean;
  /** Its turn has come: the keyboard and the eye begin here. */
  readonly isNext: boolean;
  readonly onTaken: (taken: TakenDcc, next: string | null) => void;
}

type State = 'waiting' | 'reading' | 'stopped' | 'refused' | 'failed' | 'read' | 'done';
const LOOKS: Readonly<Record<State, { readonly tone: PillTone; readonly icon: ReactNode }>> = {
  waiting: { tone: 'outline', icon: <CircleDashed aria-hidden /> },
  reading: { tone: 'outline', icon: <LoaderCircle aria-hidden className="animate-spin" /> },
  stopped: { tone: 'neutral', icon: <CircleDashed aria-hidden /> },
  refused: { tone: 'danger', icon: <CircleX aria-hidden /> },
  failed: { tone: 'danger', icon: <CircleX aria-hidden /> },
  read: { tone: 'warn', icon: <CircleHelp aria-hidden /> },
  done: { tone: 'accent', icon: <CircleCheck aria-hidden /> },
};

/** One file that was given to be read. */
export function FileCard({ file, isOpen, isNext, onTaken }: FileCardProps) {
  const { t } = useTranslation('dcc');
  const format = useFormat();
  const { language } = usePreferences();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const { key, reading } = file;
  const state: State = isDone(file) ? 'done' : reading.status;
  const document = reading.status === 'read' ? reading.report.certificate.document : null;
  const again = (): void => {
    readAgain(key, askedLanguages(language));
  };
  useEffect(() => {
    if (!isNext) return;
    heading.current?.focus({ preventScroll: true });
    if (heading.current) bringToTop(heading.current);
  }, [isNext]);
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id={id} ref={heading} tabIndex={-1} className="font-semibold [overflow-wrap:anywhere] outline-offset-4">
            <bdi>{file.file.name}</bdi>
          </h2>
          <p className="text-sm text-ink-3">
            {format.fileSize(file.file.size)}
            {document === null ? null : (
              <>
                {' · '}
                <bdi>{document.item.description}</bdi>
                {document.item.serial === null ? null : <> · <bdi dir="ltr">{document.item.serial}</bdi></>}
                {' · '}
                <bdi>{document.laboratory.name}</bdi>
              </>
            )}
          </p>
        </div>
        <Pill tone={LOOKS[state].tone} icon={LOOKS[state].icon}>{t(`file.state.${state}`)}</Pill>
        {reading.status === 'read' ? (
          <AriaButton
            aria-expanded={isOpen}
            aria-describedby={id}
            onPress={() => {
              openTrayFile(isOpen ? null : key);
            }}
            className="inline-flex min-h-8 items-center gap-1 rounded-sm px-1 text-accent"
          >
            {t(isOpen ? 'file.less' : 'file.more')}
            <ChevronDown aria-hidden className={isOpen ? 'size-4 rotate-180' : 'size-4'} />
          </AriaButton>
        ) : null}
        <IconButton
          label={t('file.putAway', { name: file.file.name })}
          icon={<X aria-hidden className="size-4" />}
          onPress={() => {
            putAway(key);
          }}
        />
      </header>
      {reading.status === 'refused' ? <Refused refusal={reading.refusal} /> : null}
      {reading.status === 'failed' ? <Failed error={reading.error} onAgain={again} /> : null}
      {reading.status === 'stopped' ? (
        <div className="border-t border-line px-4 py-3">
          <Button size="small" onPress={again}>{t('file.again')}</Button>
        </div>
      ) : null}
      {reading.status === 'read' && isOpen ? (
        <div className="border-t border-line px-4 py-4">
          <ReadFile file={file} report={reading.report} onTaken={onTaken} onReadAgain={again} />
        </div>
      ) : null}
    </section>
  );
}

function Refused({ refusal }: { readonly refusal: DccRefusal }) {
  const { t } = useTranslation('dcc');
  const { message, remedy } = useRefusalWords()(refusal);
  const detail = refusal.code === 'not-xml' ? refusal.params['detail'] : undefined;
  return (
    <div role="alert" className="border-t border-line px-4 py-3">
      <p className="font-medium text-danger">{message}</p>
      <p>{remedy}</p>
      {typeof detail === 'string' && detail !== '' ? (
        <p className="text-sm text-ink-3">
          {t('refused.detail')} <bdi lang="en" dir="ltr" className="[overflow-wrap:anywhere]">{detail}</bdi>
        </p>
      ) : null}
    </div>
  );
}

function Failed({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const { t } = useTranslation('dcc');
  const errorWords = useErrorWords();
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3">
      <p className="min-w-0 flex-1 text-danger">{errorWords(error)}</p>
      <Button size="small" onPress={onAgain}>{t('file.again')}</Button>
    </div>
  );
}
