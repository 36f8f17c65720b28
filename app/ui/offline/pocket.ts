import type { ClaimContent, ClaimState } from "#app/domain/activity/claim.ts";
import type { ClaimProblem } from "#app/domain/activity/claim-refusals.ts";
import type { DayChoice } from "#app/domain/offline/capture-time.ts";
import type { HeldNote, SignedEnvelope } from "#app/domain/offline/envelope.ts";
import {
  doorsOf,
  type PocketBook,
  type PocketHousehold,
  withDoors,
} from "#app/domain/offline/pocket-book.ts";
import { type EntryState, isUnsettled } from "#app/domain/offline/queue-entry.ts";
import type { Draft } from "../activity/draft.ts";
import { sealEnvelope } from "./phone-key.ts";
import {
  type Owner,
  openBytes,
  openJson,
  type PocketDatabase,
  type Sealed,
  sealBytes,
  sealJson,
} from "./pocket-store.ts";

/** What a record on the phone holds, under lock. */
export interface EntryBody {
  readonly draft: Draft;
  readonly content: ClaimContent;
  readonly day: DayChoice;
  readonly capturedAt: string;
  readonly contact: { readonly server: string; readonly phone: string };
  readonly kindName: string;
  /** Hundredths, by the phone's own reckoning. */
  readonly points: number;
  readonly envelope: SignedEnvelope;
  readonly answer: EntryAnswer | null;
}

/** The server's last word on it, kept so that it can be said again without a network. */
export interface EntryAnswer {
  readonly code?: string;
  readonly problems?: readonly ClaimProblem[];
  readonly held?: HeldNote;
  readonly state?: ClaimState;
}

export interface PocketEntry extends EntryBody {
  readonly id: string;
  readonly state: EntryState;
  readonly madeMs: number;
}

/** What the form gives to be kept. */
export type NewEntry = Pick<EntryBody, "draft" | "content" | "day" | "kindName" | "points"> & {
  readonly id: string;
};

const CHANGED = "so-tay";

/** One person's own book on this phone: records, photographs and the list they are written from, all under lock. */
export class Pocket {
  constructor(
    readonly database: PocketDatabase,
    readonly accountId: string,
    readonly key: CryptoKey,
  ) {}

  owner(): Promise<Owner | undefined> {
    return this.database.get("owners", this.accountId);
  }

  /** Saved on the phone before anything is sent; written again under the same name it takes the old one's place. */
  async keep(entry: NewEntry): Promise<PocketEntry> {
    const owner = await this.noteClock();
    const contact = owner.contact;
    if (!contact) throw new Error("a book is kept after the first word of the server");
    const capturedAt = new Date().toISOString();
    const { id, ...rest } = entry;
    const households = doorsOf(rest.content, (await this.findBook())?.households ?? []);
    const sealedBy = { claimId: id, capturedAt, contact, day: rest.day, content: rest.content, households };
    const envelope = await sealEnvelope(this.database, this.accountId, sealedBy);
    const body: EntryBody = { ...rest, capturedAt, contact, envelope, answer: null };
    const known = await this.database.get("entries", id);
    const whole = { ...body, id, state: "saved" as const, madeMs: known?.madeMs ?? Date.now() };
    await this.put(whole);
    tellTabs();
    return whole;
  }

  async put({ id, state, madeMs, ...body }: PocketEntry): Promise<void> {
    const sealed = await sealJson(this.key, body);
    await this.database.put("entries", { id, accountId: this.accountId, state, madeMs, sealed });
  }

  async find(id: string): Promise<PocketEntry | null> {
    const stored = await this.database.get("entries", id);
    if (!stored || stored.accountId !== this.accountId) return null;
    const body = await openJson<EntryBody>(this.key, stored.sealed).catch(() => null);
    return body && { ...body, id, state: stored.state, madeMs: stored.madeMs };
  }

  /** The newest first. What cannot be opened any more is left where it is. */
  async list(): Promise<PocketEntry[]> {
    const ids = await this.database.getAllKeysFromIndex("entries", "account", this.accountId);
    const found = await Promise.all(ids.map((id) => this.find(id)));
    return found
      .flatMap((entry) => entry ?? [])
      .sort((left, right) => right.madeMs - left.madeMs || (left.id < right.id ? 1 : -1));
  }

  async remove(id: string): Promise<void> {
    const entry = await this.find(id);
    await this.database.delete("entries", id);
    for (const photo of entry?.draft.photos ?? []) await this.database.delete("photos", photo);
    tellTabs();
  }

  /** Taken out of the book with its pictures left: the form it came from is still open. */
  async takeOut(id: string): Promise<void> {
    await this.database.delete("entries", id);
    tellTabs();
  }

  async keepPhoto(id: string, picture: Blob, takenOn: string | null): Promise<void> {
    const sealed = await sealBytes(this.key, await picture.arrayBuffer());
    await this.database.put("photos", {
      id,
      accountId: this.accountId,
      isSent: false,
      takenOn,
      madeMs: Date.now(),
      sealed,
    });
  }

  async findPhoto(
    id: string,
  ): Promise<{ bytes: ArrayBuffer; takenOn: string | null; isSent: boolean } | null> {
    const stored = await this.database.get("photos", id);
    if (!stored || stored.accountId !== this.accountId) return null;
    const bytes = await openBytes(this.key, stored.sealed).catch(() => null);
    return bytes && { bytes, takenOn: stored.takenOn, isSent: stored.isSent };
  }

  async markPhotoSent(id: string): Promise<void> {
    const stored = await this.database.get("photos", id);
    if (stored) await this.database.put("photos", { ...stored, isSent: true });
  }

  async keepBook(book: PocketBook): Promise<void> {
    const sealed: Sealed = await sealJson(this.key, withDoors(book, await this.findBook()));
    await this.database.put("books", { accountId: this.accountId, sealed });
  }

  /** A household met at its door: on this phone's list at once, on the server's with the first record about it. */
  async addDoor(household: PocketHousehold): Promise<void> {
    const book = await this.findBook();
    if (book) await this.keepBook({ ...book, households: [...book.households, household] });
    tellTabs();
  }

  async findBook(): Promise<PocketBook | null> {
    const stored = await this.database.get("books", this.accountId);
    return stored ? openJson<PocketBook>(this.key, stored.sealed).catch(() => null) : null;
  }

  /** A word of the server: its moment, and what this phone's clock says now. */
  async noteContact(server: string): Promise<void> {
    await this.change((owner) => ({
      ...owner,
      contact: { server, phone: new Date().toISOString() },
      seenMs: Date.now(),
    }));
  }

  /** T14: a clock that goes back while the phone is away leaves this one trace. */
  noteClock(): Promise<Owner> {
    return this.change((owner) => {
      const now = Date.now();
      const wentBack = owner.wentBack || now < owner.seenMs - CLOCK_SLACK_MS;
      return { ...owner, wentBack, seenMs: Math.max(now, owner.seenMs) };
    });
  }

  /** Everything has been sent: what the clock did before concerns nothing any more. */
  async forgetClock(): Promise<void> {
    await this.change((owner) => ({ ...owner, wentBack: false, seenMs: Date.now() }));
  }

  async change(work: (owner: Owner) => Owner): Promise<Owner> {
    const transaction = this.database.transaction("owners", "readwrite");
    const owner = await transaction.store.get(this.accountId);
    if (!owner) throw new Error("the book has no owner any more");
    const next = work(owner);
    await transaction.store.put(next);
    await transaction.done;
    return next;
  }

  /** Old news goes; pictures go once their record has arrived. */
  async tidy(): Promise<void> {
    const entries = await this.list();
    const old = Date.now() - KEPT_MS;
    const gone = entries.filter(
      ({ state, madeMs }, index) => !isUnsettled(state) && (madeMs < old || index >= MOST_KEPT),
    );
    for (const { id } of gone) await this.database.delete("entries", id);
    const needed = new Set(entries.flatMap(({ state, draft }) => (isUnsettled(state) ? draft.photos : [])));
    const photos = await this.database.getAllFromIndex("photos", "account", this.accountId);
    for (const { id, madeMs } of photos) {
      if (!needed.has(id) && madeMs < Date.now() - PHOTO_KEPT_MS) await this.database.delete("photos", id);
    }
  }
}

const CLOCK_SLACK_MS = 60_000;
const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 31 * DAY_MS;
const MOST_KEPT = 300;
/** A form that was left open still shows its pictures the day after. */
const PHOTO_KEPT_MS = 2 * DAY_MS;

/** Two tabs look at one book. */
export function tellTabs(): void {
  const channel = new BroadcastChannel(CHANGED);
  channel.postMessage("changed");
  channel.close();
}

export function onBookChanged(work: () => void): () => void {
  const channel = new BroadcastChannel(CHANGED);
  channel.onmessage = work;
  return () => channel.close();
}
