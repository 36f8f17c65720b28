import type { Choice } from "#app/domain/council/tally.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, readForm } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { castOwnVote, recordHands } from "./cast-vote.server.ts";
import { closeRound, partTie, withdrawRound } from "./close-round.server.ts";
import {
  chairSideSchema,
  dissentSchema,
  paperCountSchema,
  roundIdSchema,
  roundSchema,
  seatSchema,
  wordsSchema,
  yesNoSchema,
} from "./council.schema.ts";
import { answerOf, type CouncilAnswer, rowFields, typedIn } from "./council-answer.ts";
import { openRound } from "./open-round.server.ts";
import type { SessionDesk } from "./read-council.server.ts";
import { noteSeats, type SeatNote, writeDissent, writeSessionWords } from "./run-session.server.ts";

/** The buttons of the meeting's screen. */
export async function answerSessionForm(
  caller: Caller,
  desk: SessionDesk,
  fields: FormData,
): Promise<CouncilAnswer> {
  const { sessionId } = desk.minutes;
  const act = String(fields.get("act"));
  switch (act) {
    case "seats":
      return answerSeats(caller, desk, fields);
    case "open-round": {
      const form = await readForm(fields, roundSchema);
      const values = { ...form.values, act };
      if (!form.ok) return { ...form, values };
      const { places = null, ...round } = form.value;
      return answerOf(await openRound(caller, { ...round, places, sessionId }), "mo-luot", values);
    }
    case "hands":
      return answerHands(caller, desk, fields);
    case "close-round":
      return answerClosing(caller, desk, fields);
    case "withdraw-round": {
      const form = await readForm(fields, roundIdSchema);
      if (!form.ok || !isOf(desk, form.value.roundId)) return null;
      return answerOf(await withdrawRound(caller, form.value.roundId), "rut-luot", { act });
    }
    case "chair-side": {
      const form = await readForm(fields, chairSideSchema);
      const values = { ...form.values, act };
      return form.ok
        ? answerOf(await partTie(caller, { ...form.value, sessionId }), "suat-cuoi", values)
        : { ...form, values };
    }
    case "dissent": {
      const form = await readForm(fields, dissentSchema);
      const values = { ...form.values, act };
      if (!form.ok) return { ...form, values };
      const { roundId = null, proposalId = null, ...rest } = form.value;
      const wish = { ...rest, roundId, proposalId: roundId === null ? null : proposalId, sessionId };
      return answerOf(await writeDissent(caller, wish), "bao-luu", values);
    }
    case "words":
    case "close-session": {
      const form = await readForm(fields, wordsSchema);
      const values = { ...form.values, act };
      if (!form.ok) return { ...form, values };
      const { guests = "", discussion = "", conclusion = "" } = form.value;
      const isLast = act === "close-session";
      if (isLast && conclusion === "")
        return { ok: false, problems: { conclusion: { code: "required" } }, values };
      const words = { guests, discussion, conclusion };
      const verdict = await writeSessionWords(caller, sessionId, words, isLast);
      return answerOf(verdict, isLast ? "ket-thuc" : "ghi", values);
    }
    default:
      return null;
  }
}

const isOf = ({ minutes }: SessionDesk, roundId: string) =>
  minutes.rounds.some((each) => each.roundId === roundId);

async function answerSeats(caller: Caller, desk: SessionDesk, fields: FormData): Promise<CouncilAnswer> {
  const values = typedIn(fields);
  const problems: Record<string, Rejection> = {};
  const notes: SeatNote[] = [];
  for (const { memberId } of desk.minutes.members) {
    const form = await readForm(
      rowFields(fields, memberId, ["attendance", "proxyName", "paper"]),
      seatSchema,
    );
    if (!form.ok) {
      for (const [name, problem] of Object.entries(form.problems))
        if (problem) problems[`${name}-${memberId}`] = problem;
      continue;
    }
    const { attendance, proxyName = null, paper = null } = form.value;
    const isProxy = attendance === "proxy";
    if (isProxy && proxyName === null) problems[`proxyName-${memberId}`] = { code: "required" };
    if ((isProxy || attendance === "written") && paper === null)
      problems[`paper-${memberId}`] = { code: "required" };
    notes.push({ memberId, attendance, proxyName, paper });
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems: problems as FormProblems, values };
  return answerOf(await noteSeats(caller, desk.minutes.sessionId, notes), "diem-danh", values);
}

/** Who raised a hand against, and who kept it down; everybody else who has a vote is for it. */
async function answerHands(caller: Caller, desk: SessionDesk, fields: FormData): Promise<CouncilAnswer> {
  const values = typedIn(fields);
  const round = desk.minutes.rounds.find(({ roundId }) => roundId === fields.get("roundId"));
  if (!round) return null;
  const nominees = desk.nominees.filter(({ roundId }) => roundId === round.roundId);
  const voters = desk.voters.filter(({ roundId }) => roundId === round.roundId);
  const hands = voters.map(({ memberId }) => {
    const ballot = new Map<string, Choice>();
    for (const { proposalId } of nominees) {
      const isAmong = (name: string) => fields.getAll(`${name}-${proposalId}`).includes(memberId);
      ballot.set(proposalId, isAmong("no") ? "no" : isAmong("abstain") ? "abstain" : "yes");
    }
    return { memberId, ballot };
  });
  const twice = nominees.find(({ proposalId }) =>
    fields.getAll(`no-${proposalId}`).some((each) => fields.getAll(`abstain-${proposalId}`).includes(each)),
  );
  if (twice)
    return { ok: false, problems: { [`abstain-${twice.proposalId}`]: { code: "not_valid" } }, values };
  return answerOf(await recordHands(caller, round.roundId, hands), "ghi-phieu", values);
}

async function answerClosing(caller: Caller, desk: SessionDesk, fields: FormData): Promise<CouncilAnswer> {
  const values = typedIn(fields);
  const round = desk.minutes.rounds.find(({ roundId }) => roundId === fields.get("roundId"));
  if (!round) return null;
  if (round.mode !== "paper")
    return answerOf(await closeRound(caller, round.roundId, null), "dong-luot", values);
  const form = await readForm(fields, paperCountSchema);
  const problems: Record<string, Rejection> = {};
  if (!form.ok)
    for (const [name, problem] of Object.entries(form.problems)) if (problem) problems[name] = problem;
  const votes = new Map<string, { yes: number; no: number }>();
  for (const { proposalId } of desk.nominees.filter(({ roundId }) => roundId === round.roundId)) {
    const row = await readForm(rowFields(fields, proposalId, ["yes", "no"]), yesNoSchema);
    if (row.ok) votes.set(proposalId, row.value);
    else
      for (const [name, problem] of Object.entries(row.problems))
        if (problem) problems[`${name}-${proposalId}`] = problem;
  }
  if (!form.ok || Object.keys(problems).length > 0)
    return { ok: false, problems: problems as FormProblems, values };
  return answerOf(await closeRound(caller, round.roundId, { ...form.value, votes }), "dong-luot", values);
}

/** A member's own ballot, from the phone. */
export async function answerOwnBallot(caller: Caller, fields: FormData): Promise<CouncilAnswer> {
  const form = await readForm(fields, roundIdSchema);
  if (!form.ok) return null;
  const ballot = new Map<string, Choice>();
  for (const [name, value] of fields) {
    const proposalId = /^choice-(.+)$/.exec(name)?.[1];
    if (proposalId && (value === "yes" || value === "no" || value === "abstain"))
      ballot.set(proposalId, value);
  }
  return answerOf(await castOwnVote(caller, form.value.roundId, ballot), "da-bieu-quyet", typedIn(fields));
}
