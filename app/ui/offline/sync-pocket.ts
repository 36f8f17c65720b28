import type { ClaimState } from "#app/domain/activity/claim.ts";
import type { HeldNote } from "#app/domain/offline/envelope.ts";
import {
  isWatched,
  needsNewSeal,
  type SentOutcome,
  stateAfter,
  stateOfClaim,
  stateOfHeld,
} from "#app/domain/offline/queue-entry.ts";
import { connectPocket } from "./open-pocket.ts";
import { POCKET_PATHS } from "./paths.ts";
import { sealEnvelope } from "./phone-key.ts";
import { type EntryAnswer, type Pocket, type PocketEntry, tellTabs } from "./pocket.ts";
import { sendPhotoInParts } from "./send-photo-parts.ts";

/** How a round ended: everything was answered, nobody answered, or the house knows nobody here any more. */
export type SyncEnd = "done" | "offline" | "signed_out" | "busy";

const LOCK = "so-tay-gui";
const BATCH = 10;
const PATIENCE_MS = 30_000;
const MOST_WATCHED = 60;

/**
 * Sends what is on the phone, the oldest first: photographs, then their records. One tab at a time; sent twice by
 * whatever accident, a record is one record. `wait` is for a press of the button, which wants its own answer.
 */
export async function syncPocket(pocket: Pocket, wait: "wait" | "skip" = "skip"): Promise<SyncEnd> {
  if (!navigator.locks) return sendAll(pocket);
  if (wait === "wait") return navigator.locks.request(LOCK, () => sendAll(pocket));
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? sendAll(pocket) : "busy"));
}

async function sendAll(pocket: Pocket): Promise<SyncEnd> {
  let end: SyncEnd = "done";
  const tried = new Set<string>();
  while (end === "done") {
    const saved = (await pocket.list()).filter(({ id, state }) => state === "saved" && !tried.has(id));
    const batch = saved.reverse().slice(0, BATCH);
    if (batch.length === 0) break;
    for (const { id } of batch) tried.add(id);
    end = await sendBatch(pocket, batch);
    tellTabs();
  }
  if (end === "done") end = await askAfterSent(pocket);
  if (end === "done") {
    const isEmpty = !(await pocket.list()).some(({ state }) => state === "saved");
    if (isEmpty) await pocket.forgetClock();
    await pocket.tidy();
  }
  tellTabs();
  return end;
}

async function sendBatch(pocket: Pocket, batch: readonly PocketEntry[]): Promise<SyncEnd> {
  const ready: PocketEntry[] = [];
  for (const entry of batch) {
    const photos = await sendPhotosOf(pocket, entry);
    if (photos === "offline" || photos === "signed_out") return photos;
    if (photos === "done") ready.push(entry);
    else await pocket.put({ ...entry, state: "mend", answer: { code: photos.code } });
  }
  if (ready.length === 0) return "done";
  const answer = await sendEnvelopes(pocket, ready);
  if (typeof answer === "string") return answer;
  const unsealed = ready.filter((entry) => {
    const outcome = answer.find(({ id }) => id === entry.id)?.outcome;
    return outcome && needsNewSeal(outcome);
  });
  await Promise.all(ready.map((entry) => keepAnswer(pocket, entry, answer)));
  return unsealed.length === 0 ? "done" : sealAnew(pocket, unsealed);
}

type Answers = readonly { readonly id: string; readonly outcome: SentOutcome }[];

async function sendEnvelopes(
  pocket: Pocket,
  entries: readonly PocketEntry[],
): Promise<Answers | "offline" | "signed_out"> {
  const owner = await pocket.noteClock();
  const said = await ask<{ answers: Answers }>(POCKET_PATHS.claims, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      phoneTime: new Date().toISOString(),
      wentBack: owner.wentBack,
      sealed: entries.map(({ envelope }) => envelope),
    }),
  });
  return typeof said === "string" ? said : said.answers;
}

/** The server's word may be a moment late: a record that was changed meanwhile keeps its new content. */
async function keepAnswer(pocket: Pocket, entry: PocketEntry, answers: Answers): Promise<void> {
  const outcome = answers.find(({ id }) => id === entry.id)?.outcome;
  const now = await pocket.find(entry.id);
  if (!outcome || now?.envelope.signature !== entry.envelope.signature) return;
  const { ok: _, value, ...rest } = outcome as SentOutcome & { value?: { state: ClaimState } };
  const answer: EntryAnswer = { ...rest, ...(value ? { state: value.state } : {}) };
  await pocket.put({ ...now, state: stateAfter(outcome), answer });
  if (outcome.ok) for (const photo of entry.draft.photos) await pocket.database.delete("photos", photo);
}

/** The house does not know the key any more: a new one is bound, and the same records are sealed with it. */
async function sealAnew(pocket: Pocket, entries: readonly PocketEntry[]): Promise<SyncEnd> {
  await pocket.change((owner) => ({ ...owner, signKey: null, publicKey: null, keyId: null, seq: 0 }));
  if ((await connectPocket(pocket.accountId)) === null) return "signed_out";
  const again: PocketEntry[] = [];
  for (const { id } of entries) {
    const entry = await pocket.find(id);
    if (!entry) continue;
    const { capturedAt, contact, day, content } = entry;
    const letter = { claimId: id, capturedAt, contact, day, content, households: entry.envelope.households };
    const sealed = { ...entry, envelope: await sealEnvelope(pocket.database, pocket.accountId, letter) };
    await pocket.put(sealed);
    again.push(sealed);
  }
  const answer = await sendEnvelopes(pocket, again);
  if (typeof answer === "string") return answer;
  await Promise.all(again.map((entry) => keepAnswer(pocket, entry, answer)));
  return "done";
}

async function sendPhotosOf(
  pocket: Pocket,
  { content }: PocketEntry,
): Promise<"done" | "offline" | "signed_out" | { readonly code: string }> {
  for (const id of content.photos) {
    const photo = await pocket.findPhoto(id);
    // Not in the book: it went ahead while the form was written.
    if (!photo || photo.isSent) continue;
    const sent = await sendPhotoInParts(id, photo);
    if (sent !== "done") return sent;
    await pocket.markPhotoSent(id);
  }
  return "done";
}

/** What others have decided meanwhile. */
async function askAfterSent(pocket: Pocket): Promise<SyncEnd> {
  const watched = (await pocket.list()).filter(({ state }) => isWatched(state)).slice(0, MOST_WATCHED);
  if (watched.length === 0) return "done";
  const query = watched.map(({ id }) => `id=${id}`).join("&");
  type State = { readonly id: string; readonly state: ClaimState | null; readonly held: HeldNote | null };
  const said = await ask<{ states: readonly State[] }>(`${POCKET_PATHS.claims}?${query}`, {});
  if (typeof said === "string") return said;
  for (const { id, state, held } of said.states) {
    const entry = watched.find((each) => each.id === id);
    const next = state ? stateOfClaim(state) : held ? stateOfHeld(held) : null;
    if (!entry || next === null || next === entry.state) continue;
    await pocket.put({
      ...entry,
      state: next,
      answer: { ...(state ? { state } : {}), ...(held ? { held } : {}) },
    });
  }
  return "done";
}

async function ask<Said extends object>(
  path: string,
  init: RequestInit,
): Promise<Said | "offline" | "signed_out"> {
  try {
    const answer = await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
    if ([401, 403, 404].includes(answer.status)) return "signed_out";
    return answer.ok ? ((await answer.json()) as Said) : "offline";
  } catch {
    return "offline";
  }
}
