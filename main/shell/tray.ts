// The mark in the tray: calm, or alert with a count when customers wait too long; its menu names them. Shown again only when
// something in it changed, since some desktops flicker at each new menu.
import { Menu, nativeImage, Tray, type MenuItemConstructorOptions } from 'electron';
import { join } from 'node:path';
import type { TraySummary } from '../contract/views.ts';
import type { ShellWords } from './words.ts';

export type TrayDeeds = {
  readonly show: (conversation: number | null) => void;
  readonly quit: () => void;
};

export type TrayLine = { readonly conversation: number; readonly text: string };

export type DeskTray = {
  readonly update: (summary: Pick<TraySummary, 'overdue'>, late: readonly TrayLine[], words: ShellWords) => void;
  readonly destroy: () => void;
};

// A menu longer than this runs off small screens.
const SHOWN = 10;

export function createTray(assetsFolder: string, words: ShellWords, deeds: TrayDeeds): DeskTray {
  const icon = (state: 'calm' | 'alert') => {
    // On macOS the "Template" in the name lets the system draw it black or white; elsewhere colour says more.
    const kind = process.platform === 'darwin' ? `${state}Template` : state;
    return nativeImage.createFromPath(join(assetsFolder, 'tray', `${kind}.png`));
  };
  const tray = new Tray(icon('calm'));
  let shown = '';

  const update: DeskTray['update'] = ({ overdue }, late, own) => {
    const tip = overdue === 0 ? own.trayCalm : own.trayLate(overdue);
    const looks = JSON.stringify([tip, late, own.show]);
    if (looks === shown) return;
    shown = looks;
    const lines: MenuItemConstructorOptions[] = late.slice(0, SHOWN).map(({ conversation, text }) => ({
      id: `conversation-${conversation}`,
      // A single & would make the next letter a shortcut.
      label: text.replaceAll('&', '&&'),
      click: () => deeds.show(conversation),
    }));
    const more: MenuItemConstructorOptions[] =
      overdue > lines.length && lines.length > 0
        ? [{ label: own.moreLate(overdue - lines.length), click: () => deeds.show(null) }]
        : [];
    tray.setImage(icon(overdue === 0 ? 'calm' : 'alert'));
    tray.setToolTip(tip);
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { id: 'tip', label: tip, enabled: false },
        ...lines,
        ...more,
        { type: 'separator' },
        { id: 'show', label: own.show, click: () => deeds.show(null) },
        { id: 'quit', label: own.quit, click: deeds.quit },
      ]),
    );
    // macOS shows a figure beside the mark.
    tray.setTitle(overdue === 0 ? '' : String(overdue));
  };
  update({ overdue: 0 }, [], words);
  tray.on('click', () => deeds.show(null));
  return { update, destroy: () => tray.destroy() };
}
