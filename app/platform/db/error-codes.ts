/** pg says it in `code`; Prisma in its own code, in `meta` of a raw query, or in the driver's cause. */
export function carriesCode(error: unknown, isMeant: (code: string) => boolean): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, originalCode, meta, cause, kind } = error as Record<string, unknown>;
  if ([code, originalCode, kind].some((each) => typeof each === "string" && isMeant(each))) return true;
  const driverError = (meta as Record<string, unknown> | undefined)?.driverAdapterError;
  return [meta, cause, driverError].some((each) => carriesCode(each, isMeant));
}

/** Of PostgreSQL, of Prisma and of its driver: the name is taken by another row. */
export function isNameTaken(error: unknown): boolean {
  return carriesCode(error, (code) => NAME_TAKEN.includes(code));
}

/** What is referred to is gone, or what should go is still referred to. */
export function isReferenceBroken(error: unknown): boolean {
  return carriesCode(error, (code) => REFERENCE_BROKEN.includes(code));
}

const NAME_TAKEN: readonly string[] = ["23505", "P2002", "UniqueConstraintViolation"];
const REFERENCE_BROKEN: readonly string[] = ["23503", "P2003", "ForeignKeyConstraintViolation"];
