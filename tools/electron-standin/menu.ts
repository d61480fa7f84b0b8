// Menu and MenuItem: a tree that is kept and can be clicked by code. Nothing is drawn; of the application menu the page is
// told the accelerators, so that its keys work.
import { chordOf } from './accelerator.ts';
import { app } from './app.ts';
import { note } from './aside.ts';
import { HostEmitter } from './host-emitter.ts';
import type { AcceleratorKey } from './page/messages.ts';
import { running } from './running.ts';

type Template = Electron.MenuItemConstructorOptions;

export class MenuItem {
  readonly id: string;
  readonly type: NonNullable<Template['type']>;
  readonly role: Template['role'];
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #onClick: Template['click'];

  constructor(options: Template) {
    const { submenu } = options;
    this.id = options.id ?? '';
    this.role = options.role;
    this.accelerator = options.accelerator ?? undefined;
    this.submenu = Array.isArray(submenu)
      ? Menu.buildFromTemplate(submenu)
      : submenu instanceof Menu
        ? submenu
        : undefined;
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.label = options.label ?? options.role ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#onClick = options.click;
  }
  click(): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.role === 'quit') app.quit();
    else if (this.role === 'close') [...running.windows].find((window) => window.isFocused())?.close();
    else
      Reflect.apply(this.#onClick ?? (() => {}), undefined, [
        this,
        [...running.windows].find((window) => window.isFocused()),
        {},
      ]);
  }
}

export class Menu extends HostEmitter {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];
  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close']);
  }
  append(item: MenuItem): void {
    this.items.push(item);
  }
  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }
  popup(_options?: Electron.PopupOptions): void {
    note('a pop-up menu cannot be shown here');
  }
  closePopup(): void {}
  getMenuItemById(id: string): MenuItem | null {
    return this.$flat().find((item) => item.id === id) ?? null;
  }
  $flat(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.$flat() ?? [])]);
  }

  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
    for (const page of running.pages) page.tell({ kind: 'accelerators', keys: Menu.$accelerators() });
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
  /** Items with a role (copy, zoom) are left to the browser, which has the same keys for them. */
  static $accelerators(): readonly AcceleratorKey[] {
    return (Menu.#application?.$flat() ?? []).flatMap((item, index) => {
      const isNative = item.role !== undefined && item.role !== 'quit' && item.role !== 'close';
      return item.accelerator === undefined || isNative ? [] : [{ chord: chordOf(item.accelerator), item: index }];
    });
  }
  static $press(index: number): void {
    Menu.#application?.$flat()[index]?.click();
  }
}
