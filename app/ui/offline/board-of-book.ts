import { MODES } from "#app/domain/activity/scheme.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { PocketBook } from "#app/domain/offline/pocket-book.ts";
import type { Draft } from "../activity/draft.ts";
import { shapeOf } from "../activity/kind-shape.ts";
import { freshStart, newDraft } from "../activity/start-draft.ts";
import type { LogBoard } from "../activity/views.ts";
import type { Owner } from "./pocket-store.ts";

/** The form of one kind, filled from the book as the server would fill it; null for a kind the book does not know. */
export function boardOfBook(book: PocketBook, kindKey: string, today: LocalDate): LogBoard | null {
  const kind = book.kinds.find(({ key }) => key === kindKey);
  if (!kind) return null;
  const last = book.lastKinds.find(({ activityKey }) => activityKey === kindKey);
  const modes = last ? [last.mode, ...kind.modes.filter((mode) => mode !== last.mode)] : kind.modes;
  const usual = last?.serviceKeys ?? [];
  const rank = ({ key, pillar }: PocketBook["services"][number]) =>
    usual.includes(key) ? -usual.length + usual.indexOf(key) : pillar === kind.pillar ? 0 : 1;
  return {
    accountId: book.accountId,
    today,
    yesterday: addDays(today, -1),
    kind,
    limits: book.limits,
    modes: modes.filter((mode) => MODES.includes(mode)),
    services: [...book.services]
      .sort((left, right) => rank(left) - rank(right))
      .map(({ key, name }) => ({ key, name })),
    villages: book.villages,
    households: book.households,
    recent: book.recent,
    claimed: [],
    mates: book.mates,
    places: book.places,
  };
}

/** An empty form of a kind, with this person's habits. */
export function startOfBook(book: PocketBook, board: LogBoard): Draft {
  const last = book.lastKinds.find(({ activityKey }) => activityKey === board.kind.key);
  const services = shapeOf(board.kind).services === "one" ? (last?.serviceKeys ?? []).slice(0, 1) : [];
  return newDraft({ ...freshStart(board.kind, null), mode: board.modes[0] ?? "hands_on", services });
}

/** The day as the server would say it: by its last word and the time since, whatever this phone's clock shows. */
export function todayOnPhone(owner: Pick<Owner, "contact"> | undefined, nowMs: number): LocalDate {
  const contact = owner?.contact;
  if (!contact) return localDateAt(nowMs);
  const since = nowMs - Date.parse(contact.phone);
  return localDateAt(Date.parse(contact.server) + Math.max(0, since));
}
