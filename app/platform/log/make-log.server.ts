import pino, { type DestinationStream, type Logger } from "pino";
import type { Config } from "../config/config.ts";
import { describeError, scrubFields, scrubText } from "./scrub.ts";

/** JSON lines on standard output. A line carries a request id, codes and figures, never a person. */
export function makeLog(config: Pick<Config, "mode" | "role">, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level: config.mode === "test" ? "warn" : "info",
    base: { role: config.role, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: scrubFields },
    serializers: { err: (error: unknown) => (error instanceof Error ? describeError(error) : error) },
    hooks: {
      logMethod(args, method) {
        method.apply(this, scrubArguments(args) as typeof args);
      },
    },
  };
  return scrubChildren(destination ? pino(options, destination) : pino(options));
}

function scrubArguments(args: readonly unknown[]): unknown[] {
  const [first, ...rest] = args.map((part) => (typeof part === "string" ? scrubText(part) : part));
  const error = first instanceof Error ? first : (first as { err?: unknown } | null | undefined)?.err;
  // pino would take the whole message of an error for a line that has none of its own.
  const words = rest.length === 0 && error instanceof Error ? [error.name] : rest;
  return [first instanceof Error ? { err: first } : first, ...words];
}

type MakeChild = (this: Logger, bindings: pino.Bindings, options?: pino.ChildLoggerOptions) => Logger;

/** pino drops the formatter of bindings for children; children inherit this method from their parent. */
function scrubChildren(log: Logger): Logger {
  const makeChild = log.child as unknown as MakeChild;
  const makeScrubbedChild: MakeChild = function (bindings, options) {
    return makeChild.call(this, scrubFields(bindings), options);
  };
  log.child = makeScrubbedChild as unknown as Logger["child"];
  return log;
}
