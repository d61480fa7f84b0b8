// A button that opens a short list of things to do. The browser's own popover: it lies above everything, and closes on Esc and on
// a click beside it. Arrows walk through it, as in any menu.
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { KeyOf } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import type { HintedAction } from './key-hints.ts';

type MenuProps = { readonly label: string; readonly children: ReactNode };

export function Menu({ label, children }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const items = (): readonly HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    // The desk's keys are for the desk, not for what lies above it.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.key === 'Tab') list.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  return (
    <span className="menu-place">
      <button ref={button} type="button" className="button quiet small" popoverTarget={id} aria-haspopup="menu">
        {label} <Icon name="more" />
      </button>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its items take the focus */}
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        onToggle={(event) => {
          if (event.newState === 'open') items()[0]?.focus();
          button.current?.setAttribute('aria-expanded', String(event.newState === 'open'));
        }}
        onKeyDown={onKeyDown}
        // What is chosen may take the focus elsewhere: it happens when the menu is gone.
        onClick={() => list.current?.hidePopover()}
      >
        {children}
      </div>
    </span>
  );
}

type MenuItemProps = {
  readonly icon: IconName;
  readonly hint?: HintedAction;
  /** Of something that is on or off. */
  readonly isOn?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
};

export function MenuItem({ icon, hint, isOn, onChoose, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role={isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
      {...(isOn === undefined ? {} : { 'aria-checked': isOn })}
      tabIndex={-1}
      className="menu-item"
      onClick={onChoose}
    >
      <Icon name={icon} isFilled={isOn === true} />
      <span className="menu-words">{children}</span>
      {hint !== undefined && <KeyOf action={hint} />}
    </button>
  );
}
