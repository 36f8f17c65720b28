import { useLocation } from "@remix-run/react";
import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import X from "lucide-react/icons/x";
import { type ReactNode, useState } from "react";
import { kitArea } from "#app/messages/vi/kit.ts";
import { classNames } from "../class-names.ts";
import { useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";

interface FlashProps {
  tone?: "success" | "danger";
  children: ReactNode;
  /** One way back, such as undoing. */
  action?: ReactNode;
}

/**
 * What has just happened, said once above the bar under the thumb. It waits to be read: it goes when closed or
 * when the page changes, never by a clock. Without JavaScript there is no cross to press: it then stands in the
 * page and hides nothing. Closed, it comes again with the next answer, even one in the same words.
 */
export function Flash(props: FlashProps) {
  return <Once key={useLocation().key} {...props} />;
}

function Once({ tone = "success", children, action }: FlashProps) {
  const { kit } = useMessages(kitArea);
  const [isOpen, setOpen] = useState(true);
  const isLive = useIsLive();
  if (!isOpen) return null;
  const Picture = tone === "success" ? CircleCheck : CircleAlert;
  return (
    <div
      role={tone === "success" ? "status" : "alert"}
      className={classNames(
        "rise no-print inset-x-4 bottom-24 z-30 mx-auto flex w-full max-w-xl items-center gap-3 rounded-lg p-2 ps-4 shadow-float",
        "lg:bottom-8 [@media(scripting:enabled)]:fixed [@media(scripting:enabled)]:w-auto",
        tone === "success" ? "bg-night text-night-ink" : "bg-danger text-on-danger",
      )}
    >
      <Picture size="1.5em" aria-hidden className="shrink-0" />
      <div className="min-w-0 flex-1 py-2 font-bold">{children}</div>
      {action}
      {isLive ? (
        <button
          type="button"
          aria-label={kit.close}
          onClick={() => setOpen(false)}
          className="grid size-12 shrink-0 place-items-center rounded-md"
        >
          <X size="1.375em" aria-hidden />
        </button>
      ) : null}
    </div>
  );
}
