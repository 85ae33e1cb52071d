import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { onDesktop } from '#renderer/connection.ts';
import { setInterface, useInterface } from '#renderer/state/interface.ts';
import { keysOf, shortcuts } from './shortcuts.ts';

const inLists = ['arrows', 'ends', 'pages', 'enter'] as const;

export function ShortcutsDialog() {
  const { t } = useTranslation('shell');
  const isOpen = useInterface((state) => state.isShortcutsOpen);
  const rows = [
    ...shortcuts
      .filter(({ isDesktopOnly }) => isDesktopOnly !== true || onDesktop())
      .map(({ command }) => ({ id: command, words: t(`command.${command}`), keys: keysOf(command) ?? '' })),
    ...inLists.map((name) => ({ id: name, words: t(`listKeys.${name}.words`), keys: t(`listKeys.${name}.keys`) })),
  ];
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => {
        setInterface({ isShortcutsOpen: open });
      }}
      title={t('command.shortcuts')}
      size="small"
    >
      <dl className="divide-y divide-line">
        {rows.map(({ id, words, keys }) => (
          <div key={id} className="flex items-baseline justify-between gap-4 py-1.5">
            <dt>{words}</dt>
            <dd>
              <kbd dir="ltr" className="rounded-sm border border-line-strong bg-surface px-1.5 py-px font-sans text-sm whitespace-nowrap">
                {keys}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
