import X from "lucide-react/icons/x";
import { PRIORITY_GROUPS, type PriorityGroup, UNIT_CHECKS } from "#app/domain/activity/claim.ts";
import { type ActivityKind, OUTCOMES, type Outcome } from "#app/domain/activity/scheme.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { classNames } from "../class-names.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { FieldError } from "../kit/field-frame.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { Pill } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";
import { ActRow } from "./act-button.tsx";
import { Chips } from "./chips.tsx";
import type { ClaimProblems } from "./claim-problems.ts";
import { type Draft, type DraftAct, type DraftUnit, placeOf } from "./draft.ts";
import { groupsOfHousehold } from "./find-households.ts";
import type { KindShape } from "./kind-shape.ts";
import type { HouseholdChoice, LogBoard } from "./views.ts";

interface ChosenProps {
  draft: Draft;
  board: Pick<LogBoard, "households" | "claimed" | "kind">;
  shape: KindShape;
  problems: ClaimProblems;
  onAct: (act: DraftAct) => void;
}

/** Those the record is about, each with how far they came. */
export function ChosenUnits({ draft, board, shape, problems, onAct }: ChosenProps) {
  return (
    <ul className="grid gap-3">
      {draft.units.map((unit) => {
        const household = board.households.find(({ id }) => id === placeOf(unit.key).householdId);
        return (
          <li key={unit.key} className="rounded-lg border border-line bg-paper p-3">
            <input type="hidden" name="unit" value={unit.key} />
            <OneUnit
              unit={unit}
              household={household}
              kind={board.kind}
              shape={shape}
              isClaimed={isClaimed(board.claimed, unit.key, draft.services)}
              error={problems.units[unit.key]}
              onAct={onAct}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface OneProps {
  unit: DraftUnit;
  household: HouseholdChoice | undefined;
  kind: ActivityKind;
  shape: KindShape;
  isClaimed: boolean;
  error: ClaimProblems["units"][string] | undefined;
  onAct: ChosenProps["onAct"];
}

function OneUnit({ unit, household, kind, shape, isClaimed, error, onAct }: OneProps) {
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  const name = useUnitName()(unit.key, household);
  const id = `field-unit-${unit.key}`;
  return (
    <div id={id} tabIndex={-1}>
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 pt-2 font-bold leading-snug">
          {name.who}
          {name.where ? <span className="block text-sm font-normal text-ink-soft">{name.where}</span> : null}
        </p>
        <ActRow
          act={`drop:${unit.key}`}
          onAct={onAct}
          aria-label={words.drop(name.who)}
          className="grid size-12 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-sunken"
        >
          <X size="1.375em" aria-hidden />
        </ActRow>
      </div>
      {isClaimed ? (
        <p className="mt-1">
          <Pill tone="gold">{words.alreadyThisYear}</Pill>
        </p>
      ) : null}
      {shape.asksOutcome ? <OutcomeChoice unit={unit} who={name.who} /> : null}
      {shape.asksSteps ? (
        <fieldset className="mt-3">
          <legend className="mb-2 font-bold">{words.steps}</legend>
          <Chips
            name={`check.${unit.key}`}
            multiple
            chosen={unit.checks}
            choices={UNIT_CHECKS.map((check) => ({ value: check, label: activity.checks[check] }))}
          />
        </fieldset>
      ) : null}
      {shape.countsQuantity ? (
        <div className="mt-3">
          <NumberField
            name={`quantity.${unit.key}`}
            label={words.quantity}
            defaultValue={unit.quantity}
            maxLength={3}
          />
        </div>
      ) : null}
      <UnitBonuses unit={unit} bonuses={kind.bonuses} />
      {shape.who === "person" ? <GroupChoice unit={unit} household={household} /> : null}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** Three large choices, the last of them the one that counts for the 50 (C30, B14). */
function OutcomeChoice({ unit, who }: { unit: DraftUnit; who: string }) {
  const { activity } = useMessages(activityArea);
  return (
    <fieldset className="mt-2">
      <legend className="sr-only">{activity.log.outcome(who)}</legend>
      <div className="grid grid-cols-3 gap-2">
        {OUTCOMES.map((outcome) => (
          <label key={outcome} className={OUTCOME_STYLE[outcome]}>
            <input
              type="radio"
              name={`outcome.${unit.key}`}
              value={outcome}
              defaultChecked={unit.outcome === outcome}
              className="sr-only"
            />
            {activity.outcomes[outcome]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const CHOICE = classNames(
  "grid min-h-16 cursor-pointer place-items-center rounded-lg border-2 border-line bg-surface px-1.5 py-2 text-center leading-tight",
  "hover:border-edge has-checked:font-bold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
);
const OUTCOME_STYLE: Readonly<Record<Outcome, string>> = {
  knows: classNames(
    CHOICE,
    "has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-ink",
  ),
  with_help: classNames(
    CHOICE,
    "has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-ink",
  ),
  proficient: classNames(
    CHOICE,
    "has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent",
  ),
};

/** What the work led to, on top of the scale: a tick where one is all there can be, else a count. */
export function UnitBonuses({ unit, bonuses }: { unit: DraftUnit; bonuses: ActivityKind["bonuses"] }) {
  const { activity } = useMessages(activityArea);
  if (bonuses.length === 0) return null;
  return (
    <div className="mt-3 grid gap-3">
      {bonuses.map(({ key, text, each, atMost }) => {
        const name = `bonus.${unit.key}.${key}`;
        return (
          <div key={key}>
            <input type="hidden" name={`bonusKey.${unit.key}`} value={key} />
            {atMost === each ? (
              <Chips
                name={name}
                multiple
                chosen={unit.bonuses[key] ? ["1"] : []}
                choices={[{ value: "1", label: text }]}
              />
            ) : (
              <NumberField
                name={name}
                label={text}
                hint={activity.log.bonus}
                defaultValue={unit.bonuses[key] ?? ""}
                maxLength={3}
                optional
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function GroupChoice({ unit, household }: { unit: DraftUnit; household: HouseholdChoice | undefined }) {
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  const held = groupsOfHousehold(household?.priorities ?? []);
  const open = PRIORITY_GROUPS.filter((group) => !held.includes(group));
  return (
    <div className="mt-3">
      <Disclosure summary={<GroupSummary chosen={[...held, ...unit.groups]} />}>
        <fieldset>
          <legend className="font-bold">{words.groups}</legend>
          <p className="mb-2 text-sm text-ink-soft">{words.groupsHint}</p>
          <Chips
            name={`group.${unit.key}`}
            multiple
            chosen={unit.groups}
            choices={open.map((group) => ({ value: group, label: activity.groups[group] }))}
          />
        </fieldset>
      </Disclosure>
    </div>
  );
}

function GroupSummary({ chosen }: { chosen: readonly PriorityGroup[] }) {
  const { activity } = useMessages(activityArea);
  if (chosen.length === 0) return <span className="font-normal">{activity.log.groups}</span>;
  return <span className="font-normal">{chosen.map((group) => activity.groups[group]).join(", ")}</span>;
}

/** "Bà Lan ...123", and the household as the second line. */
export function useUnitName() {
  const { activity } = useMessages(activityArea);
  return (key: string, household: HouseholdChoice | undefined): { who: string; where: string | null } => {
    const { slot } = placeOf(key);
    const where = household ? activity.household(household.code, household.head) : null;
    if (slot === null) return { who: where ?? activity.wholeHousehold, where: household?.lane ?? null };
    const label = household?.slots.find((each) => each.slot === slot)?.label;
    return { who: label ?? activity.person(slot), where };
  };
}

function isClaimed(claimed: readonly string[], key: string, services: readonly string[]): boolean {
  if (services.length === 0) return claimed.includes(key);
  return services.some((service) => claimed.includes(`${key}+${service}`));
}
