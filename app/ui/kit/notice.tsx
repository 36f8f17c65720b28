import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const LOOKS = {
  info: { style: "bg-info-soft text-info-ink", Picture: Info },
  success: { style: "bg-accent-soft text-accent-ink", Picture: CircleCheck },
  warning: { style: "bg-gold-soft text-gold-ink", Picture: TriangleAlert },
  danger: { style: "bg-danger-soft text-danger-ink", Picture: CircleAlert },
} as const;

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** A link or button below the text. */
  action?: ReactNode;
}

/** Something to know on this page; it stays. What just happened is a flash. */
export function Notice({ tone = "info", title, children, action }: NoticeProps) {
  const { style, Picture } = LOOKS[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={classNames("flex gap-3 rounded-lg p-4", style)}
    >
      <Picture size="1.5em" aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0">
        {title ? <p className="text-lg font-bold">{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
        {action ? <div className="mt-3">{action}</div> : null}
      </div>
    </div>
  );
}
