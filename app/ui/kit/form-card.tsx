import { Form, type FormProps } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { ErrorSummary, type Problems } from "./error-summary.tsx";

interface FormCardProps extends Omit<FormProps, "className" | "children" | "title"> {
  children: ReactNode;
  /** The heading of the page, level one. */
  title?: ReactNode;
  lead?: ReactNode;
  problems?: Problems | null | undefined;
  labels?: Readonly<Record<string, string>>;
  /** The woven ribbon on top, for the doors of the house. */
  ribbon?: boolean;
  /** Below a line: other ways on. */
  footer?: ReactNode;
}

/**
 * One form on its sheet. The browser's own bubbles are off: they speak the browser's language and vanish;
 * the server's answer stands beside the field.
 */
export function FormCard({
  children,
  title,
  lead,
  problems,
  labels,
  footer,
  ribbon = false,
  method = "post",
  ...form
}: FormCardProps) {
  return (
    <div
      className={classNames(
        "rise w-full overflow-hidden rounded-xl border border-line bg-surface shadow-card",
        // A door stands in the middle of its page; another form under what leads to it.
        ribbon ? "mx-auto max-w-lg" : "max-w-2xl",
      )}
    >
      {ribbon ? <div className="brocade" aria-hidden="true" /> : null}
      <div className="p-5 sm:p-8">
        {title ? <h1 className="text-2xl">{title}</h1> : null}
        {lead ? <p className="mt-2 text-ink-soft">{lead}</p> : null}
        <Form {...form} method={method} noValidate className="mt-6 grid grid-cols-1 gap-5">
          <ErrorSummary problems={problems} {...(labels ? { labels } : {})} />
          {children}
        </Form>
        {footer ? <div className="mt-6 border-t border-line pt-4">{footer}</div> : null}
      </div>
    </div>
  );
}
