import { cleanText } from "../text/clean-text.ts";
import type { TeamRole } from "./membership.ts";
import { detectLegacyEncoding, uncapitalise } from "./person-name.ts";
import { parsePhone } from "./phone.ts";
import {
  type RosterPerson,
  type RosterProblem,
  type RosterRow,
  type RosterYears,
  readBirthYear,
} from "./roster-sheet.ts";

export type PersonRow = Extract<RosterRow, { kind: "person" }>;

/** What a person typed over the file's own cells; a field that is not there was left as the file has it. */
export interface RosterMend {
  readonly name?: string;
  readonly birth?: string;
  readonly phone?: string;
  readonly role?: TeamRole;
  readonly village?: string;
  readonly position?: string;
}

export type MendField = keyof RosterMend;

/** Where a problem is mended. */
export function fieldOfProblem(problem: RosterProblem): MendField {
  switch (problem.code) {
    case "name_missing":
    case "legacy_font":
      return "name";
    case "phone_invalid":
      return "phone";
    case "birth_invalid":
      return "birth";
    case "role_unknown":
      return "role";
    case "village_missing":
      return "village";
    case "text_invalid":
      return problem.field === "name" ? "name" : "position";
  }
}

const TEXT_LIMITS = { name: 120, position: 160, ethnicity: 60 } as const;

/** Holds the words of a line against what the roster can keep. */
export function judgeRosterRow(row: PersonRow): PersonRow {
  const problems: RosterProblem[] = row.problems.filter(({ code }) => code !== "text_invalid");
  const person = { ...row.person };
  for (const field of ["name", "position", "ethnicity"] as const) {
    const found = person[field];
    if (found === null || found === "") continue;
    const verdict = cleanText(found, {
      minimum: 1,
      maximum: TEXT_LIMITS[field],
      lines: "one",
      identityNumbers: "refused",
    });
    if (!verdict.ok) problems.push({ code: "text_invalid", field, found });
    else if (field === "name") person.name = verdict.value;
    else person[field] = verdict.value;
  }
  return { ...row, person, problems };
}

/** The line as it reads with what was typed over it. */
export function mendRosterRow(row: PersonRow, mend: RosterMend, years: RosterYears): PersonRow {
  const person: { -readonly [Field in keyof RosterPerson]: RosterPerson[Field] } = { ...row.person };
  const problems = row.problems.filter((problem) => mend[fieldOfProblem(problem)] === undefined);
  if (mend.name !== undefined) {
    person.name = uncapitalise(mend.name.normalize("NFC").trim().replace(/\s+/g, " "));
    const encoding = detectLegacyEncoding(person.name);
    if (person.name === "") problems.push({ code: "name_missing" });
    if (encoding) problems.push({ code: "legacy_font", encoding, found: person.name });
  }
  if (mend.birth !== undefined) {
    const birth = readBirthYear(mend.birth, years);
    person.birthYear = birth === "invalid" ? null : birth;
    if (birth === "invalid") problems.push({ code: "birth_invalid", found: mend.birth });
  }
  if (mend.phone !== undefined) {
    person.phone = mend.phone.trim() === "" ? null : parsePhone(mend.phone);
    if (mend.phone.trim() !== "" && person.phone === null) {
      problems.push({ code: "phone_invalid", found: mend.phone });
    }
  }
  if (mend.role !== undefined) person.role = mend.role;
  if (mend.village !== undefined) person.village = mend.village;
  if (mend.position !== undefined) person.position = mend.position.trim() || null;
  return judgeRosterRow({ ...row, person, problems });
}
