import { useMutation } from '@tanstack/react-query';
import { Camera as CameraIcon, CameraOff, Plus, ScanLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '#renderer/api.ts';
import { Button } from '#renderer/components/Button.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { ErrorState, useErrorWords } from '#renderer/components/ErrorState.tsx';
import { FileDrop } from '#renderer/components/FileDrop.tsx';
import { Isolate } from '#renderer/components/Isolate.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PageHeader } from '#renderer/components/PageHeader.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { toast } from '#renderer/state/toasts.ts';
import { Camera } from './Camera.tsx';
import { FoundList } from './FoundList.tsx';
import { readPhoto } from './read-code.ts';

/** A serial number that a person can use; what is longer was never one. */
const LONGEST_SERIAL = 100;

/** Finds an instrument by what a hand scanner types, the camera sees, a photograph shows or a person knows of it. */
export function ScanPage() {
  const { t } = useTranslation('scan');
  const navigate = useNavigate();
  const errorWords = useErrorWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isWatching, setIsWatching] = useState(false);
  const find = useMutation({
    mutationFn: async (read: string) => ({ read, found: await api.instruments.find({ text: read }) }),
    onSuccess: ({ found }) => {
      const [only] = found;
      if (only && found.length === 1) void navigate(`/instruments/${only.id}`);
      // The next scan takes the place of this one.
      else field.current?.select();
    },
  });
  const look = (read: string): void => {
    const trimmed = read.trim();
    if (trimmed === '' || find.isPending) return;
    setText(trimmed);
    find.mutate(trimmed);
  };
  const photo = useMutation({
    mutationFn: readPhoto,
    onSuccess: (read) => {
      if (read === null) toast(t('photo.nothing'), null, 'danger');
      else look(read);
    },
    onError: (error) => {
      toast(error instanceof DOMException ? t('photo.noPicture') : errorWords(error), null, 'danger');
    },
  });
  const result = find.data;
  return (
    <div className="flex w-full max-w-3xl flex-col gap-6">
      <PageHeader title={t('title')} description={t('description')} />
      <form
        className="flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          look(text);
        }}
      >
        <div className="min-w-64 flex-1">
          <TextField label={t('field')} description={t('fieldHow')} isLatin isRequired value={text} onChange={setText} inputRef={field} maxLength={500} autoFocus />
        </div>
        {/* Beside the field, below the height of its label. */}
        <div className="pt-6">
          <Button type="submit" variant="primary" icon={<ScanLine aria-hidden className="size-4" />} isPending={find.isPending}>
            {t('find')}
          </Button>
        </div>
      </form>
      {find.error ? <ErrorState error={find.error} onRetry={() => {
        look(text);
      }} /> : null}
      {/* Read out: the keyboard stays in the field, ready for the next label. Always there, without a gap of its own while it says nothing. */}
      <div aria-live="polite" className="empty:-mt-6">
        {result?.found.length === 0 ? (
          <EmptyState
            title={t('none.title')}
            actions={
              result.read.length <= LONGEST_SERIAL ? (
                <LinkButton to={`/instruments?new=1&serial=${encodeURIComponent(result.read)}`} icon={<Plus aria-hidden className="size-4" />}>
                  {t('none.new')}
                </LinkButton>
              ) : null
            }
          >
            {t('none.body')} <Isolate>{result.read.slice(0, LONGEST_SERIAL)}</Isolate>
          </EmptyState>
        ) : null}
        {result && result.found.length > 1 ? <FoundList found={result.found} /> : null}
      </div>
      <section aria-label={t('camera.section')} className="flex flex-col gap-3">
        <div>
          <Button
            icon={isWatching ? <CameraOff aria-hidden className="size-4" /> : <CameraIcon aria-hidden className="size-4" />}
            onPress={() => {
              setIsWatching(!isWatching);
            }}
          >
            {isWatching ? t('camera.stop') : t('camera.start')}
          </Button>
        </div>
        {isWatching ? <Camera onCode={look} /> : null}
      </section>
      <FileDrop
        label={t('photo.label')}
        description={t('photo.description')}
        buttonLabel={t('photo.choose')}
        accept={['image/png', 'image/jpeg', 'image/webp']}
        isDisabled={photo.isPending}
        onFile={(file) => {
          photo.mutate(file);
        }}
      />
    </div>
  );
}
