// The application menu, in the owner's language. Everything in it is in the window as well: some desktops show no menu at all.
// Items that belong to the window tell it which of its own actions to run.
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellWords } from './words.ts';

export type MenuDeeds = {
  /** The window's own action of that name. */
  readonly run: (action: string) => void;
  readonly openDataFolder: () => void;
  readonly closeWindow: () => void;
  readonly quit: () => void;
};

export function setMenu(words: ShellWords, deeds: MenuDeeds): void {
  const action = (id: string, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => deeds.run(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: words.file,
        submenu: [
          action('add-account', words.addAccount),
          action('settings', words.settings, 'CmdOrCtrl+,'),
          action('print', words.print, 'CmdOrCtrl+P'),
          { id: 'open-data-folder', label: words.openDataFolder, click: deeds.openDataFolder },
          line,
          { id: 'close-window', label: words.closeWindow, accelerator: 'CmdOrCtrl+W', click: deeds.closeWindow },
          { id: 'quit', label: words.quit, accelerator: 'CmdOrCtrl+Q', click: deeds.quit },
        ],
      },
      {
        label: words.edit,
        submenu: [
          { role: 'undo', label: words.undo },
          { role: 'redo', label: words.redo },
          line,
          { role: 'cut', label: words.cut },
          { role: 'copy', label: words.copy },
          { role: 'paste', label: words.paste },
          { role: 'selectAll', label: words.selectAll },
        ],
      },
      {
        label: words.view,
        submenu: [
          action('queue', words.queue, 'CmdOrCtrl+1'),
          action('find', words.find, 'CmdOrCtrl+F'),
          action('search', words.search, 'CmdOrCtrl+Shift+F'),
          action('palette', words.palette, 'CmdOrCtrl+K'),
          line,
          { role: 'zoomIn', label: words.larger, accelerator: 'CmdOrCtrl+Plus' },
          { role: 'zoomOut', label: words.smaller, accelerator: 'CmdOrCtrl+-' },
          { role: 'resetZoom', label: words.actualSize, accelerator: 'CmdOrCtrl+0' },
        ],
      },
      {
        label: words.conversation,
        submenu: [
          action('reply', words.reply, 'CmdOrCtrl+R'),
          action('done', words.done, 'CmdOrCtrl+E'),
          action('snooze', words.snooze, 'CmdOrCtrl+H'),
          action('reply-by', words.replyBy),
          action('phoned', words.phoned),
          line,
          action('expand-all', words.expandAll),
          action('message-source', words.messageSource),
        ],
      },
      { label: words.help, submenu: [action('keys', words.keys)] },
    ]),
  );
}
