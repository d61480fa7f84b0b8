// The mark in the tray: calm, or alert with a count when customers wait too long. What it says is in tray-menu.ts. Shown again only
// when something in it changed, since some desktops flicker at each new menu.
import { Menu, nativeImage, Tray, type MenuItemConstructorOptions } from 'electron';
import { join } from 'node:path';
import type { TrayDeed, TrayItem } from './tray-menu.ts';

export type DeskTray = {
  readonly update: (overdue: number, tip: string, menu: readonly TrayItem[]) => void;
  readonly destroy: () => void;
};

export function createTray(assetsFolder: string, run: (deed: TrayDeed) => void): DeskTray {
  const icon = (state: 'calm' | 'alert') => {
    // On macOS the "Template" in the name lets the system draw it black or white; elsewhere colour says more.
    const kind = process.platform === 'darwin' ? `${state}Template` : state;
    return nativeImage.createFromPath(join(assetsFolder, 'tray', `${kind}.png`));
  };
  const tray = new Tray(icon('calm'));
  tray.on('click', () => run({ kind: 'show', conversation: null }));
  let shown = '';

  const drawn = (item: TrayItem): MenuItemConstructorOptions => {
    if (item.kind === 'line') return { type: 'separator' };
    // A single & would make the next letter a shortcut.
    const same = { id: item.id, label: item.label.replaceAll('&', '&&') };
    switch (item.kind) {
      case 'words':
        return { ...same, enabled: false };
      case 'more':
        return { ...same, submenu: item.items.map(drawn) };
      case 'deed': {
        const click = (): void => run(item.deed);
        return item.isOn === undefined ? { ...same, click } : { ...same, click, type: 'checkbox', checked: item.isOn };
      }
    }
  };
  return {
    update: (overdue, tip, menu) => {
      const looks = JSON.stringify([overdue, tip, menu]);
      if (looks === shown) return;
      shown = looks;
      tray.setImage(icon(overdue === 0 ? 'calm' : 'alert'));
      tray.setToolTip(tip);
      tray.setContextMenu(Menu.buildFromTemplate(menu.map(drawn)));
      // macOS shows a figure beside the mark.
      tray.setTitle(overdue === 0 ? '' : String(overdue));
    },
    destroy: () => tray.destroy(),
  };
}
