import { CONTROL_STYLE, FieldFrame, type FieldProps, fieldAttributes } from "./field-frame.tsx";

/** A file from the device, or several; its form must be sent as multipart/form-data. */
export function FileField({
  accept,
  multiple,
  ...field
}: FieldProps & { accept: string; multiple?: boolean }) {
  return (
    <FieldFrame {...field}>
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        {...fieldAttributes(field)}
        className={`${CONTROL_STYLE} file:me-4 file:rounded-md file:border-0 file:bg-accent-soft file:px-4 file:py-2 file:font-bold file:text-accent-ink`}
      />
    </FieldFrame>
  );
}
