import { Form } from "@remix-run/react";
import CircleCheck from "lucide-react/icons/circle-check";
import type { Gap, WalkDoorState } from "#app/domain/gap-walks/gap.ts";
import { gapWalksArea } from "#app/messages/vi/gap-walks.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import type { Problems } from "../kit/error-summary.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Pill } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";
import { SURVEY_PATHS } from "../survey/paths.ts";
import { WALK_PATHS } from "./paths.ts";

interface Door {
  readonly householdId: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly state: WalkDoorState;
  readonly people: readonly string[];
  readonly lacking: number;
  readonly also: readonly Gap[];
}

interface WalkCardProps {
  walk: {
    readonly id: string;
    readonly gap: Gap;
    readonly kind: string | null;
    readonly memberName: string;
    readonly isOwn: boolean;
    readonly doors: readonly Door[];
  };
  /** The round that runs here. */
  roundId: string | null;
  villageId: number;
  problems: Problems | undefined;
}

const SHOWN_ALSO = 2;

/** Doors of one evening in walking order; what was logged since ticks itself. */
export function WalkCard({ walk, roundId, villageId, problems }: WalkCardProps) {
  const { gapWalks: words } = useMessages(gapWalksArea);
  const { id, gap, kind, memberName, isOwn, doors } = walk;
  const done = doors.filter(({ state }) => state !== "open").length;
  const wayTo = (householdId: string) => {
    if (kind !== null) return WALK_PATHS.log(kind, householdId);
    return roundId === null ? null : SURVEY_PATHS.door(roundId, householdId);
  };
  return (
    <Card
      title={isOwn ? words.own : words.of(memberName)}
      aside={
        <Pill tone={done === doors.length ? "accent" : "neutral"}>{words.done(done, doors.length)}</Pill>
      }
    >
      <p className="mb-3 text-lg">{words.gaps[gap]}</p>
      <ol className="grid gap-3">
        {doors.map((door) => (
          <DoorRow
            key={door.householdId}
            door={door}
            to={isOwn ? wayTo(door.householdId) : null}
            isForm={kind === null}
          />
        ))}
      </ol>
      <div className="mt-4">
        <Disclosure summary={words.drop} isOpen={problems?.sure !== undefined}>
          <Form method="post" className="grid gap-4">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="villageId" value={villageId} />
            <CheckBox name="sure" id={`sure-${id}`} label={words.dropSure} error={problems?.sure} />
            <Button type="submit" name="act" value="drop" variant="danger">
              {words.drop}
            </Button>
          </Form>
        </Disclosure>
      </div>
    </Card>
  );
}

function DoorRow({ door, to, isForm }: { door: Door; to: string | null; isForm: boolean }) {
  const { gapWalks: words, households } = useMessages(gapWalksArea, householdsArea);
  const { code, lane, head, state, people, lacking, also } = door;
  const isDone = state !== "open";
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line p-3">
      <div className="min-w-0 grow basis-56">
        <p className="font-bold">{head}</p>
        <p className="text-sm text-ink-soft">
          {households.list.code} {code}
          {lane === null ? null : ` · ${lane}`}
        </p>
        {isDone ? null : (
          <>
            {people.length > 0 ? (
              <p>{words.people(people.join(", "))}</p>
            ) : lacking > 0 ? (
              <p>{words.lacking(lacking)}</p>
            ) : null}
            {also.length > 0 ? (
              <p className="text-sm text-ink-soft">
                {words.also(
                  also
                    .slice(0, SHOWN_ALSO)
                    .map((gap) => words.gaps[gap])
                    .join("; "),
                )}
              </p>
            ) : null}
          </>
        )}
      </div>
      {isDone ? (
        <Pill tone={state === "verified" ? "accent" : "info"} icon={CircleCheck}>
          {words.states[state]}
        </Pill>
      ) : to === null ? (
        <Pill>{words.states.open}</Pill>
      ) : (
        <LinkButton to={to}>{isForm ? words.ask : words.log}</LinkButton>
      )}
    </li>
  );
}
