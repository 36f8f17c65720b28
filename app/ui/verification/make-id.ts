import { type Id, makeId } from "#app/domain/ids.ts";

/** A name made on this machine before anything is sent. */
export function makeIdHere(): Id {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
