import { Link, type LinkProps } from "@remix-run/react";
import { classNames } from "../class-names.ts";

/** A link inside or beside text: always underlined, so that colour is not the only sign. */
export function TextLink({ className, ...rest }: Omit<LinkProps, "className"> & { className?: string }) {
  return (
    <Link
      {...rest}
      className={classNames(
        "font-bold text-accent-ink underline decoration-2 underline-offset-4 hover:decoration-4",
        className,
      )}
    />
  );
}
