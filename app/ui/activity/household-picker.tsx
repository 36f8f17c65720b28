import ChevronRight from "lucide-react/icons/chevron-right";
import HousePlus from "lucide-react/icons/house-plus";
import UserPlus from "lucide-react/icons/user-plus";
import X from "lucide-react/icons/x";
import { activityArea } from "#app/messages/vi/activity.ts";
import type { Problems } from "../kit/error-summary.tsx";
import { Pill } from "../kit/pill.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { ActButton, ActRow } from "./act-button.tsx";
import { type DraftAct, type PickerState, unitKey } from "./draft.ts";
import { findHouseholds, lanesOf, MOST_ROWS } from "./find-households.ts";
import { NewHousehold, NewPerson } from "./new-household.tsx";
import { PLACE_ROW } from "./recent-places.tsx";
import type { HouseholdChoice, LogBoard } from "./views.ts";

interface PickerProps {
  board: Pick<LogBoard, "villages" | "households">;
  picker: PickerState;
  chosen: readonly string[];
  /** Households themselves are the unit: one tap and done. */
  wholeHouseholds: boolean;
  problems: Problems;
  values: Readonly<Record<string, string>>;
  onAct: (act: DraftAct) => void;
  /** People of a household are numbered by the server: without it only a household is new. */
  mayAdd: "all" | "households";
}

/** A household of the list, then a person of it: two taps. Opens where it was left (C21). */
export function HouseholdPicker({
  board,
  picker,
  chosen,
  wholeHouseholds,
  problems,
  values,
  onAct,
  mayAdd,
}: PickerProps) {
  const words = useMessages(activityArea).activity.log;
  const villageId = Number(picker.villageId) || (board.villages[0]?.id ?? 0);
  const household = board.households.find(({ id }) => id === picker.householdId);
  const lists = { board, picker, villageId, chosen, wholeHouseholds, onAct };
  return (
    <div className="grid gap-4 rounded-xl border-2 border-accent bg-paper p-3 sm:p-4">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-lg">{wholeHouseholds ? words.pickHousehold : words.pickPerson}</h3>
        <ActButton act="close-picker" onAct={onAct} variant="quiet" size="small" icon={X}>
          {words.closePicker}
        </ActButton>
      </div>
      {picker.adding === "household" ? (
        <NewHousehold
          villageId={villageId}
          lanes={lanesOf(board.households, villageId)}
          problems={problems}
          values={values}
          onAct={onAct}
        />
      ) : household ? (
        <PeopleOf
          household={household}
          picker={picker}
          chosen={chosen}
          problems={problems}
          values={values}
          onAct={onAct}
          mayAdd={mayAdd}
        />
      ) : (
        <ListOf {...lists} />
      )}
    </div>
  );
}

type ListProps = Pick<PickerProps, "board" | "picker" | "chosen" | "wholeHouseholds" | "onAct"> & {
  villageId: number;
};

function ListOf({ board, picker, villageId, chosen, wholeHouseholds, onAct }: ListProps) {
  const words = useMessages(activityArea).activity.log;
  const isLive = useIsLive();
  const found = findHouseholds(board.households, villageId, picker);
  const lanes = lanesOf(board.households, villageId);
  const isEmpty = !board.households.some((each) => each.villageId === villageId);
  return (
    <>
      {board.villages.length > 1 ? (
        <Filter
          label={words.village}
          choices={board.villages.map(({ id, name }) => ({
            act: `village:${id}`,
            label: name,
            isOn: id === villageId,
          }))}
          onAct={onAct}
        />
      ) : null}
      <div className="flex items-end gap-2">
        <div className="grow">
          <TextField
            name="pickerSearch"
            type="search"
            label={words.searchHousehold}
            hint={words.searchHouseholdHint}
            defaultValue={picker.search}
            autoComplete="off"
          />
        </div>
        {isLive ? null : (
          <button
            type="submit"
            name="act"
            value="all-households"
            formNoValidate
            className="min-h-13 rounded-lg border-2 border-line px-4 font-bold"
          >
            {words.find}
          </button>
        )}
      </div>
      {lanes.length > 1 && picker.search === "" ? (
        <Filter
          label={words.lane}
          choices={[
            { act: "lane:", label: words.allLanes, isOn: picker.lane === "" },
            ...lanes.map((lane) => ({
              act: `lane:${lane || "-"}`,
              label: lane || words.noLane,
              isOn: picker.lane === (lane || "-"),
            })),
          ]}
          onAct={onAct}
        />
      ) : null}
      <p role="status" className="text-sm text-ink-soft">
        {isEmpty ? words.listEmpty : found.length === 0 ? words.noHouseholds : words.found(found.length)}
      </p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {found.slice(0, MOST_ROWS).map((household) => (
          <li key={household.id}>
            <HouseholdRow
              household={household}
              isChosen={isHeld(chosen, household.id)}
              wholeHouseholds={wholeHouseholds}
              onAct={onAct}
            />
          </li>
        ))}
      </ul>
      {found.length > MOST_ROWS ? (
        <p className="text-sm text-ink-soft">{words.moreHouseholds(found.length - MOST_ROWS)}</p>
      ) : null}
      <ActButton act="new:household" onAct={onAct} variant="secondary" icon={HousePlus}>
        {words.newHousehold}
      </ActButton>
    </>
  );
}

function HouseholdRow({
  household,
  isChosen,
  wholeHouseholds,
  onAct,
}: {
  household: HouseholdChoice;
  isChosen: boolean;
  wholeHouseholds: boolean;
  onAct: PickerProps["onAct"];
}) {
  const { activity } = useMessages(activityArea);
  const { id, code, head, lane, isLongAbsent, priorities } = household;
  const key = unitKey({ householdId: id, slot: null });
  return (
    <ActRow act={wholeHouseholds ? `add:${key}` : `household:${id}`} onAct={onAct} className={PLACE_ROW}>
      <span className="min-w-0 flex-1">
        <span className="block font-bold leading-snug">{activity.household(code, head)}</span>
        {lane ? <span className="block text-sm text-ink-soft">{lane}</span> : null}
        {isLongAbsent || priorities.length > 0 ? (
          <span className="mt-1 flex flex-wrap gap-1">
            {isLongAbsent ? <Pill>{activity.log.longAbsent}</Pill> : null}
            {priorities.map((priority) => (
              <Pill key={priority} tone="info">
                {activity.priorities[priority]}
              </Pill>
            ))}
          </span>
        ) : null}
      </span>
      {isChosen ? (
        <Pill tone="accent">✓</Pill>
      ) : (
        <ChevronRight size="1.25em" aria-hidden className="shrink-0 text-ink-soft" />
      )}
    </ActRow>
  );
}

interface PeopleProps
  extends Pick<PickerProps, "picker" | "chosen" | "problems" | "values" | "onAct" | "mayAdd"> {
  household: HouseholdChoice;
}

function PeopleOf({ household, picker, chosen, problems, values, onAct, mayAdd }: PeopleProps) {
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  if (picker.adding === "person")
    return <NewPerson household={household} problems={problems} values={values} onAct={onAct} />;
  const hidden = household.slots.some(({ label, isLabelled }) => isLabelled && label === null);
  // Names first; a number that someone else named comes last, since nobody can tell who it is.
  const slots = [...household.slots].sort(
    (left, right) => rank(left) - rank(right) || left.slot - right.slot,
  );
  return (
    <>
      <p className="font-bold">
        {activity.household(household.code, household.head)}. {words.whichPerson}
      </p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {slots.map(({ slot, label, isLabelled }) => {
          const key = unitKey({ householdId: household.id, slot });
          return (
            <li key={slot}>
              <ActRow act={`add:${key}`} onAct={onAct} className={PLACE_ROW}>
                <span className="flex-1 font-bold">
                  {label ?? (isLabelled ? words.personTaken(slot) : words.personFree(slot))}
                </span>
                {chosen.includes(key) ? <Pill tone="accent">✓</Pill> : null}
              </ActRow>
            </li>
          );
        })}
      </ul>
      {hidden ? <p className="text-sm text-ink-soft">{words.takenHint}</p> : null}
      {mayAdd === "households" ? <p className="text-sm text-ink-soft">{words.addLater}</p> : null}
      <div className="flex flex-wrap gap-3">
        {mayAdd === "all" ? (
          <ActButton act="new:person" onAct={onAct} variant="secondary" icon={UserPlus}>
            {words.newPerson}
          </ActButton>
        ) : null}
        <ActButton act="all-households" onAct={onAct} variant="quiet">
          {words.otherHousehold}
        </ActButton>
      </div>
    </>
  );
}

function rank({ label, isLabelled }: HouseholdChoice["slots"][number]): number {
  return label !== null ? 0 : isLabelled ? 2 : 1;
}

interface FilterProps {
  label: string;
  choices: readonly { readonly act: string; readonly label: string; readonly isOn: boolean }[];
  onAct: PickerProps["onAct"];
}

/** Long rows of lanes scroll sideways inside their own strip, never the page. */
function Filter({ label, choices, onAct }: FilterProps) {
  return (
    <fieldset aria-label={label} className="-mx-1 flex min-w-0 gap-2 overflow-x-auto px-1 pb-1">
      {choices.map(({ act, label: text, isOn }) => (
        <ActRow
          key={act}
          act={act}
          onAct={onAct}
          aria-pressed={isOn}
          className={`min-h-12 shrink-0 rounded-full border-2 px-4 ${isOn ? "border-accent bg-accent font-bold text-on-accent" : "border-line bg-surface"}`}
        >
          {text}
        </ActRow>
      ))}
    </fieldset>
  );
}

function isHeld(chosen: readonly string[], householdId: string): boolean {
  return chosen.some((key) => key.startsWith(`${householdId}/`));
}
