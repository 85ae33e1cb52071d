import { ImageUp } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Logo } from '#shared/contract/settings.ts';
import { useFormat } from '#renderer/i18n/LocaleScope.tsx';
import { Button } from './Button.tsx';
import { buttonClass } from './button-styles.ts';
import { labelClass } from './field-styles.ts';
import { OptionalMark } from './FieldWords.tsx';
import { largestLogoBytes, logoTypes, logoUrl, readLogoFile } from './read-logo.ts';

interface LogoFieldProps {
  readonly value: Logo | null;
  readonly onChange: (logo: Logo | null) => void;
}

/** The company's picture for the letterhead. */
export function LogoField({ value, onChange }: LogoFieldProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const [problem, setProblem] = useState<'tooLarge' | 'wrongType' | null>(null);
  const size = format.fileSize(largestLogoBytes);
  const take = async (file: File): Promise<void> => {
    const reading = await readLogoFile(file);
    if ('problem' in reading) setProblem(reading.problem);
    else {
      setProblem(null);
      onChange(reading.logo);
    }
  };
  return (
    <div role="group" aria-label={t('logo.label')} className="flex flex-col gap-1">
      <span className={labelClass}>
        {t('logo.label')}
        <OptionalMark isRequired={false} />
      </span>
      <div className="flex flex-wrap items-center gap-3">
        {value === null ? null : (
          // Logos are made for white paper.
          <span className="flex h-14 items-center rounded-md border border-line bg-white px-3">
            <img src={logoUrl(value)} alt={t('logo.label')} className="max-h-10 max-w-40 object-contain" />
          </span>
        )}
        <FileTrigger
          acceptedFileTypes={[...logoTypes]}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file) void take(file);
          }}
        >
          <AriaButton className={buttonClass('secondary')}>
            <ImageUp aria-hidden className="size-4" />
            {value === null ? t('logo.choose') : t('logo.change')}
          </AriaButton>
        </FileTrigger>
        {value === null ? null : (
          <Button
            variant="quiet"
            onPress={() => {
              onChange(null);
            }}
          >
            {t('logo.remove')}
          </Button>
        )}
      </div>
      <span role={problem === null ? undefined : 'alert'} className={problem === null ? 'text-sm text-ink-3' : 'text-sm text-danger'}>
        {problem === null ? t('logo.hint', { size }) : t(`logo.${problem}`, { size })}
      </span>
    </div>
  );
}
