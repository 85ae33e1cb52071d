import { FileUp } from 'lucide-react';
import { Button as AriaButton, DropZone, FileTrigger, Text } from 'react-aria-components';
import { buttonClass } from './button-styles.ts';

interface FileDropProps {
  /** What to drop here, in words. */
  readonly label: string;
  readonly description?: string;
  readonly buttonLabel: string;
  /** MIME types or extensions such as ".csv". */
  readonly accept: readonly string[];
  readonly onFile: (file: File) => void;
  readonly isDisabled?: boolean;
}

/** Takes one file, dropped, pasted or chosen. */
export function FileDrop({ label, description, buttonLabel, accept, onFile, isDisabled = false }: FileDropProps) {
  return (
    <DropZone
      isDisabled={isDisabled}
      onDrop={(event) => {
        const item = event.items.find((entry) => entry.kind === 'file');
        if (item) void item.getFile().then(onFile);
      }}
      className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong bg-surface px-6 py-10 text-center data-drop-target:border-accent data-drop-target:bg-accent-soft"
    >
      <FileUp aria-hidden className="size-7 text-accent" strokeWidth={1.5} />
      <Text slot="label" className="text-lg font-medium">
        {label}
      </Text>
      {description === undefined ? null : <p className="max-w-prose text-sm text-ink-2">{description}</p>}
      <FileTrigger
        acceptedFileTypes={[...accept]}
        onSelect={(files) => {
          const file = files?.item(0);
          if (file) onFile(file);
        }}
      >
        <AriaButton isDisabled={isDisabled} className={buttonClass('secondary')}>
          {buttonLabel}
        </AriaButton>
      </FileTrigger>
    </DropZone>
  );
}
