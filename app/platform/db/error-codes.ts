/** pg says it in `code`; Prisma in its own code, in `meta` of a raw query, or in the driver's cause. */
export function carriesCode(error: unknown, isMeant: (code: string) => boolean): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, originalCode, meta, cause, kind } = error as Record<string, unknown>;
  if ([code, originalCode, kind].some((each) => typeof each === "string" && isMeant(each))) return true;
  const driverError = (meta as Record<string, unknown> | undefined)?.driverAdapterError;
  return [meta, cause, driverError].some((each) => carriesCode(each, isMeant));
}
