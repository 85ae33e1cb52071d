import { ChevronLeft } from 'lucide-react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
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

interface PlacedView {
  /** Counted from the first one opened, 0. */
  readonly place: number;
  readonly view: RecordView;
}

/** One side sheet for all records of a client: every number on the pages inside can be followed down to what it is made of. */
export function RecordsProvider({ clientId, children }: RecordsProviderProps) {
  const [stack, setStack] = useState<readonly PlacedView[]>([]);
  const open = useCallback((view: RecordView) => {
    setStack((views) => [...views, { place: views.length, view }]);
  }, []);
  const close = useCallback(() => {
    setStack([]);
  }, []);
  const back = useCallback(() => {
    setStack((views) => views.slice(0, -1));
  }, []);
  const records = useMemo(() => ({ clientId, open, close }), [clientId, open, close]);
  const top = stack.at(-1)?.view;
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
        {stack.map(({ place, view }) => (
          <ViewFrame key={place} view={view} isFirst={place === 0} isShown={place === stack.length - 1} onBack={back} />
        ))}
      </Drawer>
    </RecordsContext>
  );
}

interface ViewFrameProps {
  readonly view: RecordView;
  readonly isFirst: boolean;
  /** The one on top; those below it wait unseen, so that going back finds them as they were left. */
  readonly isShown: boolean;
  readonly onBack: () => void;
}

function ViewFrame({ view, isFirst, isShown, onBack }: ViewFrameProps) {
  const { t } = useTranslation('records');
  const frameRef = useRef<HTMLDivElement>(null);
  const leftRef = useRef<HTMLElement | null>(null);
  const wasShownRef = useRef(isFirst);
  useLayoutEffect(() => {
    const frame = frameRef.current;
    if (!frame || isShown === wasShownRef.current) return;
    wasShownRef.current = isShown;
    const { activeElement } = document;
    // The keyboard goes on where it was; the sheet itself takes care of its very first view.
    if (!isShown) leftRef.current = activeElement instanceof HTMLElement && frame.contains(activeElement) ? activeElement : null;
    else if (leftRef.current?.isConnected === true) leftRef.current.focus();
    else frame.focus({ preventScroll: true });
  }, [isShown]);
  return (
    // Laid out though unseen: a long list that had no height would let go of its rows.
    <div ref={frameRef} tabIndex={-1} inert={!isShown} className={isShown ? 'flex flex-col gap-4 outline-none' : 'invisible absolute h-0 w-full overflow-hidden'}>
      {isFirst ? null : (
        <div>
          <Button size="small" variant="quiet" icon={<ChevronLeft aria-hidden className="flip-rtl size-4" />} onPress={onBack}>
            {t('back')}
          </Button>
        </div>
      )}
      <ViewBody view={view} onGone={onBack} />
    </div>
  );
}

function ViewBody({ view, onGone }: { readonly view: RecordView; readonly onGone: () => void }) {
  if (view.kind === 'lines') return <LinesView title={view.title} query={view.query} />;
  if (view.kind === 'records') return <RecordList refs={view.refs} />;
  return <RecordPage recordRef={view.ref} onGone={onGone} />;
}
