import { ChevronLeft } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Drawer } from '#renderer/components/Dialog.tsx';
import { LinesView } from './LinesView.tsx';
import { RecordList } from './RecordList.tsx';
import { RecordPage } from './RecordPage.tsx';
import { RecordsContext } from './records-context.ts';
import type { RecordView } from './records-context.ts';

interface RecordsProviderProps {
  readonly clientId: string;
  readonly children: ReactNode;
}

/** One side sheet for all records of a client: every number on the pages inside can be followed down to what it is made of. */
export function RecordsProvider({ clientId, children }: RecordsProviderProps) {
  const { t } = useTranslation('records');
  const [stack, setStack] = useState<readonly RecordView[]>([]);
  const open = useCallback((view: RecordView) => {
    setStack((views) => [...views, view]);
  }, []);
  const close = useCallback(() => {
    setStack([]);
  }, []);
  const back = useCallback(() => {
    setStack((views) => views.slice(0, -1));
  }, []);
  const records = useMemo(() => ({ clientId, open, close }), [clientId, open, close]);
  const top = stack.at(-1);
  return (
    <RecordsContext value={records}>
      {children}
      <Drawer
        isOpen={top !== undefined}
        onOpenChange={(isOpen) => {
          if (!isOpen) close();
        }}
        title={top?.title ?? ''}
        size={top?.kind === 'lines' ? 'large' : 'medium'}
      >
        {top === undefined ? null : (
          <div key={stack.length} className="flex flex-col gap-4">
            {stack.length > 1 ? (
              <div>
                <Button size="small" variant="quiet" icon={<ChevronLeft aria-hidden className="flip-rtl size-4" />} onPress={back}>
                  {t('back')}
                </Button>
              </div>
            ) : null}
            <ViewBody view={top} onGone={back} />
          </div>
        )}
      </Drawer>
    </RecordsContext>
  );
}

function ViewBody({ view, onGone }: { readonly view: RecordView; readonly onGone: () => void }) {
  if (view.kind === 'lines') return <LinesView title={view.title} query={view.query} />;
  if (view.kind === 'records') return <RecordList refs={view.refs} />;
  return <RecordPage recordRef={view.ref} onGone={onGone} />;
}
