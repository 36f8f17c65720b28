import type { setupRejections as vi } from "../vi/setup-rejections.ts";
import { setup } from "./setup.ts";

export const setupRejections = {
  changed_meanwhile: () => "Somebody else has just saved this. Look at what stands now and save again.",
  commune_code_taken: () => "This code belongs to another unit of this house. Check it.",
  plan_fixed_after_setup: () => "The unit is at work, so its plan can no longer be exchanged.",
  village_name_taken: () => "This name is already in the list.",
  village_in_use: () => "Somebody holds a role there, so it cannot be removed yet.",
  villages_none_pasted: () => "There is no line yet. Paste or type the list here.",
  village_lines_too_many: ({ maximum }) => `More than ${maximum} lines. Check that it is the right table.`,
  village_lines_refused: ({ count }) => `${count} lines could not be read. Mend those below.`,
  setup_steps_missing: ({ steps }) =>
    `Still missing: ${steps.map((step) => setup.steps.names[step]).join(", ")}.`,
  village_name_missing: () => "This line has no name.",
  village_name_too_long: ({ maximum }) => `The name is longer than ${maximum} characters.`,
  village_line_lists_several: () => "This line seems to hold several names. One per line.",
  village_font_outdated: () =>
    "This line was typed in an old font (TCVN3, VNI). Convert it to Unicode and paste again.",
  village_count_unreadable: ({ found }) => `“${found}” is not a count.`,
  regulation_number_malformed: () => "Write it as on the paper: 12/QC-UBND or 318/QĐ-UBND.",
  regulation_date_in_future: ({ today }) => `The date of issue cannot be after today, ${today}.`,
  period_start_day_out_of_range: () => "Choose a day from 1 to 28, which every month has.",
  grace_days_out_of_range: ({ maximum }) => `Enter 0 to ${maximum} days.`,
  due_day_out_of_range: () => "Choose a day from 1 to 28, which every month has.",
  report_due_before_figures_freeze: ({ lastDayInTime, figuresFreezeOn }) =>
    `This falls before the figures stand: due by ${lastDayInTime}, while figures stand on ${figuresFreezeOn}. Every report would be late.`,
  office_report_due_before_team_report: () =>
    "The office adds the teams up, so its due day cannot come before theirs.",
  act_already_decided: ({ state }) =>
    ({
      approved: "This was agreed already.",
      declined: "This was declined already.",
      withdrawn: "This was taken back.",
    })[state],
  act_expired: () => "This is out of time. Ask again if it is still needed.",
  act_needs_another_person: () => "You asked, or it concerns you. Somebody else must decide.",
  act_from_same_browser: () =>
    "Whoever asked signs in on this machine too. Decide on a machine or phone of your own.",
  act_second_person_too_new: ({ days }) =>
    `Whoever asked has only just given you this role. You can decide their case after ${days} days.`,
  act_not_yours: () => "Only whoever asked can take it back.",
  act_already_waiting: () => "The same has been asked already and waits.",
} satisfies typeof vi;
