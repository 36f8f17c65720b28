import type { Request, Response } from "express";
import type { EdgeRefusal } from "#app/messages/edge-refusals.ts";
import type { Visit } from "#app/platform/platform.ts";

/** What the server knows of one request on its way through the guard. */
export interface Encounter {
  readonly visit: Visit;
  /** The public origin that was addressed; null when it is none of ours, and then the request is refused. */
  readonly origin: string | null;
  readonly startedAtMs: number;
  /** Pages and their data; files and probes are not worth a line of the log. */
  kind: "page" | "file" | "probe";
  refusal: EdgeRefusal | null;
  /** Arrived whole, for methods that carry one. */
  body: Uint8Array<ArrayBuffer> | null;
}

export type EdgeRequest = Request;
export type EdgeResponse = Response<unknown, { encounter: Encounter }>;
export type EdgeStep = (
  request: EdgeRequest,
  response: EdgeResponse,
  next: (error?: unknown) => void,
) => void;
