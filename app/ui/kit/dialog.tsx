import X from "lucide-react/icons/x";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages } from "../language.tsx";

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
}

/**
 * The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. For short
 * questions only; what must work without JavaScript is a page.
 */
export function Dialog({ isOpen, onClose, title, children }: DialogProps) {
  const { kit } = useMessages(kitArea);
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (isOpen && !dialog?.open) dialog?.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[calc(100vw-2rem)] max-w-lg rounded-xl bg-surface p-5 text-ink shadow-float sm:p-6"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={titleId} className="pt-1.5 text-xl">
          {title}
        </h2>
        <button
          type="button"
          aria-label={kit.close}
          onClick={onClose}
          className="-me-2 grid size-12 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-sunken"
        >
          <X size="1.375em" aria-hidden />
        </button>
      </div>
      {children}
    </dialog>
  );
}
