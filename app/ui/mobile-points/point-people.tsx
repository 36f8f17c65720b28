import { Form } from "@remix-run/react";
import type { Instant } from "#app/domain/calendar/local-date.ts";
import { POINT_PARTS, type PointPart } from "#app/domain/campaigns/mobile-point.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Station {
  readonly ordinal: number;
  readonly content: string;
}

function useStationName(stations: readonly Station[]): (ordinal: number | null) => string {
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  return (ordinal) => {
    const station = stations.find((each) => each.ordinal === ordinal);
    return station ? words.stationOf(station.ordinal, station.content) : words.noStation;
  };
}

interface PresentProps {
  present: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly station: number | null;
    readonly channel: "code" | "list";
    readonly cameAt: Instant;
    readonly leftAt: Instant | null;
  }[];
  stations: readonly Station[];
}

/** Who came, the newest first: the host sees a scan arrive. */
export function PresentList({ present, stations }: PresentProps) {
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  const format = useFormat();
  const nameOf = useStationName(stations);
  return (
    <Card title={`${words.attendance} (${present.length})`}>
      {present.length === 0 ? (
        <p className="text-ink-soft">{words.attendanceNone}</p>
      ) : (
        <ul className="divide-y divide-line">
          {present.map(({ memberId, name, station, channel, cameAt, leftAt }) => (
            <li key={memberId} className="py-3">
              <span className="block font-bold">{name}</span>
              <span className="block text-ink-soft">
                {words.cameAt(format.time(cameAt))}
                {leftAt === null ? "" : `, ${words.leftAt(format.time(leftAt))}`}
                {channel === "list" ? ` (${words.byList})` : ""} · {nameOf(station)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

interface AssignedProps {
  assigned: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly station: number | null;
    readonly part: PointPart;
  }[];
  presentIds: readonly string[];
  stations: readonly Station[];
  /** Null: the reader does not host. */
  members: readonly { readonly id: string; readonly name: string; readonly team: string }[] | null;
  /** Whether presence is taken now. */
  isOpen: boolean;
  answer: FormAnswer | undefined;
}

/** D12: who was asked to stand where, with the host's buttons. */
export function AssignedList({ assigned, presentIds, stations, members, isOpen, answer }: AssignedProps) {
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  const nameOf = useStationName(stations);
  return (
    <Card title={words.assigned}>
      {assigned.length === 0 ? <p className="text-ink-soft">{words.assignedNone}</p> : null}
      <ul className="divide-y divide-line">
        {assigned.map(({ memberId, name, station, part }) => (
          <li key={memberId} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0">
              <span className="block font-bold">{name}</span>
              <span className="block text-ink-soft">
                {words.parts[part]} · {nameOf(station)}
              </span>
            </span>
            {members === null || presentIds.includes(memberId) ? null : (
              <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
                <input type="hidden" name="memberId" value={memberId} />
                {isOpen ? (
                  <SubmitButton name="act" value="mark" size="small" aria-label={words.markOf(name)}>
                    {words.mark}
                  </SubmitButton>
                ) : null}
                <SubmitButton
                  name="act"
                  value="unassign"
                  size="small"
                  variant="secondary"
                  aria-label={words.unassignOf(name)}
                >
                  {words.unassign}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {members === null ? null : (
        <div className="mt-4">
          <Disclosure summary={words.assign} isOpen={answer?.problems.memberId !== undefined}>
            <Form method="post" noValidate className="grid gap-4">
              <SelectField
                {...fieldOf(answer, "memberId")}
                label={words.member}
                choices={members.map(({ id, name, team }) => ({ value: id, label: `${name} (${team})` }))}
              />
              {stations.length > 0 ? (
                <SelectField
                  name="station"
                  label={words.station}
                  optional
                  defaultValue={fieldText(answer, "station")}
                  choices={stations.map(({ ordinal, content }) => ({
                    value: String(ordinal),
                    label: words.stationOf(ordinal, content),
                  }))}
                />
              ) : null}
              <RadioGroup
                name="part"
                label={words.part}
                defaultValue={fieldText(answer, "part", "helper") || "helper"}
                choices={POINT_PARTS.map((value) => ({ value, label: words.parts[value] }))}
              />
              <SubmitButton name="act" value="assign">
                {words.assignButton}
              </SubmitButton>
            </Form>
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

export function ClosePoint({ answer }: { answer: FormAnswer | undefined }) {
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  return (
    <Disclosure summary={words.close} isOpen={answer?.problems.sure !== undefined}>
      <Form method="post" className="grid gap-3">
        <p className="text-ink-soft">{words.closeLead}</p>
        <CheckBox name="sure" label={words.closeSure} error={answer?.problems.sure} />
        <SubmitButton name="act" value="close" variant="danger">
          {words.close}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}
