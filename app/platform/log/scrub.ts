// What may be written into a log line. Logs are read by more people than the database is, so whatever could hold
// a person's data is taken out here, whoever wrote the line: a mistake in a feature must not reach the disk.

const REMOVED = "[removed]";
const DEPTH_LIMIT = 4;
const TEXT_LIMIT = 400;
const ITEMS_LIMIT = 20;

/** Names of fields that hold secrets, personal data or whole requests, wherever they stand in a line. */
const PERSONAL_FIELD =
  /pass(word|phrase)?|secret|token|cookie|authori[sz]ation|\bpin\b|otp|credential|headers?|^body$|^form|^values?$|query|search|^params?$|address|^ip$|phone|e-?mail|^name$|(full|display|user|family|given|resident|member)_?name|cccd|cmnd|identity|birth|^detail$|^where$|parameters|^meta$|^args$/i;

/** Eight or more digits in a row, also in groups: phone and identity numbers. Ids and dates are left alone. */
const LONG_NUMBER = /(?<![\w-])\+?\(?\d(?:[ .()-]{0,2}\d){7,}(?![\w-])/g;
const CALENDAR_TIME = /^\d{4}-\d{2}-\d{2}/;
const E_MAIL = /[^\s"'<>@]+@[^\s"'<>@]+\.[^\s"'<>@]+/g;
const QUERY_STRING = /\?[^\s"'<>]*/g;
const USER_INFO = /\/\/[^\s/@]*@/g;
const NETWORK_ADDRESS =
  /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|(?<![\w:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}(?![\w:])/gi;

export function scrubText(text: string): string {
  const scrubbed = text
    .slice(0, TEXT_LIMIT)
    .replace(USER_INFO, `//${REMOVED}@`)
    .replace(E_MAIL, REMOVED)
    .replace(QUERY_STRING, `?${REMOVED}`)
    .replace(NETWORK_ADDRESS, REMOVED)
    .replace(LONG_NUMBER, (digits) => (CALENDAR_TIME.test(digits) ? digits : REMOVED));
  return text.length > TEXT_LIMIT ? `${scrubbed}…` : scrubbed;
}

export function scrubFields(fields: Record<string, unknown>): Record<string, unknown> {
  return scrubObject(fields, DEPTH_LIMIT);
}

function scrubObject(fields: object, depth: number): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) {
    kept[key] = PERSONAL_FIELD.test(key) ? REMOVED : scrubValue(value, depth);
  }
  return kept;
}

function scrubValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return scrubText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return describeError(value);
  if (depth <= 1 || ArrayBuffer.isView(value)) return REMOVED;
  if (Array.isArray(value)) return value.slice(0, ITEMS_LIMIT).map((item) => scrubValue(item, depth - 1));
  return scrubObject(value, depth - 1);
}

/**
 * An error as kind, code and place. Database drivers print the offending values in their messages (in quotes,
 * after "Key (phone)=", or on further lines), so of a message only the first sentence without its quotations stays.
 */
export function describeError(error: unknown, causesLeft = 3): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, severity, table, constraint, cause } = error as Error & Record<string, unknown>;
  const described: Record<string, unknown> = { type: error.name, message: describeMessage(error.message) };
  for (const [key, value] of Object.entries({ code, severity, table, constraint })) {
    if (typeof value === "string" || typeof value === "number") described[key] = value;
  }
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  if (frames.length > 0) described.stack = frames.slice(0, 12).map((line) => line.trim());
  if (cause !== undefined && causesLeft > 0) described.cause = describeError(cause, causesLeft - 1);
  return described;
}

function describeMessage(message: string): string {
  const firstLine = message.split("\n").find((line) => line.trim() !== "") ?? "";
  return scrubText(
    firstLine
      .slice(0, 2 * TEXT_LIMIT)
      .replace(/"[^"]*"|`[^`]*`|'[^']*'|“[^”]*”/g, "…")
      .replace(/=\s*\([^)]*\)/g, "=(…)")
      .replace(/\{.*$/, "{…"),
  );
}
