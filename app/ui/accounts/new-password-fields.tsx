import { accountsArea } from "#app/messages/vi/accounts.ts";
import type { FieldProps } from "../kit/field-frame.tsx";
import { PasswordField } from "../kit/password-field.tsx";
import { useMessages } from "../language.tsx";

/** A new password, typed twice: the same two fields wherever one is chosen. */
export function NewPasswordFields(props: {
  label: string;
  repeatedLabel: string;
  problems: Readonly<Partial<Record<string, FieldProps["error"]>>> | null | undefined;
}) {
  const hint = useMessages(accountsArea).accounts.password.nextHint;
  return (
    <>
      <PasswordField
        name="password"
        label={props.label}
        hint={hint}
        error={props.problems?.password}
        autoComplete="new-password"
      />
      <PasswordField
        name="repeated"
        label={props.repeatedLabel}
        error={props.problems?.repeated}
        autoComplete="new-password"
      />
    </>
  );
}
