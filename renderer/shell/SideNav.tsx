import { clsx } from 'clsx';
import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Button } from '#renderer/components/Button.tsx';
import { IconButton } from '#renderer/components/IconButton.tsx';
import { Logo } from '#renderer/components/Logo.tsx';
import { Tooltip } from '#renderer/components/Tooltip.tsx';
import { setInterface, useInterface } from '#renderer/state/interface.ts';
import { useSettings } from '#renderer/state/preferences.ts';
import { Focusable } from 'react-aria-components';
import { places } from './navigation.tsx';
import { OverdueBadge, overdueBadgeId } from './OverdueBadge.tsx';
import { keysOf } from './shortcuts.ts';

const findAnything = (): void => {
  setInterface({ isPaletteOpen: true });
};

export function SideNav() {
  const { t } = useTranslation('shell');
  const isCollapsed = useInterface((state) => state.isNavCollapsed);
  const { organisation } = useSettings();
  const toggle = (
    <IconButton
      label={isCollapsed ? t('nav.expand') : t('nav.collapse')}
      aria-expanded={!isCollapsed}
      tooltipPlacement={isCollapsed ? 'end' : 'bottom'}
      icon={isCollapsed ? <PanelLeftOpen aria-hidden className="flip-rtl size-4.5" /> : <PanelLeftClose aria-hidden className="flip-rtl size-4.5" />}
      onPress={() => {
        setInterface({ isNavCollapsed: !isCollapsed });
      }}
    />
  );
  return (
    <nav
      aria-label={t('nav.label')}
      className={clsx('flex shrink-0 flex-col gap-1 border-e border-line bg-sunken p-2.5 max-md:w-14', isCollapsed ? 'w-14' : 'w-56')}
    >
      <div className={clsx('mb-2 flex items-center gap-2.5', isCollapsed ? 'justify-center' : 'ps-1.5 max-md:justify-center max-md:ps-0')}>
        <Logo className="size-7 shrink-0" />
        {isCollapsed ? null : (
          <>
            <span className="min-w-0 flex-1 leading-tight max-md:hidden">
              <span className="block font-semibold">{t('common:appName')}</span>
              {organisation ? <span className="block truncate text-xs text-ink-3">
                <bdi>{organisation.name}</bdi>
              </span> : null}
            </span>
            <span className="max-md:hidden">{toggle}</span>
          </>
        )}
      </div>
      {isCollapsed ? <div className="flex justify-center max-md:hidden">{toggle}</div> : null}
      <div className={clsx('mb-2 flex', isCollapsed ? 'justify-center' : 'max-md:justify-center')}>
        <span className={clsx(isCollapsed ? 'block' : 'md:hidden')}>
          <IconButton label={t('palette.title')} shortcut={keysOf('find')} tooltipPlacement="end" icon={<Search aria-hidden className="size-4.5" />} onPress={findAnything} />
        </span>
        {isCollapsed ? null : (
          <span className="flex w-full max-md:hidden [&>button]:w-full [&>button]:justify-start [&>button]:border-line [&>button]:font-normal [&>button]:text-ink-2">
            <Button icon={<Search aria-hidden className="size-4" />} onPress={findAnything}>
              <span className="flex-1 text-start">{t('palette.open')}</span>
              <kbd className="font-sans text-xs text-ink-3">{keysOf('find')}</kbd>
            </Button>
          </span>
        )}
      </div>
      <ul className="flex flex-col gap-0.5">
        {places.map(({ to, command, Icon }) => {
          const link = (
            <NavLink
              to={to}
              aria-label={t(`place.${command}`)}
              {...(command === 'recall' ? { 'aria-describedby': overdueBadgeId } : {})}
              className={({ isActive }) =>
                clsx(
                  'flex min-h-9 items-center gap-3 rounded-md',
                  isCollapsed ? 'justify-center' : 'px-2.5 max-md:justify-center max-md:px-0',
                  isActive ? 'bg-accent-soft font-medium text-accent-strong shadow-[inset_2px_0_0_var(--accent)] rtl:shadow-[inset_-2px_0_0_var(--accent)]' : 'text-ink-2 hover:bg-hover hover:text-ink',
                )
              }
            >
              <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
              {isCollapsed ? null : <span className="max-md:hidden">{t(`place.${command}`)}</span>}
            </NavLink>
          );
          return (
            <li key={to} className="relative">
              {isCollapsed ? (
                <Tooltip text={t(`place.${command}`)} shortcut={keysOf(command)} placement="end">
                  <Focusable>{link}</Focusable>
                </Tooltip>
              ) : (
                link
              )}
              {command === 'recall' ? <OverdueBadge isSmall={isCollapsed} /> : null}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
