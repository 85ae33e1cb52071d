import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { maximumDccBytes } from '#shared/contract/dcc.ts';
import { Button } from '#renderer/components/Button.tsx';
import { FileDrop } from '#renderer/components/FileDrop.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { ProgressBar } from '#renderer/components/ProgressBar.tsx';
import { DccDropArea } from '#renderer/instruments/DccDropArea.tsx';
import { addToTray, askedLanguages, clearDone, emptyTray, isDone, isOpenQuestion, isUnread, stopReading, useDccTray } from '#renderer/instruments/dcc-tray.ts';
import { isolated } from '#renderer/records/isolate.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import { toast } from '#renderer/state/toasts.ts';
import { FileCard } from './FileCard.tsx';

/** Others can be chosen too: they are answered with what is wrong, instead of being greyed out without a word. */
const ACCEPTED = ['.xml', '.dcc', 'application/xml', 'text/xml'];

const MEBIBYTE = 1024 * 1024;

/** Digital certificates, from the file to the record, one after the other. */
export function DccPage() {
  const { t } = useTranslation('dcc');
  const navigate = useNavigate();
  const { language } = usePreferences();
  const files = useDccTray((state) => state.files);
  const openKey = useDccTray((state) => state.openKey);
  const [nextKey, setNextKey] = useState<string | null>(null);
  const reading = files.find((file) => file.reading.status === 'reading');
  const unread = files.filter(isUnread).length;
  const done = files.filter(isDone).length;
  const open = files.filter(isOpenQuestion).length;
  return (
    <div className="flex w-full max-w-5xl flex-col gap-5 pb-10">
      <DccDropArea />
      <PageHeader
        title={t('title')}
        description={t('lead')}
        parent={
          <LinkButton variant="text" to="/instruments">
            {t('instruments:title')}
          </LinkButton>
        }
      />
      <FileDrop
        label={t('drop.title')}
        description={t('drop.accepts', { size: maximumDccBytes / MEBIBYTE })}
        buttonLabel={t('drop.choose')}
        accept={ACCEPTED}
        onFiles={(chosen) => {
          addToTray(chosen, askedLanguages(language));
        }}
      />
      {reading === undefined ? null : (
        <ProgressBar label={t('progress', { name: isolated(reading.file.name) })} done={files.length - unread} total={files.length} onCancel={stopReading} />
      )}
      {files.length === 0 ? null : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p role="status" className="flex-1 text-ink-2">{t('summary', { total: files.length, open, done })}</p>
          {done === 0 ? null : <Button size="small" onPress={clearDone}>{t('clearDone')}</Button>}
          <Button size="small" variant="quiet" onPress={emptyTray}>{t('clearAll')}</Button>
        </div>
      )}
      {files.map((file) => (
        <FileCard
          key={file.key}
          file={file}
          isOpen={file.key === openKey}
          isNext={file.key === nextKey}
          onTaken={(taken, next) => {
            toast(t('item.takenAs', { number: isolated(taken.number) }));
            setNextKey(next === file.key ? null : next);
            if (next === null) void navigate(`/certificates/${taken.certificateId}`);
          }}
        />
      ))}
    </div>
  );
}
