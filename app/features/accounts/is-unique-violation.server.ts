/** Whether the database refused a second row with the same value of this column. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, meta } = error as { code?: unknown; meta?: unknown };
  return code === "P2002" && JSON.stringify(meta ?? null).includes(column);
}
