import { Form, Link } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { useState } from "react";
import type { ActivityKind } from "#app/domain/activity/scheme.ts";
import { type Pillar, topOfScale } from "#app/domain/plan/activity-proposal.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { activityKindsArea } from "#app/messages/vi/activity-kinds.ts";
import { Button } from "../kit/button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { iconOfKind } from "./kind-icon.ts";
import { ACTIVITY_PATHS } from "./paths.ts";

const PILLARS: readonly Pillar[] = ["government", "economy", "society", "common"];

type Tile = Pick<ActivityKind, "key" | "name" | "pillar" | "scale">;

interface KindTilesProps {
  kinds: readonly Tile[];
  /** Keys of this member's last kinds, the latest first. */
  recent: readonly string[];
  search: string;
  /** The book on the phone leads to its own form, by a whole new page: that one comes without a network. */
  pathOf?: (key: string) => string;
}

/** What was done, as tiles: the member's own last ones first, then all by pillar. */
export function KindTiles({ kinds, recent, search: asked, pathOf }: KindTilesProps) {
  const { activityKinds: words } = useMessages(activityKindsArea);
  const isLive = useIsLive();
  const [typed, setTyped] = useState(asked);
  const found = kinds.filter(({ name }) => isFound(name, typed));
  const last =
    typed.trim() === "" ? recent.flatMap((key) => kinds.find((kind) => kind.key === key) ?? []) : [];
  return (
    <>
      {last.length > 0 ? (
        <section aria-labelledby="recent-kinds">
          <h2 id="recent-kinds" className="mb-3 text-xl">
            {words.recentKinds}
          </h2>
          <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            {last.map((kind) => (
              <BigTile key={kind.key} kind={kind} pathOf={pathOf} />
            ))}
          </ul>
        </section>
      ) : null}
      <Form
        method="get"
        noValidate
        className="grid gap-3 sm:flex sm:items-end"
        onSubmit={(event) => isLive && event.preventDefault()}
      >
        <div className="grow">
          <TextField
            name="tim"
            type="search"
            label={words.search}
            defaultValue={asked}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
          />
        </div>
        {isLive ? null : (
          <Button type="submit" variant="secondary" icon={Search}>
            {words.find}
          </Button>
        )}
      </Form>
      {found.length === 0 ? <p role="status">{words.noKinds}</p> : null}
      {PILLARS.map((pillar) => {
        const tiles = found.filter((kind) => kind.pillar === pillar);
        return tiles.length === 0 ? null : (
          <section key={pillar} aria-labelledby={`pillar-${pillar}`}>
            <h2 id={`pillar-${pillar}`} className="mb-3 text-xl">
              {words.pillars[pillar]}
            </h2>
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {tiles.map((kind) => (
                <Row key={kind.key} kind={kind} pathOf={pathOf} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

interface TileProps {
  kind: Tile;
  pathOf: KindTilesProps["pathOf"];
}

function BigTile({ kind, pathOf }: TileProps) {
  const Picture = iconOfKind(kind.key);
  return (
    <li>
      <Link
        to={(pathOf ?? ACTIVITY_PATHS.logKind)(kind.key)}
        reloadDocument={pathOf !== undefined}
        className="flex h-full min-h-32 flex-col gap-2 rounded-xl border border-line bg-surface p-4 shadow-card hover:border-edge"
      >
        <span className="grid size-12 place-items-center rounded-full bg-accent text-on-accent">
          <Picture size="1.5rem" aria-hidden />
        </span>
        <span className="font-bold leading-snug">{kind.name}</span>
      </Link>
    </li>
  );
}

function Row({ kind, pathOf }: TileProps) {
  const { activityKinds: words } = useMessages(activityKindsArea);
  const format = useFormat();
  const Picture = iconOfKind(kind.key);
  return (
    <li>
      <Link
        to={(pathOf ?? ACTIVITY_PATHS.logKind)(kind.key)}
        reloadDocument={pathOf !== undefined}
        className="flex h-full min-h-18 items-center gap-4 rounded-xl border border-line bg-surface p-4 shadow-card hover:border-edge"
      >
        <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
          <Picture size="1.5rem" aria-hidden />
        </span>
        <span className="min-w-0">
          <span className="block font-bold leading-snug">{kind.name}</span>
          <span className="block text-sm text-ink-soft">
            {words.upTo(format.points(topOfScale(kind.scale)))}
          </span>
        </span>
      </Link>
    </li>
  );
}

function isFound(name: string, search: string): boolean {
  const text = foldVietnamese(name);
  return foldVietnamese(search)
    .split(" ")
    .every((word) => text.includes(word));
}
