import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePreferences } from '#renderer/state/preferences.ts';
import { addToTray, askedLanguages } from './dcc-tray.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * While its page is shown, files may be dropped anywhere on it: they are read as digital certificates. The keyboard's way is the
 * page for reading them.
 * @param instrumentId the one that the page is of
 */
export function DccDropArea({ instrumentId = null }: { readonly instrumentId?: string | null }) {
  const { t } = useTranslation('dcc');
  const navigate = useNavigate();
  const { language } = usePreferences();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const listen = (type: 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void): void => {
      window.addEventListener(type, handle, { signal: listening.signal });
    };
    listen('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    });
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) setIsOver(false);
    });
    listen('drop', (event) => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      addToTray(files, askedLanguages(language), instrumentId);
      void navigate('/dcc');
    });
    return () => {
      listening.abort();
    };
  }, [instrumentId, language, navigate]);
  if (!isOver) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-40 flex items-center justify-center bg-paper/80 p-8">
      <p role="status" className="flex items-center gap-3 rounded-lg border-2 border-dashed border-accent bg-raised px-8 py-6 text-lg font-medium shadow-float">
        <FileUp aria-hidden className="size-6 text-accent" strokeWidth={1.5} />
        {t('drop.here')}
      </p>
    </div>
  );
}
