import { AUDIENCES } from "#app/domain/activity/scheme.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { FieldSet } from "../kit/field-frame.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { Chips } from "./chips.tsx";
import type { ClaimProblems } from "./claim-problems.ts";
import type { Draft } from "./draft.ts";
import type { LogBoard } from "./views.ts";

export interface PartProps {
  draft: Draft;
  board: LogBoard;
  problems: ClaimProblems["fields"];
}

const MODES_SHOWN = 2;

/** Today and the usual way stand there already: most people change nothing here. */
export function WhenAndHow({ draft, board, problems }: PartProps) {
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  const isLive = useIsLive();
  const { dayChoice, otherDay, mode } = draft.fields;
  const chosenMode = mode || (board.modes[0] ?? "");
  const modes = board.modes.map((each) => ({ value: each, label: activity.modes[each] }));
  const first = modes.filter(({ value }, index) => index < MODES_SHOWN || value === chosenMode);
  const rest = modes.filter((each) => !first.includes(each));
  return (
    <>
      <FieldSet name="workDate" label={words.when} error={problems.workDate}>
        <Chips
          name="dayChoice"
          chosen={[dayChoice || "today"]}
          choices={[
            { value: "today", label: activity.today },
            { value: "yesterday", label: activity.yesterday },
            { value: "other", label: words.otherDay },
          ]}
        />
        {isLive && dayChoice !== "other" ? (
          <input type="hidden" name="otherDay" value={otherDay} />
        ) : (
          <div className="mt-3 max-w-64">
            <TextField
              name="otherDay"
              type="date"
              label={words.otherDayLabel}
              defaultValue={otherDay}
              max={board.today}
              optional
            />
          </div>
        )}
      </FieldSet>
      <FieldSet name="mode" label={words.how} error={problems.mode}>
        <Chips name="mode" chosen={[chosenMode]} choices={first} />
        {rest.length > 0 ? (
          <div className="mt-3">
            <Disclosure summary={<span className="font-normal">{words.otherWays}</span>}>
              <Chips name="mode" chosen={[chosenMode]} choices={rest} />
            </Disclosure>
          </div>
        ) : null}
      </FieldSet>
    </>
  );
}

/** L32: not only residents are helped. */
export function AudienceField({ draft, problems }: Pick<PartProps, "draft" | "problems">) {
  const { activity } = useMessages(activityArea);
  return (
    <FieldSet name="audience" label={activity.log.audience} error={problems.audience}>
      <Chips
        name="audience"
        chosen={[draft.fields.audience || "residents"]}
        choices={AUDIENCES.map((each) => ({ value: each, label: activity.audiences[each] }))}
      />
    </FieldSet>
  );
}
