import CircleAlert from "lucide-react/icons/circle-alert";
import type { ReactNode } from "react";
import type { Rejection } from "#app/messages/rejections.ts";
import { kitArea } from "#app/messages/vi/kit.ts";
import { classNames } from "../class-names.ts";
import { useMessages, useSayRejection } from "../language.tsx";

/** What every field takes. Without `optional` it must be filled in. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What the action answered for this field: a refusal, or a sentence already formed. */
  error?: Rejection | string | null | undefined;
  /** "unsaid" where everybody knows that it may stay empty: a search, a line to mend, one of two ways. */
  optional?: boolean | "unsaid" | undefined;
  /** Only where two forms on one page have a field of the same name. */
  id?: string | undefined;
}

export function fieldId({ name, id }: Pick<FieldProps, "name" | "id">): string {
  return id ?? `field-${name}`;
}

/** The attributes that tie a control to its hint and its error. */
export function fieldAttributes(props: FieldProps) {
  const id = fieldId(props);
  const describedBy = classNames(props.hint ? `${id}-hint` : null, props.error ? `${id}-error` : null);
  return {
    id,
    name: props.name,
    required: !props.optional,
    "aria-invalid": props.error ? true : undefined,
    "aria-describedby": describedBy || undefined,
  };
}

export const CONTROL_STYLE =
  "w-full min-h-13 rounded-md border-2 border-edge bg-surface px-4 py-2.5 text-base text-ink placeholder:text-ink-soft " +
  "aria-invalid:border-danger disabled:bg-sunken disabled:text-ink-soft";

export function FieldFrame({ children, ...props }: FieldProps & { children: ReactNode }) {
  const id = fieldId(props);
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-bold">
        <FieldLabel label={props.label} optional={props.optional} />
      </label>
      <FieldHint id={id} hint={props.hint} />
      {children}
      <FieldError id={id} error={props.error} />
    </div>
  );
}

/** A group of controls under one question. */
export function FieldSet({ children, ...props }: FieldProps & { children: ReactNode }) {
  const { id, "aria-describedby": describedBy } = fieldAttributes(props);
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend className="mb-1 font-bold">
        <FieldLabel label={props.label} optional={props.optional} />
      </legend>
      <FieldHint id={id} hint={props.hint} />
      {children}
      <FieldError id={id} error={props.error} />
    </fieldset>
  );
}

export function FieldLabel({ label, optional }: Pick<FieldProps, "label" | "optional">) {
  const { kit } = useMessages(kitArea);
  if (!optional || optional === "unsaid") return <>{label}</>;
  return (
    <>
      {label} <span className="font-normal text-ink-soft">({kit.optional})</span>
    </>
  );
}

export function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  if (!hint) return null;
  return (
    <p id={`${id}-hint`} className="mb-2 text-sm text-ink-soft">
      {hint}
    </p>
  );
}

export function FieldError({ id, error }: { id: string; error: FieldProps["error"] }) {
  const say = useSayRejection();
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="mt-2 flex items-start gap-2 font-bold text-danger-ink">
      <CircleAlert size="1.25em" aria-hidden className="mt-[0.2em] shrink-0" />
      <span>{say(error)}</span>
    </p>
  );
}
