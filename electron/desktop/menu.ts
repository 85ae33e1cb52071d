import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/desktop.ts';
import { placeShortcuts } from '#shared/contract/places.ts';
import type { MenuTexts } from './menu-texts.ts';

export interface MenuOptions {
  readonly texts: MenuTexts;
  readonly platform: NodeJS.Platform;
  /** Reload and developer tools, for an app that is not packaged. */
  readonly isDevelopment: boolean;
  readonly onCommand: (command: MenuCommand) => void;
}

type Item = MenuItemConstructorOptions;
const SEPARATOR: Item = { type: 'separator' };

/** The native menu: every command with its accelerator, so that the keyboard's ways can be looked up. */
export function menuTemplate({ texts, platform, isDevelopment, onCommand }: MenuOptions): Item[] {
  const isMac = platform === 'darwin';
  const command = (id: MenuCommand, label: string, accelerator?: string): Item => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      onCommand(id);
    },
  });
  const settings = command('settings', texts.settings, 'CmdOrCtrl+,');

  const appMenu: Item = {
    label: texts.app,
    submenu: [
      { role: 'about', label: texts.about },
      SEPARATOR,
      settings,
      SEPARATOR,
      { role: 'services', label: texts.services },
      SEPARATOR,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      SEPARATOR,
      { role: 'quit', label: texts.quit },
    ],
  };
  const file: Item = {
    label: texts.file,
    submenu: [
      command('new-client', texts.newClient, 'CmdOrCtrl+N'),
      command('log-interaction', texts.logInteraction, 'CmdOrCtrl+L'),
      SEPARATOR,
      command('import', texts.import, 'CmdOrCtrl+I'),
      command('print', texts.print, 'CmdOrCtrl+P'),
      SEPARATOR,
      ...(isMac ? [{ role: 'close', label: texts.close } as const] : [settings, SEPARATOR, { role: 'quit', label: texts.quit } as const]),
    ],
  };
  const edit: Item = {
    label: texts.edit,
    submenu: [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
      SEPARATOR,
      ...editItems(texts),
      SEPARATOR,
      command('find', texts.find, 'CmdOrCtrl+K'),
    ],
  };
  const view: Item = {
    label: texts.view,
    submenu: [
      ...placeShortcuts.map(([place, digit]) => command(place, texts[place], `CmdOrCtrl+${digit}`)),
      SEPARATOR,
      { role: 'resetZoom', label: texts.actualSize },
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      SEPARATOR,
      { role: 'togglefullscreen', label: texts.fullScreen },
      ...(isDevelopment ? [SEPARATOR, { role: 'reload', label: texts.reload } as const, { role: 'toggleDevTools', label: texts.developerTools } as const] : []),
    ],
  };
  const window: Item = {
    label: texts.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: texts.minimise },
      { role: 'zoom', label: texts.zoomWindow },
      ...(isMac ? [SEPARATOR, { role: 'front', label: texts.front } as const] : [{ role: 'close', label: texts.close } as const]),
    ],
  };
  const help: Item = {
    label: texts.help,
    role: 'help',
    submenu: [command('shortcuts', texts.shortcuts, 'CmdOrCtrl+/'), ...(isMac ? [] : [SEPARATOR, { role: 'about', label: texts.about } as const])],
  };
  return [...(isMac ? [appMenu] : []), file, edit, view, window, help];
}

/**
 * While a client has the laptop: nothing, but for what a Mac must have to be closed in order (elsewhere the system itself closes
 * windows). Closing shows nobody's data, and what was answered is kept.
 */
export const lockedMenuTemplate = (texts: MenuTexts, platform: NodeJS.Platform): Item[] =>
  platform === 'darwin' ? [{ label: texts.app, submenu: [{ role: 'quit', label: texts.quit }] }] : [];

const editItems = (texts: MenuTexts): Item[] => [
  { role: 'cut', label: texts.cut },
  { role: 'copy', label: texts.copy },
  { role: 'paste', label: texts.paste },
  { role: 'pasteAndMatchStyle', label: texts.pasteAsText },
  { role: 'selectAll', label: texts.selectAll },
];

/** What the right button offers: Electron shows nothing by itself, and people paste phone numbers with the mouse. */
export function contextMenuTemplate(texts: MenuTexts, at: { readonly isEditable: boolean; readonly selectionText: string }): Item[] {
  if (at.isEditable) return editItems(texts);
  return at.selectionText.trim() === '' ? [] : [{ role: 'copy', label: texts.copy }];
}
