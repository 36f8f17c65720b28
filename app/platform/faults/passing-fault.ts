import { carriesCode } from "../db/error-codes.ts";

/**
 * Classes and codes of PostgreSQL: no connection, no room (disk, memory, connections), stopped or starting, a disk that
 * fails, a statement or lock that had no time. Of Prisma: not reachable, no answer in time, connection closed, no
 * transaction to be had. Of the operating system: no room, a disk that fails, a line that is cut.
 */
const PASSING = new RegExp(
  `^(?:${[
    "08...|53...|57P0.|57014|55P03|58030|XX002",
    "P1001|P1002|P1008|P1017|P2024|P2028|P2037",
    "DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections",
    "ENOSPC|EDQUOT|EROFS|EIO|EMFILE|ENFILE|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH",
  ].join("|")})$`,
);

/** The driver has no codes for these. */
const PASSING_WORDS =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client was closed|the database gave no answer)/;

/**
 * Whether the ground below failed (database, disk, line), and not the request or the program: nothing of it was kept,
 * or nobody knows, and the same may be sent again under the same names.
 */
export function isPassingFault(error: unknown): boolean {
  if (carriesCode(error, (code) => PASSING.test(code))) return true;
  for (let each = error; each instanceof Error; each = each.cause) {
    if (PASSING_WORDS.test(each.message)) return true;
  }
  return false;
}
