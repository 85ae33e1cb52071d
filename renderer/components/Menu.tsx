import type { ReactElement, ReactNode } from 'react';
import { Header, Keyboard, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
import { optionClass, popoverClass } from './field-styles.ts';

interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** As shown, such as "Ctrl N". */
  readonly shortcut?: string;
  readonly tone?: 'plain' | 'danger';
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}

interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

interface MenuProps {
  /** One Button or IconButton that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
}

export function Menu({ trigger, label, groups }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement="bottom end" offset={4} className={`${popoverClass} min-w-52`}>
        <AriaMenu aria-label={label} className="p-1 outline-none">
          {groups.map((group, index) => (
            <MenuSection key={group.id} id={group.id} {...(group.title === undefined ? { 'aria-label': label } : {})}>
              {index === 0 ? null : <Separator className="my-1 border-t border-line" />}
              {group.title === undefined ? null : <Header className="px-2 pt-1.5 pb-0.5 text-xs font-medium text-ink-3">{group.title}</Header>}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  textValue={entry.label}
                  isDisabled={entry.isDisabled ?? false}
                  onAction={entry.onAction}
                  className={entry.tone === 'danger' ? `${optionClass} text-danger` : optionClass}
                >
                  {entry.icon}
                  <Text slot="label" className="flex-1">
                    {entry.label}
                  </Text>
                  {entry.shortcut === undefined ? null : <Keyboard className="font-sans text-xs text-ink-3">{entry.shortcut}</Keyboard>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
