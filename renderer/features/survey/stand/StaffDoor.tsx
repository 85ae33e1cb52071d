import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { useErrorWords } from '#renderer/components/ErrorState.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { isSameNumber } from '#renderer/survey/typed-digits.ts';

interface StaffDoorProps {
  readonly number: string;
  /** @throws where the window could not be given back. */
  readonly onUnlock: () => Promise<void>;
  /** Absent where there is no survey to go back to. */
  readonly onBack?: () => void;
}

/** The way back for the exporter's own people, in the language of their window. */
export function StaffDoor({ number, onUnlock, onBack }: StaffDoorProps) {
  const { t } = useTranslation('surveyScreen');
  const errorWords = useErrorWords();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const unlock = async (): Promise<void> => {
    if (!isSameNumber(typed, number)) {
      setProblem(t('door.wrong'));
      return;
    }
    try {
      await onUnlock();
    } catch (error) {
      setProblem(errorWords(error));
    }
  };
  return (
    <form
      className="mx-auto flex w-full max-w-md flex-col gap-4 rounded-lg border border-line bg-raised px-6 py-5"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <h1 className="text-xl font-semibold">{t('door.title')}</h1>
      <TextField
        label={t('door.number')}
        isRequired
        isLatin
        autoFocus
        maxLength={8}
        value={typed}
        error={problem}
        onChange={(next) => {
          setTyped(next);
          setProblem(null);
        }}
      />
      <p className="text-sm text-ink-2">{t('door.forgotten')}</p>
      <div className="flex flex-wrap justify-end gap-2">
        {onBack === undefined ? null : <Button onPress={onBack}>{t('door.back')}</Button>}
        <Button type="submit" variant="primary">
          {t('door.unlock')}
        </Button>
      </div>
    </form>
  );
}
