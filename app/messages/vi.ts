import { accounts } from "./vi/accounts.ts";
import { activity } from "./vi/activity.ts";
import { appearance } from "./vi/appearance.ts";
import { audits } from "./vi/audits.ts";
import { boards } from "./vi/boards.ts";
import { carriedOver } from "./vi/carried-over.ts";
import { certificates } from "./vi/certificates.ts";
import { communeMerger } from "./vi/commune-merger.ts";
import { contacts } from "./vi/contacts.ts";
import { enrolment } from "./vi/enrolment.ts";
import { errors } from "./vi/errors.ts";
import { home } from "./vi/home.ts";
import { householdImport } from "./vi/household-import.ts";
import { households } from "./vi/households.ts";
import { imports } from "./vi/import.ts";
import { kit } from "./vi/kit.ts";
import { live } from "./vi/live.ts";
import { memberHousehold } from "./vi/member-household.ts";
import { months } from "./vi/months.ts";
import { paperLog } from "./vi/paper-log.ts";
import { personalData } from "./vi/personal-data.ts";
import { plans } from "./vi/plans.ts";
import { publication } from "./vi/publication.ts";
import { rejections } from "./vi/rejections.ts";
import { roster } from "./vi/roster.ts";
import { scheme } from "./vi/scheme.ts";
import { services } from "./vi/services.ts";
import { setup } from "./vi/setup.ts";
import { shell } from "./vi/shell.ts";
import { units } from "./vi/units.ts";
import { venues } from "./vi/venues.ts";
import { verification } from "./vi/verification.ts";
import { reasons } from "./vi/verification-reasons.ts";

/** Vietnamese, the house's first language. One file per area; `en.ts` answers with the same shape. */
export const vi = {
  accounts,
  activity,
  appearance,
  audits,
  boards,
  carriedOver,
  contacts,
  communeMerger,
  certificates,
  enrolment,
  errors,
  home,
  householdImport,
  households,
  imports,
  kit,
  live,
  memberHousehold,
  months,
  units,
  venues,
  verification,
  plans,
  paperLog,
  personalData,
  reasons,
  publication,
  rejections,
  roster,
  scheme,
  services,
  shell,
  setup,
};
