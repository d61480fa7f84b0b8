// A button with a word, perhaps an icon before it and a key behind it.
import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon, type IconName } from './icon.tsx';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> & {
  readonly look?: 'plain' | 'main' | 'quiet' | 'danger' | 'quiet danger';
  readonly size?: 'normal' | 'small' | 'large';
  readonly icon?: IconName;
  readonly isIconFilled?: boolean;
  /** The key that does the same, as printed on it. */
  readonly hint?: string;
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
  return (
    <button
      {...rest}
      {...(element === undefined ? {} : { ref: element })}
      type={isSubmit ? 'submit' : 'button'}
      className={`button ${look} ${size}`}
      {...(hint === undefined ? {} : { 'aria-keyshortcuts': hint, title: `${rest.title ?? ''} (${hint})`.trim() })}
    >
      {icon !== undefined && <Icon name={icon} isFilled={isIconFilled} />}
      {children}
    </button>
  );
}

/** A key as it is printed on the keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}
