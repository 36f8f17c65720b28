import { Transform } from "node:stream";

/**
 * React 18 sends its whole buffer when a letter of several bytes does not fit at its end, and the unused bytes are
 * zeros: "Chủ t\0\0ịch". A page has no zero bytes of its own, so they are taken out on the way.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
