import type { Catalogue } from "./catalogue.ts";
import { accessibility } from "./en/accessibility.ts";
import { accounts } from "./en/accounts.ts";
import { activity } from "./en/activity.ts";
import { activityKinds } from "./en/activity-kinds.ts";
import { activityPoints } from "./en/activity-points.ts";
import { actors } from "./en/actors.ts";
import { appearance } from "./en/appearance.ts";
import { assignedTargets } from "./en/assigned-targets.ts";
import { audits } from "./en/audits.ts";
import { badges } from "./en/badges.ts";
import { boardExtras } from "./en/board-extras.ts";
import { boards } from "./en/boards.ts";
import { broadcast } from "./en/broadcast.ts";
import { campaigns } from "./en/campaigns.ts";
import { carriedOver } from "./en/carried-over.ts";
import { certificates } from "./en/certificates.ts";
import { communeMerger } from "./en/commune-merger.ts";
import { contacts } from "./en/contacts.ts";
import { difficulties } from "./en/difficulties.ts";
import { digitalFamily } from "./en/digital-family.ts";
import { enrolment } from "./en/enrolment.ts";
import { errors } from "./en/errors.ts";
import { gapWalks } from "./en/gap-walks.ts";
import { guides } from "./en/guides.ts";
import { help } from "./en/help.ts";
import { home } from "./en/home.ts";
import { householdImport } from "./en/household-import.ts";
import { households } from "./en/households.ts";
import { imports } from "./en/import.ts";
import { initiatives } from "./en/initiatives.ts";
import { inspections } from "./en/inspections.ts";
import { kit } from "./en/kit.ts";
import { live } from "./en/live.ts";
import { market } from "./en/market.ts";
import { materials } from "./en/materials.ts";
import { memberHome } from "./en/member-home.ts";
import { memberHousehold } from "./en/member-household.ts";
import { mobilePoints } from "./en/mobile-points.ts";
import { months } from "./en/months.ts";
import { movements } from "./en/movements.ts";
import { notices } from "./en/notices.ts";
import { offline } from "./en/offline.ts";
import { openData } from "./en/open-data.ts";
import { orders } from "./en/orders.ts";
import { paperLog } from "./en/paper-log.ts";
import { personalData } from "./en/personal-data.ts";
import { planPapers } from "./en/plan-papers.ts";
import { planTasks } from "./en/plan-tasks.ts";
import { plans } from "./en/plans.ts";
import { products } from "./en/products.ts";
import { publication } from "./en/publication.ts";
import { rejections } from "./en/rejections.ts";
import { reportFiles } from "./en/report-files.ts";
import { reportForms } from "./en/report-forms.ts";
import { reports } from "./en/reports.ts";
import { roster } from "./en/roster.ts";
import { satisfaction } from "./en/satisfaction.ts";
import { scheme } from "./en/scheme.ts";
import { services } from "./en/services.ts";
import { setup } from "./en/setup.ts";
import { shell } from "./en/shell.ts";
import { stories } from "./en/stories.ts";
import { support } from "./en/support.ts";
import { survey } from "./en/survey.ts";
import { targets } from "./en/targets.ts";
import { teamWays } from "./en/team-ways.ts";
import { titles } from "./en/titles.ts";
import { today } from "./en/today.ts";
import { training } from "./en/training.ts";
import { trainingHint } from "./en/training-hint.ts";
import { trainingTopics } from "./en/training-topics.ts";
import { unionExports } from "./en/union-exports.ts";
import { units } from "./en/units.ts";
import { upperTier } from "./en/upper-tier.ts";
import { upperTierYear } from "./en/upper-tier-year.ts";
import { venues } from "./en/venues.ts";
import { verification } from "./en/verification.ts";
import { reasons } from "./en/verification-reasons.ts";
import { yearAwards } from "./en/year-awards.ts";
import { yearComments } from "./en/year-comments.ts";
import { yearCouncil } from "./en/year-council.ts";
import { yearCriteria } from "./en/year-criteria.ts";
import { yearPapers } from "./en/year-papers.ts";
import { yearPublication } from "./en/year-publication.ts";
import { yearReview } from "./en/year-review.ts";
import { zalo } from "./en/zalo.ts";

export const en = {
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
  publication,
  reasons,
  rejections,
  shell,
  reportFiles,
  reportForms,
  roster,
  scheme,
  services,
  setup,
} satisfies Catalogue;
