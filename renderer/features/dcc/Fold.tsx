import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

interface FoldProps {
  readonly title: string;
  readonly isExpandedAtFirst?: boolean;
  /** Made when it is opened. */
  readonly children: () => ReactNode;
}

/** What need not be seen at once, under a heading that opens it. */
export function Fold({ title, isExpandedAtFirst = false, children }: FoldProps) {
  return (
    <Disclosure defaultExpanded={isExpandedAtFirst}>
      {({ isExpanded }) => (
        <>
          <Heading level={3}>
            <AriaButton slot="trigger" className="inline-flex min-h-8 items-center gap-1.5 rounded-sm font-medium text-accent">
              <ChevronRight aria-hidden className={isExpanded ? 'size-4 rotate-90' : 'flip-rtl size-4'} />
              {title}
            </AriaButton>
          </Heading>
          <DisclosurePanel className="pt-2">{isExpanded ? children() : null}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
