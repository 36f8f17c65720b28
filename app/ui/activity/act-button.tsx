import type { ReactNode } from "react";
import { Button, type ButtonProps } from "../kit/button.tsx";
import { type DraftAct, readAct } from "./draft.ts";

interface ActButtonProps extends Omit<ButtonProps, "type" | "onClick" | "name" | "value"> {
  /** See `readAct`; the server reads the same value where no script runs. */
  act: string;
  onAct: (act: DraftAct) => void;
  children: ReactNode;
}

/** One tap on the form: done at once where scripts run, else by sending the form as it stands. */
export function ActButton({ act, onAct, ...rest }: ActButtonProps) {
  return (
    <Button
      {...rest}
      type="submit"
      name="act"
      value={act}
      formNoValidate
      onClick={(event) => {
        const read = readAct(act);
        if (read === null) return;
        event.preventDefault();
        onAct(read);
      }}
    />
  );
}

/** The same tap on a whole row. */
export function ActRow({
  act,
  onAct,
  className,
  children,
  ...rest
}: ActButtonProps & { "aria-pressed"?: boolean }) {
  const { variant: _, size: __, block: ___, icon: ____, iconAfter: _____, ...native } = rest;
  return (
    <button
      {...native}
      type="submit"
      name="act"
      value={act}
      formNoValidate
      className={className}
      onClick={(event) => {
        const read = readAct(act);
        if (read === null) return;
        event.preventDefault();
        onAct(read);
      }}
    >
      {children}
    </button>
  );
}
