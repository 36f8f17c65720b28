import { Link, type LinkProps } from "@remix-run/react";
import { classNames } from "../class-names.ts";
import { type ButtonLook, buttonStyle } from "./button-style.ts";
import type { Icon } from "./icon.ts";

interface LinkButtonProps extends ButtonLook, Omit<LinkProps, "className"> {
  icon?: Icon | undefined;
  iconAfter?: Icon | undefined;
  className?: string;
}

/** Goes somewhere, and looks as important as a button. */
export function LinkButton(props: LinkButtonProps) {
  const { variant, size, block, icon: Before, iconAfter: After, className, children, ...rest } = props;
  return (
    <Link {...rest} className={classNames(buttonStyle({ variant, size, block }), className)}>
      {Before ? <Before size="1.25em" aria-hidden className="shrink-0" /> : null}
      {children}
      {After ? <After size="1.25em" aria-hidden className="shrink-0" /> : null}
    </Link>
  );
}
