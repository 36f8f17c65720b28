import { Form } from "@remix-run/react";
import type { OwnMarks } from "#app/domain/council/mark-views.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { classNames } from "../../class-names.ts";
import { Pill } from "../../kit/pill.tsx";
import { useFormat, useMessages, useTerms } from "../../language.tsx";

type Village = OwnMarks["villages"][number];

/** A village after another, each with every mark there is to give: one tap gives it. */
export function MarkRows({ marks }: { marks: OwnMarks }) {
  return (
    <ul className="divide-y divide-line">
      {marks.villages.map((village) => (
        <MarkRow key={village.id} marks={marks} village={village} />
      ))}
    </ul>
  );
}

function MarkRow({ marks, village }: { marks: OwnMarks; village: Village }) {
  const { marks: say } = useMessages(yearCouncilArea).yearCouncil;
  const { village: kind } = useTerms();
  const format = useFormat();
  const { id, name, isOwn, points } = village;
  const isGiven = points !== null;
  return (
    <li id={`thon-${id}`} className="scroll-mt-24 py-4">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-lg">{name}</h3>
        {isOwn ? null : (
          <Pill tone={isGiven ? "accent" : "gold"}>{isGiven ? format.points(points) : say.notGiven}</Pill>
        )}
      </div>
      {isOwn ? (
        <p className="text-ink-soft">{say.own(kind)}</p>
      ) : (
        <Form method="post" className="mt-2 flex flex-wrap gap-2">
          <input type="hidden" name="reviewId" value={marks.review.id} />
          <input type="hidden" name="criterionKey" value={marks.criterion.key} />
          <input type="hidden" name="villageId" value={id} />
          {marks.scale.map((each) => (
            <button
              key={each}
              type="submit"
              name="points"
              value={each}
              aria-pressed={each === points}
              aria-label={say.markOf(format.points(each), name)}
              className={classNames(
                "min-h-12 min-w-12 cursor-pointer rounded-lg border-2 px-2 font-bold tabular-nums",
                each === points
                  ? "border-accent bg-accent text-on-accent"
                  : "border-line bg-surface hover:border-edge",
              )}
            >
              {format.points(each)}
            </button>
          ))}
          {isGiven ? (
            <button
              type="submit"
              name="points"
              value="none"
              className="min-h-12 cursor-pointer px-3 text-accent-ink underline"
            >
              {say.takeBack}
            </button>
          ) : null}
        </Form>
      )}
    </li>
  );
}
