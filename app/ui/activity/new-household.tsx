import { activityArea } from "#app/messages/vi/activity.ts";
import { CheckBox } from "../kit/check-box.tsx";
import type { Problems } from "../kit/error-summary.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { ActButton } from "./act-button.tsx";
import type { DraftAct } from "./draft.ts";
import type { HouseholdChoice } from "./views.ts";

interface NewProps {
  problems: Problems;
  values: Readonly<Record<string, string>>;
  onAct: (act: DraftAct) => void;
}

/** A household met at its door and not on the list yet. */
export function NewHousehold({
  villageId,
  lanes,
  problems,
  values,
  onAct,
}: NewProps & { villageId: number; lanes: readonly string[] }) {
  const words = useMessages(activityArea).activity.log;
  const text = (name: string) => ({
    name,
    defaultValue: values[name] ?? "",
    error: problems[name],
    autoComplete: "off",
  });
  const isKnown = typeof problems.newHead === "object" && problems.newHead.code === "household_known";
  return (
    <div className="grid gap-4">
      <p className="font-bold">{words.newHouseholdTitle}</p>
      <input type="hidden" name="newVillage" value={villageId} />
      <TextField {...text("newHead")} label={words.head} hint={words.headHint} />
      {isKnown ? <CheckBox name="newIsAnother" label={words.isAnother} /> : null}
      <TextField {...text("newLane")} label={words.laneOfNew} list="lanes-known" optional />
      <datalist id="lanes-known">
        {lanes.filter(Boolean).map((lane) => (
          <option key={lane} value={lane} />
        ))}
      </datalist>
      <NumberField
        {...text("newAdults")}
        defaultValue={values.newAdults ?? "2"}
        label={words.adults}
        maxLength={2}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="add-household" formNoValidate>
          {words.addHousehold}
        </SubmitButton>
        <ActButton act="all-households" onAct={onAct} variant="quiet">
          {words.notNow}
        </ActButton>
      </div>
    </div>
  );
}

/** How the neighbours call somebody, and three digits: enough for whoever verifies to know who it was (rule 8). */
export function NewPerson({ household, problems, values, onAct }: NewProps & { household: HouseholdChoice }) {
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  const text = (name: string) => ({
    name,
    defaultValue: values[name] ?? "",
    error: problems[name],
    autoComplete: "off",
  });
  return (
    <div className="grid gap-4">
      <p className="font-bold">
        {words.newPersonTitle}: {activity.household(household.code, household.head)}
      </p>
      <TextField {...text("newName")} label={words.personName} hint={words.personNameHint} />
      <TextField
        {...text("newDigits")}
        inputMode="numeric"
        label={words.lastDigits}
        hint={words.lastDigitsHint}
        optional
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="add-person" formNoValidate>
          {words.addPerson}
        </SubmitButton>
        <ActButton act={`household:${household.id}`} onAct={onAct} variant="quiet">
          {words.notNow}
        </ActButton>
      </div>
    </div>
  );
}
