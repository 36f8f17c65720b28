import { accessibility } from "./vi/accessibility.ts";
import { accounts } from "./vi/accounts.ts";
import { activity } from "./vi/activity.ts";
import { activityKinds } from "./vi/activity-kinds.ts";
import { activityPoints } from "./vi/activity-points.ts";
import { actors } from "./vi/actors.ts";
import { appearance } from "./vi/appearance.ts";
import { assignedTargets } from "./vi/assigned-targets.ts";
import { audits } from "./vi/audits.ts";
import { badges } from "./vi/badges.ts";
import { boardExtras } from "./vi/board-extras.ts";
import { boards } from "./vi/boards.ts";
import { broadcast } from "./vi/broadcast.ts";
import { campaigns } from "./vi/campaigns.ts";
import { carriedOver } from "./vi/carried-over.ts";
import { certificates } from "./vi/certificates.ts";
import { communeMerger } from "./vi/commune-merger.ts";
import { contacts } from "./vi/contacts.ts";
import { difficulties } from "./vi/difficulties.ts";
import { digitalFamily } from "./vi/digital-family.ts";
import { enrolment } from "./vi/enrolment.ts";
import { errors } from "./vi/errors.ts";
import { gapWalks } from "./vi/gap-walks.ts";
import { guides } from "./vi/guides.ts";
import { help } from "./vi/help.ts";
import { home } from "./vi/home.ts";
import { householdImport } from "./vi/household-import.ts";
import { households } from "./vi/households.ts";
import { imports } from "./vi/import.ts";
import { initiatives } from "./vi/initiatives.ts";
import { inspections } from "./vi/inspections.ts";
import { kit } from "./vi/kit.ts";
import { live } from "./vi/live.ts";
import { market } from "./vi/market.ts";
import { materials } from "./vi/materials.ts";
import { memberHome } from "./vi/member-home.ts";
import { memberHousehold } from "./vi/member-household.ts";
import { mobilePoints } from "./vi/mobile-points.ts";
import { months } from "./vi/months.ts";
import { movements } from "./vi/movements.ts";
import { notices } from "./vi/notices.ts";
import { offline } from "./vi/offline.ts";
import { openData } from "./vi/open-data.ts";
import { orders } from "./vi/orders.ts";
import { paperLog } from "./vi/paper-log.ts";
import { personalData } from "./vi/personal-data.ts";
import { planPapers } from "./vi/plan-papers.ts";
import { planTasks } from "./vi/plan-tasks.ts";
import { plans } from "./vi/plans.ts";
import { products } from "./vi/products.ts";
import { publication } from "./vi/publication.ts";
import { rejections } from "./vi/rejections.ts";
import { reportFiles } from "./vi/report-files.ts";
import { reportForms } from "./vi/report-forms.ts";
import { reports } from "./vi/reports.ts";
import { roster } from "./vi/roster.ts";
import { satisfaction } from "./vi/satisfaction.ts";
import { scheme } from "./vi/scheme.ts";
import { services } from "./vi/services.ts";
import { setup } from "./vi/setup.ts";
import { shell } from "./vi/shell.ts";
import { stories } from "./vi/stories.ts";
import { support } from "./vi/support.ts";
import { survey } from "./vi/survey.ts";
import { targets } from "./vi/targets.ts";
import { teamWays } from "./vi/team-ways.ts";
import { titles } from "./vi/titles.ts";
import { today } from "./vi/today.ts";
import { training } from "./vi/training.ts";
import { trainingHint } from "./vi/training-hint.ts";
import { trainingTopics } from "./vi/training-topics.ts";
import { unionExports } from "./vi/union-exports.ts";
import { units } from "./vi/units.ts";
import { upperTier } from "./vi/upper-tier.ts";
import { upperTierYear } from "./vi/upper-tier-year.ts";
import { venues } from "./vi/venues.ts";
import { verification } from "./vi/verification.ts";
import { reasons } from "./vi/verification-reasons.ts";
import { yearAwards } from "./vi/year-awards.ts";
import { yearComments } from "./vi/year-comments.ts";
import { yearCouncil } from "./vi/year-council.ts";
import { yearCriteria } from "./vi/year-criteria.ts";
import { yearPapers } from "./vi/year-papers.ts";
import { yearPublication } from "./vi/year-publication.ts";
import { yearReview } from "./vi/year-review.ts";
import { zalo } from "./vi/zalo.ts";

/** Vietnamese, the house's first language. One file per area; `en.ts` answers with the same shape. */
export const vi = {
  accessibility,
  accounts,
  activity,
  activityKinds,
  activityPoints,
  actors,
  appearance,
  assignedTargets,
  reports,
  targets,
  audits,
  badges,
  boards,
  boardExtras,
  broadcast,
  carriedOver,
  contacts,
  communeMerger,
  certificates,
  difficulties,
  digitalFamily,
  enrolment,
  errors,
  guides,
  help,
  home,
  householdImport,
  households,
  imports,
  inspections,
  kit,
  live,
  market,
  materials,
  memberHome,
  memberHousehold,
  months,
  movements,
  notices,
  gapWalks,
  products,
  satisfaction,
  survey,
  initiatives,
  stories,
  support,
  yearReview,
  yearComments,
  yearCouncil,
  yearAwards,
  yearPapers,
  yearCriteria,
  yearPublication,
  zalo,
  titles,
  teamWays,
  today,
  training,
  trainingHint,
  trainingTopics,
  unionExports,
  units,
  upperTier,
  upperTierYear,
  campaigns,
  mobilePoints,
  venues,
  verification,
  planPapers,
  planTasks,
  plans,
  offline,
  openData,
  orders,
  paperLog,
  personalData,
  reasons,
  publication,
  rejections,
  reportFiles,
  reportForms,
  roster,
  scheme,
  services,
  shell,
  setup,
};
