import { accounts } from "./vi/accounts.ts";
import { activity } from "./vi/activity.ts";
import { appearance } from "./vi/appearance.ts";
import { audits } from "./vi/audits.ts";
import { carriedOver } from "./vi/carried-over.ts";
import { enrolment } from "./vi/enrolment.ts";
import { errors } from "./vi/errors.ts";
import { home } from "./vi/home.ts";
import { householdImport } from "./vi/household-import.ts";
import { households } from "./vi/households.ts";
import { imports } from "./vi/import.ts";
import { kit } from "./vi/kit.ts";
import { live } from "./vi/live.ts";
import { months } from "./vi/months.ts";
import { paperLog } from "./vi/paper-log.ts";
import { personalData } from "./vi/personal-data.ts";
import { plans } from "./vi/plans.ts";
import { rejections } from "./vi/rejections.ts";
import { roster } from "./vi/roster.ts";
import { scheme } from "./vi/scheme.ts";
import { services } from "./vi/services.ts";
import { setup } from "./vi/setup.ts";
import { shell } from "./vi/shell.ts";
import { units } from "./vi/units.ts";
import { verification } from "./vi/verification.ts";

/** Vietnamese, the house's first language. One file per area; `en.ts` answers with the same shape. */
export const vi = {
  accounts,
  activity,
  appearance,
  audits,
  carriedOver,
  enrolment,
  errors,
  home,
  householdImport,
  households,
  imports,
  kit,
  live,
  months,
  units,
  verification,
  plans,
  paperLog,
  personalData,
  rejections,
  roster,
  scheme,
  services,
  shell,
  setup,
};
