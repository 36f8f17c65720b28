import type { home as vi } from "../vi/home.ts";

export const home = {
  title: "Thi đua số",
  description:
    "Logs, verifies and scores the work of community digital teams, village by village, up to commendation.",
  headline: "Every act of help earns its points",
  lead: [
    "In every village a volunteer team guides its neighbours through digital services, one by one.",
    "Here each act is logged, verified by someone else, and becomes points, boards and badges.",
    "At the end of the year the shortlist is computed from that verified work: anyone can trace it back.",
  ],
  signIn: "Sign in",
  haveSlip: "I have an invitation slip",
  howTitle: "One loop, four steps",
  steps: [
    { title: "Log", body: "Four taps on a phone, under 15 seconds. It works without signal." },
    { title: "Verify", body: "The team leader looks. Nobody verifies their own work." },
    { title: "Score", body: "Boards and badges change the moment it is verified." },
    { title: "Commend", body: "Months close, reports write themselves, the year ends with a shortlist." },
  ],
  trustTitle: "Figures that stand",
  trust: [
    "The ledger only grows: nothing is edited or deleted.",
    "A closed month carries a seal that anyone can check.",
    "The computer computes and explains; people decide.",
  ],
  halfWayTitle: "One step left",
  halfWayBody: "The password is right. Give the second proof to enter.",
  goOn: "Go on",
} satisfies typeof vi;
