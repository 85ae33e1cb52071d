import type { ReactNode } from 'react';

/** The way on and back, in sight however long the step is. */
export function StepFooter({ remark, children }: { readonly remark?: ReactNode; readonly children: ReactNode }) {
  return (
    <footer className="sticky -bottom-5 z-10 -mx-7 -mb-5 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t border-line bg-paper px-7 py-3 max-md:-mx-4 max-md:px-4">
      <div role="status" className="me-auto max-h-24 min-w-0 flex-1 basis-72 overflow-y-auto">
        {remark}
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </footer>
  );
}
