import type { ButtonHTMLAttributes } from "react";
import { classNames } from "../class-names.ts";
import { type ButtonLook, buttonStyle } from "./button-style.ts";
import type { Icon } from "./icon.ts";

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
  icon?: Icon | undefined;
  iconAfter?: Icon | undefined;
}

export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    block,
    icon: Before,
    iconAfter: After,
    className,
    children,
    type = "button",
    ...rest
  } = props;
  return (
    <button {...rest} type={type} className={classNames(buttonStyle({ variant, size, block }), className)}>
      {Before ? <Before size="1.25em" aria-hidden className="shrink-0" /> : null}
      {children}
      {After ? <After size="1.25em" aria-hidden className="shrink-0" /> : null}
    </button>
  );
}
