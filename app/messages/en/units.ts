import type { UnitChangeRefusal } from "#app/domain/roster/unit-change.ts";
import type { SentencesOf } from "../rejections.ts";
import { capitalised } from "../terms.ts";
import type { units as vi } from "../vi/units.ts";

const dayOf = (date: string) => date.split("-").reverse().map(Number).join("/");

export const units = {
  title: "Changes of units",
  lead: "Merge, split and rename by decision. The old unit ends; its figures stay as they are.",
  ofVillages: (village: string) => capitalised(village),
  ofTeams: "Teams",
  kind: "What changes",
  kinds: { merge: "Merger", split: "Split", rename: "New name" },
  kindHints: {
    merge: "Two units or more become one.",
    split: "One unit becomes several.",
    rename: "One unit gets another name.",
  },
  old: "Units that stand",
  oldHint: "Merger: choose two or more. Split, new name: choose one.",
  newNames: "New name",
  newNamesHint: "One name per line. Only a split has several lines.",
  effectiveOn: "Takes effect on",
  effectiveOnHint: "The first day of the new unit. The old one ends the day before.",
  decisionNumber: "Number of the decision",
  decisionNumberHint: "As on paper: 12/NQ-HĐND",
  decisionDate: "Date of the decision",
  joinsTeams: "In a merger, the teams become one team as well",
  preview: "Preview",
  noUnits: "No units yet",
  noUnitsBody: "Add units first, then merge or rename them.",
  previewTitle: "What will change",
  previewLead: "Nothing is written yet. Look closely, then confirm.",
  from: "Ends",
  to: "Begins",
  untilDay: (day: string) => `at the end of ${day}`,
  fromDay: (day: string) => `on ${day}`,
  teams: "Teams",
  teamFrom: (names: string) => `from ${names}`,
  peopleMove: (count: number) => `${count} members go along, with their roles and rights`,
  householdsMove: (count: number) => `${count} listed households go along`,
  otherRights: (count: number) => `${count} officials in charge go along`,
  severalLeaders: (count: number) =>
    `The new team has ${count} leaders. It works; reorganise the team soon after.`,
  countAgain: "How many households and adults each part has is not known. Enter them once counted.",
  seats: "Who goes where",
  lanes: "Which lane goes where",
  noLane: "No lane written",
  householdsOf: (count: number) => `${count} households`,
  kept: "Points, reports, certificates and carried-over figures of the old units do not change.",
  confirm: "Confirm the change",
  change: "Edit",
  done: "Written. The new unit is in force.",
  history: "Changes so far",
  historyEmpty: "None yet.",
  when: "In force",
  decision: "Decision",
  decisionOf: (number: string, day: string) => `${number} of ${day}`,
  becomes: "became",
} satisfies typeof vi;

export const unitRejections = {
  unit_change_needs_old: ({ minimum, maximum }) =>
    minimum === maximum ? `Choose exactly ${minimum}.` : `Choose ${minimum} to ${maximum} units.`,
  unit_change_needs_new: ({ minimum, maximum }) =>
    minimum === maximum ? "Write one new name." : `Write ${minimum} to ${maximum} names, one per line.`,
  unit_not_standing: () => "A unit no longer stands. Load the page again and choose anew.",
  unit_change_before_start: ({ name, from }) =>
    `${name} exists only since ${dayOf(from)}. The change must come after that day.`,
  unit_change_in_future: ({ today }) =>
    `A change is entered once it is in force. Today is ${dayOf(today)}; enter it on its day.`,
  unit_change_before_decision: ({ decisionDate }) =>
    `The change cannot come before its decision of ${dayOf(decisionDate)}.`,
  unit_decision_malformed: () => "Write the number as on the paper: 12/NQ-HĐND or 318/QĐ-UBND.",
  unit_name_taken: ({ name }) => `“${name}” exists already. Choose another name.`,
  unit_name_unchanged: () => "The new name is the old one.",
  units_of_different_places: () =>
    "Only teams of one place can become one. To merge places, merge the villages first.",
} satisfies SentencesOf<UnitChangeRefusal>;
