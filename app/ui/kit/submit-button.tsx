import { useNavigation } from "@remix-run/react";
import { Button, type ButtonProps } from "./button.tsx";

/**
 * Sends the form it stands in. While a form is on its way it refuses a second press in words a reader hears;
 * it is not `disabled`, which would drop the focus. A repeated sending is harmless anyway.
 */
export function SubmitButton({ children, onClick, ...rest }: Omit<ButtonProps, "type">) {
  const isSending = useNavigation().state === "submitting";
  return (
    <Button
      {...rest}
      type="submit"
      aria-disabled={isSending || undefined}
      onClick={(event) => (isSending ? event.preventDefault() : onClick?.(event))}
    >
      {children}
    </Button>
  );
}
