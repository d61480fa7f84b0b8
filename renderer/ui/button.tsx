// A button with a word, perhaps an icon before it and a key behind it.
import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { useKeyHint, type HintedAction } from './key-hints.ts';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> & {
  readonly look?: 'plain' | 'main' | 'quiet' | 'danger' | 'quiet danger';
  readonly size?: 'normal' | 'small' | 'large';
  readonly icon?: IconName;
  readonly isIconFilled?: boolean;
  /** What does the same by its key. */
  readonly hint?: HintedAction;
  readonly isSubmit?: boolean;
  readonly element?: Ref<HTMLButtonElement>;
};

export function Button({
  look = 'plain',
  size = 'normal',
  icon,
  isIconFilled = false,
  hint,
  isSubmit = false,
  element,
  children,
  ...rest
}: ButtonProps) {
  const keys = useKeyHint(hint).join('+');
  return (
    <button
      {...rest}
      {...(element === undefined ? {} : { ref: element })}
      type={isSubmit ? 'submit' : 'button'}
      className={`button ${look} ${size}`}
      {...(keys === '' ? {} : { 'aria-keyshortcuts': keys, title: `${rest.title ?? ''} (${keys})`.trim() })}
    >
      {icon !== undefined && <Icon name={icon} isFilled={isIconFilled} />}
      {children}
    </button>
  );
}

/** The key of an action, where it has one. */
export function KeyOf({ action }: { readonly action: HintedAction }) {
  const keys = useKeyHint(action);
  return keys.map((key, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- "g g" is twice the same key
    <Kbd key={index}>{key}</Kbd>
  ));
}

/** A key as it is printed on the keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}
