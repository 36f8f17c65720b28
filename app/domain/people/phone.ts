declare const phoneBrand: unique symbol;
/** A mobile number of Việt Nam in E.164: "+84912345678". */
export type Phone = string & { readonly [phoneBrand]: true };

/**
 * 0912 345 678, 84912345678, +84 (0)912.345.678, and 912345678 when a spreadsheet ate the leading zero.
 * Numbers of eleven digits (012x, 016x) ended in 2018 and are refused.
 */
export function parsePhone(text: string): Phone | null {
  const digits = text
    .trim()
    .replace(/^'/, "")
    .replace(/\(0\)/, "")
    .replace(/[\s.\-–()]/g, "");
  const match = /^(?:\+?84|0|)([35789]\d{8})$/.exec(digits);
  return match ? (`+84${match[1]}` as Phone) : null;
}

/** 0912 345 678, as people read it aloud. */
export function formatPhone(phone: Phone): string {
  const local = `0${phone.slice(3)}`;
  return `${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}`;
}

/** •••• ••• 678: enough to recognise one's own number. */
export function maskPhone(phone: Phone): string {
  return `•••• ••• ${phone.slice(-3)}`;
}
