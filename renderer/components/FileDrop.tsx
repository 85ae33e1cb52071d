import { FileUp } from 'lucide-react';
import { Button as AriaButton, DropZone, FileTrigger, Text } from 'react-aria-components';
import type { DropItem } from 'react-aria-components';
import { buttonClass } from './button-styles.ts';

interface FileDropProps {
  /** What to drop here, in words. */
  readonly label: string;
  readonly description?: string;
  readonly buttonLabel: string;
  /** MIME types or extensions such as ".csv". */
  readonly accept: readonly string[];
  readonly isDisabled?: boolean;
  /** Takes the first one, or all of them and what lies in folders. */
  readonly onFile?: (file: File) => void;
  readonly onFiles?: (files: readonly File[]) => void;
}

async function filesOf(items: readonly DropItem[]): Promise<readonly File[]> {
  const files: File[] = [];
  for (const item of items) {
    if (item.kind === 'file') files.push(await item.getFile());
    if (item.kind === 'directory') for await (const entry of item.getEntries()) files.push(...(await filesOf([entry])));
  }
  return files;
}

/** Takes files, dropped, pasted or chosen. */
export function FileDrop({ label, description, buttonLabel, accept, onFile, onFiles, isDisabled = false }: FileDropProps) {
  const take = (files: readonly File[]): void => {
    const [first] = files;
    if (first === undefined) return;
    onFile?.(first);
    onFiles?.(files);
  };
  return (
    <DropZone
      isDisabled={isDisabled}
      onDrop={(event) => {
        void filesOf(event.items).then(take);
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
        allowsMultiple={onFiles !== undefined}
        onSelect={(files) => {
          take([...(files ?? [])]);
        }}
      >
        <AriaButton isDisabled={isDisabled} className={buttonClass('secondary')}>
          {buttonLabel}
        </AriaButton>
      </FileTrigger>
    </DropZone>
  );
}
