import { Form } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { type FormEvent, useState } from "react";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { Button } from "../kit/button.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary, type Problems } from "../kit/error-summary.tsx";
import { FieldError, FieldSet } from "../kit/field-frame.tsx";
import { Notice } from "../kit/notice.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { KeptCard } from "../offline/kept-card.tsx";
import { type KeptRecord, type PocketSend, usePocketSend } from "../offline/use-pocket-send.ts";
import { useIsLive } from "../use-is-live.ts";
import { ActButton } from "./act-button.tsx";
import { Chips } from "./chips.tsx";
import { ChosenUnits, UnitBonuses } from "./chosen-units.tsx";
import type { ClaimProblems } from "./claim-problems.ts";
import { type Draft, type DraftUnit, unitKey } from "./draft.ts";
import { FiguresAndMovements } from "./figures-and-movements.tsx";
import { HouseholdPicker } from "./household-picker.tsx";
import { shapeOf } from "./kind-shape.ts";
import { MoreFields } from "./more-fields.tsx";
import { PhotoField } from "./photo-field.tsx";
import { RecentPlaces } from "./recent-places.tsx";
import { SendBar } from "./send-bar.tsx";
import { ServiceField } from "./service-field.tsx";
import { freshStart, nextAfter, repeatOf } from "./start-draft.ts";
import { type DraftHold, useDraft } from "./use-draft.ts";
import type { LogBoard } from "./views.ts";
import { WhenAndHow } from "./when-and-how.tsx";

export interface LogFormProps {
  board: LogBoard;
  start: Draft;
  /** What the server made of the form that was sent to it. */
  answered: Draft | undefined;
  problems: ClaimProblems;
  /** What was refused of a new household or person, by the field's name, and what was typed there. */
  adding: { readonly problems: Problems; readonly values: Readonly<Record<string, string>> };
  /** A new record is kept on the phone while it is written; one that was sent already stands on the server. */
  isNew: boolean;
  /** The record kept on the phone has just arrived. */
  hasSent: boolean;
  sendLabel: string;
  /** On the book's own page: what the phone judges by itself, and what follows when a record is in the book. */
  inBook?: {
    readonly judge: (content: ClaimContent) => ClaimProblems | null;
    readonly onKept: () => void;
    /** Puts a household on the phone's list; what was wrong with it, or its name. */
    readonly addHousehold: (
      fields: FormData,
    ) => Promise<{ readonly id: string } | { readonly problems: Problems }>;
    /** A record of the book opened again: what was half written elsewhere is not put into it. */
    readonly isEdit: boolean;
  };
}

/** One screen for one record of work, or for a street of them. */
export function LogForm(props: LogFormProps) {
  const { board, adding, isNew, sendLabel, inBook } = props;
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  const hold = useDraft({ ...props, accountId: board.accountId, keeps: isNew && !inBook?.isEdit });
  const { draft } = hold;
  const [isBusy, setBusy] = useState(false);
  const pocket = usePocketSend({
    board,
    isNew,
    ...(inBook && { judge: inBook.judge, isInBook: true }),
    onKept: (record) => {
      hold.startWith(nextAfter(freshStart(board.kind, record.draft), record.content, board.today));
      inBook?.onKept();
    },
  });
  const [missing, setMissing] = useState<LogFormProps["adding"] | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!inBook || submitter?.getAttribute("value") !== "add-household") return pocket.onSubmit(event);
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    void inBook.addHousehold(fields).then((said) => {
      if ("problems" in said) return setMissing({ problems: said.problems, values: typedIn(fields) });
      setMissing(null);
      hold.act(
        shape.who === "household"
          ? { do: "add", key: unitKey({ householdId: said.id, slot: null }) }
          : { do: "household", id: said.id },
      );
    });
  };
  const problems = pocket.problems ?? props.problems;
  const shape = shapeOf(board.kind);
  const part = { draft, board, problems: problems.fields };
  return (
    <>
      {pocket.kept ? <AfterKeeping {...{ hold, board, pocket }} kept={pocket.kept} /> : null}
      <Form
        ref={hold.form}
        key={hold.edition}
        onSubmit={onSubmit}
        method="post"
        encType="multipart/form-data"
        noValidate
        preventScrollReset
        onChange={hold.reread}
        className="grid grid-cols-1 gap-6"
      >
        <NothingOnEnter />
        <HiddenState draft={draft} />
        <ErrorSummary problems={{ ...problems.fields, ...nameUnits(problems) }} />
        {hold.isRestored ? <Restored hold={hold} /> : null}
        {shape.services === "none" ? null : (
          <ServiceField
            draft={draft}
            board={board}
            several={shape.services === "several"}
            error={problems.fields.service}
          />
        )}
        {shape.who === "nobody" ? (
          <WholeRecord hold={hold} board={board} problems={problems} />
        ) : (
          <Who
            {...{ hold, board, problems }}
            adding={missing ?? adding}
            mayAdd={inBook ? "households" : "all"}
          />
        )}
        <WhenAndHow {...part} />
        {shape.asksLink ? (
          <TextField
            name="link"
            label={words.link}
            hint={words.linkHint}
            inputMode="url"
            defaultValue={draft.fields.link}
            error={problems.fields.link}
            optional
          />
        ) : null}
        <PhotoField
          photos={draft.photos}
          error={problems.fields.photos}
          onAct={hold.act}
          onAdd={hold.addPhoto}
          accountId={isNew ? board.accountId : null}
          onBusy={setBusy}
        />
        <Disclosure summary={words.more} isOpen={needsMore(problems)}>
          <div className="grid gap-6">
            <MoreFields {...part} />
          </div>
        </Disclosure>
        <Disclosure
          summary={words.figures}
          isOpen={["counters", "movements"].some((field) => field in problems.fields)}
        >
          <div className="grid gap-6">
            <FiguresAndMovements {...part} />
          </div>
        </Disclosure>
        {isNew ? <KeptNote /> : null}
        <SendBar hold={hold} board={board} isBusy={isBusy} isSending={pocket.isSending} label={sendLabel} />
      </Form>
    </>
  );
}

/** C21: the next door stands ready under what was just saved; the same work once more is one tap away. */
function AfterKeeping({
  hold,
  board,
  pocket,
  kept,
}: {
  hold: DraftHold;
  board: LogBoard;
  pocket: PocketSend;
  kept: KeptRecord;
}) {
  const words = useMessages(activityArea).activity.log;
  return (
    <KeptCard
      key={kept.id}
      kindName={board.kind.name}
      repeatLabel={words.repeat}
      onUndo={() => void pocket.takeBack().then((draft) => draft && hold.startWith(draft))}
      onRepeat={() => {
        pocket.forget();
        hold.startWith(repeatOf(freshStart(board.kind, kept.draft), kept.content, board.today));
      }}
    />
  );
}

/** Enter in a field presses a form's first button; this one changes nothing. */
function NothingOnEnter() {
  return (
    <button
      type="submit"
      name="act"
      value="stay"
      formNoValidate
      tabIndex={-1}
      aria-hidden="true"
      className="sr-only"
      onClick={(event) => event.preventDefault()}
    />
  );
}

function HiddenState({ draft }: { draft: Draft }) {
  const { picker, fields } = draft;
  const state = {
    id: draft.id,
    viec: draft.activityKey,
    revision: fields.revision,
    newId: fields.newId,
    outcomeForNext: fields.outcomeForNext,
    pickerOpen: picker.isOpen ? "yes" : "",
    pickerVillage: picker.villageId,
    pickerLane: picker.lane,
    pickerHousehold: picker.householdId ?? "",
    pickerAdding: picker.adding ?? "",
  };
  return (
    <>
      {Object.entries(state).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

type WhoProps = Pick<LogFormProps, "board" | "problems" | "adding"> & {
  hold: DraftHold;
  mayAdd: "all" | "households";
};

/** C21: several households in a row, with one service and one way of working over them all. */
function Who({ hold, board, problems, adding, mayAdd }: WhoProps) {
  const words = useMessages(activityArea).activity.log;
  const { draft } = hold;
  const shape = shapeOf(board.kind);
  const isPerson = shape.who === "person";
  const isFirst = draft.units.length === 0;
  const isOpen = draft.picker.isOpen;
  return (
    <fieldset id="field-units" tabIndex={-1} className="grid gap-4">
      <legend className="mb-2 text-xl font-bold">{isPerson ? words.whoPerson : words.whoHousehold}</legend>
      <ChosenUnits draft={draft} board={board} shape={shape} problems={problems} onAct={hold.act} />
      <FieldError id="field-units" error={problems.fields.units} />
      {isOpen || !isFirst ? null : (
        <RecentPlaces
          board={board}
          chosen={[]}
          services={draft.services}
          wholeHouseholds={!isPerson}
          onAct={hold.act}
        />
      )}
      {isOpen ? (
        <HouseholdPicker
          board={board}
          picker={draft.picker}
          chosen={draft.units.map(({ key }) => key)}
          wholeHouseholds={!isPerson}
          problems={adding.problems}
          values={adding.values}
          onAct={hold.act}
          mayAdd={mayAdd}
        />
      ) : (
        <ActButton act="open-picker" onAct={hold.act} variant={isFirst ? "primary" : "secondary"} icon={Plus}>
          {isFirst
            ? isPerson
              ? words.pickPerson
              : words.pickHousehold
            : isPerson
              ? words.nextPerson
              : words.nextHousehold}
        </ActButton>
      )}
      {isPerson ? (
        <Disclosure
          summary={<span className="font-normal">{words.unknown}</span>}
          isOpen={draft.fields.unknown !== "" || problems.fields.visits !== undefined}
        >
          <NumberField
            name="unknown"
            label={words.unknown}
            unit={words.unknownUnit}
            hint={words.unknownHint}
            defaultValue={draft.fields.unknown}
            error={problems.fields.visits}
            maxLength={4}
            optional
          />
        </Disclosure>
      ) : null}
    </fieldset>
  );
}

/** A meeting, a shift, an article: the record itself is the unit. */
function WholeRecord({ hold, board, problems }: Pick<WhoProps, "hold" | "board" | "problems">) {
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  const { draft } = hold;
  const shape = shapeOf(board.kind);
  const row = draft.units[0] ?? WHOLE;
  return (
    <>
      {board.kind.bonuses.length > 0 ? <input type="hidden" name="unit" value={WHOLE.key} /> : null}
      {shape.asksStage ? (
        <FieldSet name="stage" label={words.stage} error={problems.fields.units}>
          <Chips
            name="stage"
            chosen={[draft.fields.stage]}
            choices={(["piloted", "recognised"] as const).map((value) => ({
              value,
              label: activity.stages[value],
            }))}
          />
        </FieldSet>
      ) : null}
      {shape.asksHeadcount ? (
        <NumberField
          name="visits"
          label={words.visits}
          unit={words.visitsUnit}
          hint={words.visitsHint}
          defaultValue={draft.fields.visits}
          error={problems.fields.visits}
          maxLength={4}
        />
      ) : null}
      {shape.asksMinutes ? (
        <NumberField
          name="minutes"
          label={words.minutes}
          unit={words.minutesUnit}
          defaultValue={draft.fields.minutes}
          error={problems.fields.minutes}
          maxLength={4}
        />
      ) : null}
      <UnitBonuses unit={row} bonuses={board.kind.bonuses} />
    </>
  );
}

const WHOLE: DraftUnit = {
  key: "whole/-",
  outcome: null,
  quantity: "1",
  bonuses: {},
  groups: [],
  checks: [],
};

function Restored({ hold }: { hold: DraftHold }) {
  const words = useMessages(activityArea).activity.log;
  return (
    <Notice
      tone="success"
      action={
        <Button variant="secondary" size="small" onClick={hold.startOver}>
          {words.startOver}
        </Button>
      }
    >
      {words.restored}
    </Notice>
  );
}

function KeptNote() {
  const words = useMessages(activityArea).activity.log;
  return useIsLive() ? <p className="text-sm text-ink-soft">{words.kept}</p> : null;
}

function typedIn(fields: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...fields].filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );
}

function nameUnits({ units }: ClaimProblems): Problems {
  return Object.fromEntries(Object.entries(units).map(([key, rejection]) => [`unit-${key}`, rejection]));
}

function needsMore({ fields }: ClaimProblems): boolean {
  return ["note", "place", "helpers", "audience", "minutes"].some((field) => field in fields);
}
