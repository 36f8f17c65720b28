import type { Ground } from "#app/domain/awards/ground.ts";
import { INITIATIVE_PATHS } from "#app/domain/initiatives/initiative-paths.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { TextLink } from "../../kit/text-link.tsx";
import { useFormat, useMessages } from "../../language.tsx";
import { YEAR_PATHS } from "../year-paths.ts";

interface GroundListProps {
  grounds: readonly Ground[];
  villageId: number | null;
  /** The office can follow each figure to its rows; a leader and the council read what it says. */
  mayOpen: boolean;
}

/** What the registers said, each line with the way to where it comes from. */
export function GroundList({ grounds, villageId, mayOpen }: GroundListProps) {
  const { yearAwards: words } = useMessages(yearAwardsArea);
  const say = useGroundWords();
  if (grounds.length === 0) return <p className="text-ink-soft">{words.one.noGrounds}</p>;
  return (
    <ul className="grid gap-2">
      {grounds.map((ground) => {
        const to = mayOpen ? sourceOf(ground, villageId) : null;
        return (
          <li key={ground.kind} className="rounded-md bg-sunken px-4 py-3">
            <p className="break-words">{say(ground)}</p>
            {to === null ? null : (
              <TextLink to={to} className="inline-flex min-h-12 items-center">
                {words.grounds.open}
              </TextLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function useGroundWords(): (ground: Ground) => string {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { grounds: words } = yearAwards;
  const { number, points, date } = useFormat();
  return (ground) => {
    switch (ground.kind) {
      case "review":
        return ground.rank === null
          ? words.unranked
          : words.review(number(ground.rank), points(ground.score), ground.band);
      case "work":
        return words.work(number(ground.visits), number(ground.people), number(ground.households));
      case "model":
        return words.model(ground.name, words.models[ground.state], date(ground.startedOn));
      case "initiative":
        return [
          words.initiative,
          ground.document === null ? words.notRecognised : words.recognised(ground.document),
          words.replicas(number(ground.replicas)),
        ].join(", ");
      case "family":
        return ground.on === null ? words.noFamily : words.family(ground.number ?? "", date(ground.on));
    }
  };
}

function sourceOf(ground: Ground, villageId: number | null): string | null {
  switch (ground.kind) {
    case "review":
      return YEAR_PATHS.village(ground.reviewId, ground.villageId);
    case "work":
      return WORK_PATHS[ground.of](ground.id);
    case "model":
      return "/mo-hinh";
    case "initiative":
      return INITIATIVE_PATHS.one(ground.id);
    case "family":
      return villageId === null ? null : `/van-phong/thon/${villageId}/ho/${ground.householdId}`;
  }
}

const WORK_PATHS = {
  member: (id: string) => `/van-phong/thanh-vien/${id}`,
  team: (id: string) => `/van-phong/to/${id}`,
  village: (id: string) => `/van-phong/thon/${id}`,
} as const;
