import { describe, expect, it } from "vitest";
import { isPassingFault } from "./passing-fault.ts";

const coded = (code: string) => Object.assign(new Error("x"), { code });

describe("a fault that passes", () => {
  it.each([
    ["PostgreSQL has no room", coded("53100")],
    ["PostgreSQL has no connection left", coded("53300")],
    ["PostgreSQL is starting", coded("57P03")],
    ["Prisma could not begin", coded("P2028")],
    ["the disk of the house is full", coded("ENOSPC")],
    ["a driver's error inside one of Prisma's", { meta: { driverAdapterError: { cause: coded("57P01") } } }],
    ["a connection without a code", new Error("Connection terminated unexpectedly")],
    ["the same as a cause", new Error("raw query failed", { cause: new Error("Query read timeout") })],
  ])("SECURITY G19: %s", (_, error) => {
    expect(isPassingFault(error)).toBe(true);
  });

  it.each([
    ["a name that is taken", coded("23505")],
    ["a missing table", coded("42P01")],
    ["a mistake of the program", new TypeError("x is not a function")],
    ["nothing", undefined],
  ])("is not %s", (_, error) => {
    expect(isPassingFault(error)).toBe(false);
  });
});
