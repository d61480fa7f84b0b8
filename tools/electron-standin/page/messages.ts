// What the page's isolated world and the host say to each other, and what the preload is told of its surroundings.

export type FromPage =
  | { readonly kind: 'hello'; readonly url: string; readonly isDark: boolean; readonly screen: PageScreen }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: readonly unknown[] }
  /** A link or window.open that asks for another window. */
  | { readonly kind: 'open-window'; readonly url: string }
  /** A key of the application menu. */
  | { readonly kind: 'accelerator'; readonly item: number }
  | { readonly kind: 'focus'; readonly isFocused: boolean }
  /** Size, place or visibility may have changed: ask the browser. */
  | { readonly kind: 'bounds' }
  | { readonly kind: 'dark'; readonly isDark: boolean }
  | { readonly kind: 'preload-error'; readonly text: string };

export type ToPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'resolve'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'reject'; readonly id: number; readonly message: string }
  | { readonly kind: 'accelerators'; readonly keys: readonly AcceleratorKey[] };

export type PageScreen = { readonly width: number; readonly height: number; readonly scale: number };

/** `chord` as the page spells a key press: c (Ctrl or Cmd), a (Alt), s (Shift), then the key, with + between. */
export type AcceleratorKey = { readonly chord: string; readonly item: number };

export type PreloadSurroundings = {
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
};

export type PageNames = {
  /** Event by which the page's world gets hold of the shared node. */
  readonly hello: string;
  /** Function the isolated world calls to reach the host. */
  readonly binding: string;
  /** Function in the isolated world that the host calls. */
  readonly receiver: string;
};
