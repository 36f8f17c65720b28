import { Form } from "@remix-run/react";
import type { MinutesRound } from "#app/domain/council/minutes.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Button } from "../../kit/button.tsx";
import { ChipGroup } from "../../kit/chip-group.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../../kit/form-answer.ts";
import { NumberField } from "../../kit/number-field.tsx";
import { ProgressBar } from "../../kit/progress-bar.tsx";
import { QrCode } from "../../kit/qr-code.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useMessages } from "../../language.tsx";

interface Voter {
  readonly memberId: string;
  readonly name: string;
  readonly hasVoted: boolean;
  /** Voted on an own device: the secretary writes nothing for them. */
  readonly isOwn: boolean;
}

interface Nominee {
  readonly proposalId: string;
  readonly name: string;
  /** Who was written down so far. */
  readonly no: readonly string[];
  readonly abstain: readonly string[];
}

interface OpenRoundProps {
  round: MinutesRound;
  voters: readonly Voter[];
  nominees: readonly Nominee[];
  /** Where members vote on their own devices. */
  voteAt: string;
  answerOf: (act: string) => FormAnswer | undefined;
}

/** What the secretary does with a round that runs: write down hands, count paper, end it. */
export function OpenRound({ round, voters, nominees, voteAt, answerOf }: OpenRoundProps) {
  const { session: say } = useMessages(yearCouncilArea).yearCouncil;
  const waiting = voters.filter(({ hasVoted }) => !hasVoted).map(({ name }) => name);
  const closing = answerOf("close-round");
  const withdrawing = answerOf("withdraw-round");
  return (
    <>
      {round.mode === "paper" ? null : (
        <div>
          <ProgressBar label={say.voted} value={round.voted} goal={round.voters} />
          {waiting.length > 0 ? <p className="text-ink-soft">{say.waitsFor(waiting.join(", "))}</p> : null}
        </div>
      )}
      {round.mode === "paper" ? null : (
        <div className="flex flex-wrap items-center gap-4">
          <QrCode content={voteAt} label={say.scan} size="8rem" />
          <div>
            <p className="font-bold">{say.scan}</p>
            <p className="text-ink-soft">{say.scanNote}</p>
            <p className="[overflow-wrap:anywhere]">{voteAt}</p>
          </div>
        </div>
      )}
      {round.mode === "show" ? (
        <HandsForm round={round} voters={voters} nominees={nominees} answer={answerOf("hands")} />
      ) : null}
      {round.mode === "paper" ? (
        <PaperForm round={round} nominees={nominees} answer={closing} />
      ) : (
        <Form method="post">
          <ErrorSummary problems={closing?.problems} />
          <input type="hidden" name="roundId" value={round.roundId} />
          <SubmitButton name="act" value="close-round">
            {say.close}
          </SubmitButton>
        </Form>
      )}
      <Disclosure summary={say.withdraw} isOpen={withdrawing !== undefined}>
        <Form method="post" className="grid gap-3">
          <ErrorSummary problems={withdrawing?.problems} />
          <p className="text-ink-soft">{say.withdrawNote}</p>
          <input type="hidden" name="roundId" value={round.roundId} />
          <div>
            <Button type="submit" name="act" value="withdraw-round" variant="danger">
              {say.withdraw}
            </Button>
          </div>
        </Form>
      </Disclosure>
    </>
  );
}

function HandsForm({
  round,
  voters,
  nominees,
  answer,
}: Pick<OpenRoundProps, "round" | "voters" | "nominees"> & AnswerProps) {
  const { session: say } = useMessages(yearCouncilArea).yearCouncil;
  const written = voters.filter(({ isOwn }) => !isOwn);
  if (written.length === 0) return <p>{say.allOwn}</p>;
  const choices = written.map(({ memberId, name }) => ({ value: memberId, label: name }));
  return (
    <Disclosure summary={say.hands} isOpen>
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary problems={answer?.problems} />
        <p className="text-ink-soft">{say.handsNote}</p>
        <input type="hidden" name="roundId" value={round.roundId} />
        {nominees.map(({ proposalId, name, no, abstain }) => (
          <div key={proposalId} className="grid gap-3 border-b border-line pb-4">
            <h3 className="text-lg font-bold">{name}</h3>
            <div className="grid gap-4 lg:grid-cols-2">
              <ChipGroup
                name={`no-${proposalId}`}
                label={say.no}
                choices={choices}
                multiple
                optional="unsaid"
                defaultValues={fieldList(answer, `no-${proposalId}`, no)}
              />
              <ChipGroup
                name={`abstain-${proposalId}`}
                label={say.abstain}
                choices={choices}
                multiple
                optional="unsaid"
                defaultValues={fieldList(answer, `abstain-${proposalId}`, abstain)}
                error={answer?.problems[`abstain-${proposalId}`]}
              />
            </div>
          </div>
        ))}
        <div>
          <SubmitButton name="act" value="hands">
            {say.saveHands}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

interface AnswerProps {
  answer: FormAnswer | undefined;
}

function PaperForm({ round, nominees, answer }: Pick<OpenRoundProps, "round" | "nominees"> & AnswerProps) {
  const { session: say } = useMessages(yearCouncilArea).yearCouncil;
  const number = (name: string, label: string, stored: number | null = null) => (
    <NumberField
      name={name}
      label={label}
      defaultValue={fieldText(answer, name, stored)}
      error={answer?.problems[name]}
    />
  );
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ issued: say.issued, returned: say.returned, invalid: say.invalid, tellers: say.tellers }}
      />
      <input type="hidden" name="roundId" value={round.roundId} />
      <div className="grid gap-4 sm:grid-cols-3">
        {number("issued", say.issued, round.voters)}
        {number("returned", say.returned)}
        {number("invalid", say.invalid, 0)}
      </div>
      <TextField {...fieldOf(answer, "tellers")} label={say.tellers} />
      {nominees.map(({ proposalId, name }) => (
        <fieldset key={proposalId} className="grid gap-3 border-b border-line pb-4 sm:grid-cols-3">
          <legend className="mb-2 text-lg font-bold">{name}</legend>
          {number(`yes-${proposalId}`, say.yesCount)}
          {number(`no-${proposalId}`, say.noCount)}
        </fieldset>
      ))}
      <div>
        <SubmitButton name="act" value="close-round">
          {say.close}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Equals on the last place wait for the chair: a choice and a reason, once. */
export function ChairSideForm({ round, answer }: { round: MinutesRound } & AnswerProps) {
  const { session: say } = useMessages(yearCouncilArea).yearCouncil;
  const { result } = round;
  if (!result || result.tiedPlaces === 0) return null;
  const tied = result.nominees.filter(({ outcome }) => outcome === "tied");
  return (
    <Form method="post" noValidate className="grid gap-4 rounded-lg bg-gold-soft p-4">
      <h3 className="text-lg font-bold">{say.chairSide}</h3>
      <ErrorSummary
        problems={answer?.problems}
        labels={{ chosen: say.chairChoice, reason: say.chairReason }}
      />
      <p>{say.chairSideNote(result.tiedPlaces)}</p>
      <input type="hidden" name="roundId" value={round.roundId} />
      <ChipGroup
        name="chosen"
        label={say.chairChoice}
        multiple
        choices={tied.map(({ nomineeId, name }) => ({ value: nomineeId, label: name }))}
        defaultValues={fieldList(answer, "chosen")}
        error={answer?.problems.chosen}
      />
      <TextField {...fieldOf(answer, "reason")} label={say.chairReason} />
      <div>
        <SubmitButton name="act" value="chair-side">
          {say.saveChairSide}
        </SubmitButton>
      </div>
    </Form>
  );
}
