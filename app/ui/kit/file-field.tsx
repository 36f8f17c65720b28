import { CONTROL_STYLE, FieldFrame, type FieldProps, fieldAttributes } from "./field-frame.tsx";

/** One file from the device; its form must be sent as multipart/form-data. */
export function FileField({ accept, ...field }: FieldProps & { accept: string }) {
  return (
    <FieldFrame {...field}>
      <input
        type="file"
        accept={accept}
        {...fieldAttributes(field)}
        className={`${CONTROL_STYLE} file:me-4 file:rounded-md file:border-0 file:bg-accent-soft file:px-4 file:py-2 file:font-bold file:text-accent-ink`}
      />
    </FieldFrame>
  );
}
