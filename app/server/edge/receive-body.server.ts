import type { IncomingMessage } from "node:http";
import type { EdgeRefusal } from "#app/messages/edge-refusals.ts";

export type BodyReading =
  | { readonly ok: true; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly code: EdgeRefusal }
  /** The caller hung up; there is nobody to answer. */
  | { readonly ok: false; readonly code: "gone" };

export type BodyReceiver = (message: IncomingMessage, limitBytes: number) => Promise<BodyReading>;

const FIRST_BYTES = 16 * 1_024;

interface Arriving {
  heldBytes: number;
  giveUp(): void;
}

type Hold = (one: Arriving, bytes: number) => void;

/**
 * Takes bodies in whole before any route runs, so that a body too large, cut short or endless never starts an
 * action. All bodies on their way share one budget: when it is used up the oldest one is given up, which is the
 * slowest, so a thousand slow senders push out each other and not an honest form.
 */
export function makeBodyReceiver(budgetBytes: number): BodyReceiver {
  // A set keeps the order of arrival: its first member is the oldest.
  const arriving = new Set<Arriving>();
  let heldBytes = 0;
  const hold: Hold = (one, bytes) => {
    heldBytes += bytes - one.heldBytes;
    one.heldBytes = bytes;
    if (heldBytes > budgetBytes) arriving.values().next().value?.giveUp();
  };
  return (message, limitBytes) => {
    const declaredBytes = Number(message.headers["content-length"] ?? 0);
    if (!(declaredBytes <= limitBytes)) return Promise.resolve({ ok: false, code: "body_too_large" });
    return receive(message, limitBytes, arriving, hold);
  };
}

function receive(
  message: IncomingMessage,
  limitBytes: number,
  arriving: Set<Arriving>,
  hold: Hold,
): Promise<BodyReading> {
  return new Promise((resolve) => {
    let buffer = new Uint8Array(0);
    let bytes = 0;
    const self: Arriving = { heldBytes: 0, giveUp: () => finish({ ok: false, code: "body_too_slow" }) };
    const finish = (reading: BodyReading) => {
      message.off("data", take).off("end", end).off("close", gone).off("error", gone);
      message.pause();
      arriving.delete(self);
      hold(self, 0);
      resolve(reading);
    };
    const take = (chunk: Buffer) => {
      if (bytes + chunk.length > limitBytes) return finish({ ok: false, code: "body_too_large" });
      if (bytes + chunk.length > buffer.length) {
        buffer = enlarge(buffer, bytes + chunk.length, limitBytes);
        hold(self, buffer.length);
      }
      buffer.set(chunk, bytes);
      bytes += chunk.length;
    };
    const end = () => finish({ ok: true, body: buffer.subarray(0, bytes) });
    const gone = () => finish({ ok: false, code: "gone" });
    arriving.add(self);
    message.on("data", take).once("end", end).once("close", gone).once("error", gone);
  });
}

/** One growing buffer: a body that comes byte by byte must not cost an object for each byte. */
function enlarge(
  buffer: Uint8Array<ArrayBuffer>,
  neededBytes: number,
  limitBytes: number,
): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(limitBytes, Math.max(neededBytes, FIRST_BYTES, 2 * buffer.length)));
  larger.set(buffer);
  return larger;
}
